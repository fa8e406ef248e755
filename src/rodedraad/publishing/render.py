"""Templates to bytes: every text is escaped, every missing name is an error."""

from collections.abc import Iterable
from functools import cache, lru_cache, partial
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from msgspec import Struct

from rodedraad.model.build import Build
from rodedraad.model.document import Document
from rodedraad.model.theme import Theme
from rodedraad.publishing import addresses
from rodedraad.publishing.dutch import counted, number, stamp
from rodedraad.publishing.glossary import Explainer, Glossary
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.metadata import About, canonical, categories, description, linked
from rodedraad.publishing.pdf.files import printed
from rodedraad.publishing.policy import CONTENT_POLICY
from rodedraad.publishing.words import rows, word

DEEPEST_IN_MENU: Final = 1
"""The menus name the front page and `<name>/index.html`, and nothing that stands in a folder below those."""


class Site(Struct, frozen=True, kw_only=True):
    """What every page says of the site as a whole; `preview` where it is not for the public yet.

    `printed` are the names of the PDFs that lie beside its pages.
    """

    title: str
    owner: str
    heading: str
    language: str
    licence: str
    stamp: str
    digest: str
    version: str
    themed: bool
    logo_text: str
    preview: bool
    glossary: Glossary
    printed: frozenset[str]
    about: About


def site_of(lookup: Lookup) -> Site:
    """Return what every page says of the site."""
    build = lookup.build
    theme = build.dossier.theme or Theme()
    names = dict.fromkeys(document.organisation.name for document in build.documents)
    return Site(
        title=build.dossier.title,
        owner=", ".join(names),
        heading=build.dossier.title
        if all(one in build.dossier.title for one in names)
        else _named(names, build),
        language=build.dossier.language,
        licence=build.dossier.licence or "",
        stamp=stamp(build.manifest.stamp),
        digest=build.manifest.digest,
        version=build.manifest.version,
        themed=bool(theme.light or theme.dark),
        logo_text=theme.logo_text if theme.logo else "",
        preview=build.manifest.preview is True,
        glossary=Glossary(lookup),
        printed=printed(build),
        about=About(
            title=build.dossier.title,
            address=build.dossier.address or "",
            language=build.dossier.language,
            licence=build.dossier.licence or "",
            organisations=tuple(
                {one.organisation.code: one.organisation for one in build.documents}.values()
            ),
        ),
    )


def _named(names: Iterable[str], build: Build) -> str:
    return f"{', '.join(names)} · {build.dossier.title}"


@cache
def environment() -> Environment:
    """Return the templates, with the few things that all of them use."""
    made = Environment(
        loader=PackageLoader("rodedraad.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(
        shapes={row["key"]: row["path"] for row in rows("shapes.tsv")},
        policy=CONTENT_POLICY,
        addresses=addresses,
        counted=counted,
        said=word,
        furniture=furniture,
    )
    made.filters["number"] = number
    return made


@pass_context
def furniture(context: Context, template: str, *, seek: bool = True) -> Markup:
    """Return the head or the foot of a page; pages too deep to stand in a menu share theirs."""
    page, site = context["page"], context["site"]
    named = page if page.count("/") <= DEEPEST_IN_MENU else ""
    return _furniture(template, context["root"], named, site, seek=seek)


@lru_cache(maxsize=128)
def _furniture(template: str, root: str, page: str, site: Site, *, seek: bool) -> Markup:
    made = environment().get_template(template).render(root=root, page=page, site=site, seek=seek)
    return Markup(made)  # noqa: S704 - a template of ours, in which every text is escaped


def render(template: str, page: str, site: Site, view: Any, **more: Any) -> tuple[str, bytes]:  # noqa: ANN401 - views differ by page
    """Return a page of the site, its address and its bytes.

    `more` are its `export`, a file with the same rows, its `document`, the one that the page shows, and what
    it leads to `beside` its rows.
    """
    shared = shared_by_pages(page, site, description(template), more.get("document"))
    return page, environment().get_template(template).render(**shared, **more, view=view).encode()


def shared_by_pages(
    page: str, site: Site, described: str, document: Document | None = None
) -> dict[str, Any]:
    """Return what the frame of every page needs; `described` says in a sentence what the page is."""
    root = addresses.root(page)
    return {
        "page": page,
        "root": root,
        "site": site,
        "explain": Explainer(site.glossary, root),
        "full": partial(canonical, site.about.address),
        "canonical": "" if site.preview else canonical(site.about.address, page),
        "described": described,
        "category": categories()[document.kind.value] if document else None,
        "linked": linked(site.about, page, document),
    }
