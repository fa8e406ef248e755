"""Sites behind a real server, as a reader gets them: with its headers, over the network."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path
from threading import Thread

from msgspec import structs

from rodedraad.cli.server import HOST, server_of
from rodedraad.model.codec import to_json
from rodedraad.model.former import Former, FormerThing
from rodedraad.publishing.publish import publish
from tests.support.build_fixture import build_by_hand
from tests.support.observed_fixture import observations
from tests.support.page_types import one_of_each_type


def made_with_everything(folder: Path) -> Path:
    """Write the preview of a build in which every kind of page has something to show; return its site."""
    made = build_by_hand()
    gone = FormerThing(id="t-weg", document="begroting-2023")
    whole = structs.replace(
        made,
        manifest=structs.replace(made.manifest, preview=True),
        former=Former(threads=(gone,)),
        observations=observations(),
    )
    made_last = {"site/data/manifest.json": to_json(whole.manifest)}
    for name, content in chain(publish(whole), made_last.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / "site"


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Give the address at which a site is served."""
    server = server_of(site, 0)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://{HOST}:{server.server_port}/"
    server.shutdown()
    server.server_close()


@contextmanager
def one_of_each_served(*sites: Path) -> Iterator[dict[str, str]]:
    """Give the address of a page of each template: the largest of the first of the sites that has one."""
    with ExitStack() as stack:
        roots = {site: stack.enter_context(served(site)) for site in sites}
        yield {
            template: roots[site] + str(page.relative_to(site))
            for template, page in one_of_each_type(sites).items()
            for site in sites
            if page.is_relative_to(site)
        }
