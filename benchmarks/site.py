"""Time the pages of a large site beside Hugo on the same content, in one run; what comes on top timed apart.

Run: `python -m benchmarks.site`; `--write` keeps the outcome in docs/measurements/. The build is invented.
Hugo gets the main part of every page ready made, with its title, and only sets it between head, menu and
foot: less work than ours, which makes the main part too. Hugo uses all cores, and so do we. Without Hugo
(Debian: hugo) only ours is timed.
"""

import json
import resource
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.pages_of_a_site import invented
from benchmarks.report import options, report
from rodedraad.dossier.forking import on_all_cores
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.opendata.tables import tables
from rodedraad.publishing.render import site_of
from rodedraad.publishing.site import page_files
from rodedraad.publishing.views.common import Pages

SIZES = (1_000, 3_000, 10_000)
START, END = '<main id="inhoud" class="rd-page" tabindex="-1">', "</main>"
CONFIG = """baseURL = "https://example.org/"
title = "Sociaal domein"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section", "404", "robotsTXT"]
"""


def ours(pages: int, folder: Path) -> tuple[list[tuple[str, bytes]], float]:
    """Return the pages of an invented build, and the seconds it took to make and write them."""
    build = invented(pages)
    began = perf_counter()
    made = []
    shown = Pages(Lookup(build))
    for name, content in page_files(shown, site_of(shown.lookup), tables(shown), on_all_cores):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        made.append((name, content))
    return made, perf_counter() - began


def hugo(made: list[tuple[str, bytes]], folder: Path) -> float:
    """Return the seconds that Hugo takes for the same pages."""
    (folder / "layouts/_default").mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "config.toml").write_text(CONFIG, encoding="utf-8")
    (folder / "layouts/_default/single.html").write_text(_layout(made[0][1].decode()), encoding="utf-8")
    for name, content in made:
        if not name.endswith(".html"):
            continue
        page = content.decode()
        title = page.partition("<title>")[2].partition("</title>")[0]
        front = json.dumps({"title": title, "url": f"/{name}"})
        body = page.partition(START)[2].rpartition(END)[0]
        path = folder / "content" / f"{name.replace('/', '_').removesuffix('.html')}.html"
        path.write_text(f"{front}\n{body}", encoding="utf-8")
    command = ["hugo", "--quiet", "--source", str(folder)]
    began = perf_counter()
    subprocess.run(command, check=True)  # noqa: S603 - a program of the benchmark, with our own arguments
    return perf_counter() - began


def _layout(page: str) -> str:
    """Return a template of Hugo with the head, menu and foot of a page of ours."""
    before, _, rest = page.partition(START)
    after = rest.rpartition(END)[2]
    title = before.partition("<title>")[2].partition("</title>")[0]
    return f"{before.replace(title, '{{ .Title }}')}{START}{{{{ .Content }}}}{END}{after}"


def measure(sizes: list[int]) -> Iterator[str]:
    """Yield a line a size."""
    yield "pages   megabytes   ours (s)   Hugo (s)   ratio   most memory (MB)"
    for size in sizes:
        with TemporaryDirectory() as one, TemporaryDirectory() as other:
            made, own = ours(size, Path(one))
            count = sum(name.endswith(".html") for name, _ in made)
            told = f"{count:6} {sum(len(content) for _, content in made) / 1e6:11.0f} {own:10.1f}"
            if shutil.which("hugo"):
                theirs = hugo(made, Path(other))
                told += f" {theirs:10.1f} {theirs / own:7.2f}"
            else:
                told += "   no Hugo here  "
        yield f"{told} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:18}"


def main() -> None:
    """Print the report; keep it where asked."""
    parser = options(__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="numbers of pages")
    asked = parser.parse_args()
    report("site-speed", "Speed of making a site", measure(asked.sizes), write=asked.write)


if __name__ == "__main__":
    main()
