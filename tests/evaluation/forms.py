"""The forms of an annotated page, each read and recognised: HTML, text by cell and by row, and PDF."""

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from rodedraad.model.document import Document, Organisation
from rodedraad.model.terms import DocumentKind, Reporting
from rodedraad.reading import read
from rodedraad.recognising import recognise
from tests.evaluation.annotated import Annotated, Flat, read_page
from tests.evaluation.figures import FormScore, score_form
from tests.evaluation.scorer import Page
from tools import chromium

PAGES: Final = Path(__file__).parent / "pages"
NO_BROWSER: Final = "pages as PDF, no Chromium was found to print them"
PRINTED: Final = Path(__file__).parents[2] / ".cache" / "evaluation"


class Form(StrEnum):
    """A form in which a page is read."""

    HTML = "html"
    TEXT = "text"
    ROWS = "rows"
    PDF = "pdf"


@cache
def possible() -> tuple[Form, ...]:
    """Return the forms that pages can be made in here."""
    return tuple(form for form in Form if form is not Form.PDF or chromium.find())


def digest(folder: Path) -> str:
    """Return the SHA-256 over the names and bytes of the annotated pages of a folder."""
    whole = hashlib.sha256()
    for path in sorted(folder.glob("*.html")):
        whole.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


class Job(NamedTuple):
    """One page to read in one form."""

    page: Annotated
    form: Form
    data: bytes


def pages_in(folder: Path) -> list[Annotated]:
    """Return the annotated pages of a folder, by name."""
    return [read_page(path) for path in sorted(folder.glob("*.html"))]


def measure(folder: Path, forms: Sequence[Form]) -> dict[Form, dict[str, FormScore]]:
    """Return, for each form and page, how well it is recognised."""
    pages = pages_in(folder)
    jobs = [job for form in forms for job in _jobs(pages, form)]
    with ProcessPoolExecutor(2) as pool:
        scores = list(pool.map(_scored, jobs))
    found: dict[Form, dict[str, FormScore]] = {form: {} for form in forms}
    for job, score in zip(jobs, scores, strict=True):
        found[job.form][job.page.name] = score
    return found


def _jobs(pages: Sequence[Annotated], form: Form) -> Iterator[Job]:
    if form is Form.PDF:
        yield from (Job(page, form, data) for page, data in zip(pages, printed(pages), strict=True))
    else:
        for page in pages:
            yield Job(page, form, (page.site if form is Form.HTML else _lines(page, form).text).encode())


_SUFFIX: Final = {Form.HTML: "html", Form.TEXT: "txt", Form.ROWS: "txt", Form.PDF: "pdf"}


def _lines(page: Annotated, form: Form) -> Flat:
    return page.by_row if form is Form.ROWS else page.flat


def _scored(job: Job) -> FormScore:
    layout = job.page.facts.get("layout", "")
    return score_form(layout, _lines(job.page, job.form), made(job), with_icons=job.form is Form.HTML)


def made(job: Job) -> Page:
    """Return the page as it is recognised in a form, beside its flattened lines."""
    extract = read(job.data, f"{job.page.name}.{_SUFFIX[job.form]}")
    return Page(recognise(frame_of(job.page), [extract]), [extract.text], _lines(job.page, job.form).text)


def frame_of(page: Annotated) -> Document:
    """Return the document of a page, without elements."""
    facts = page.facts
    kind, year = DocumentKind(facts["kind"]), int(facts["year"])
    return Document(
        id=page.name,
        organisation=Organisation(code="GM9999", name=facts["organisation"]),
        kind=kind,
        year=year,
        title=facts.get("title", f"{kind.capitalize()} {year}"),
        adopted=date(year, 11, 1),
        reporting=Reporting(facts["reporting"]) if "reporting" in facts else None,
    )


# --- printing ------------------------------------------------------------------------------------------


def printed(pages: Sequence[Annotated]) -> list[bytes]:
    """Return the pages as a browser prints them; what was printed before is kept."""
    paths = [PRINTED / f"{hashlib.sha256(page.site.encode()).hexdigest()}-unfolded.pdf" for page in pages]
    missing = [(page, path) for page, path in zip(pages, paths, strict=True) if not path.exists()]
    if missing:
        PRINTED.mkdir(parents=True, exist_ok=True)
        with ThreadPoolExecutor(
            1
        ) as thread:  # a thread has one browser at most: a test may have its own open
            thread.submit(_print_all, missing).result()
    return [path.read_bytes() for path in paths]


def _print_all(missing: Sequence[tuple[Annotated, Path]]) -> None:
    with _browser() as browser:
        for page, path in missing:
            _print(browser, page.site, path)


def _print(browser: Browser, site: str, path: Path) -> None:
    tab = browser.new_page()
    tab.route("**/*", lambda route: route.abort())
    tab.set_content(site, wait_until="domcontentloaded")
    tab.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    made = path.with_suffix(".part")
    made.write_bytes(tab.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "15mm")))
    made.replace(path)
    tab.close()


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        yield browser
        browser.close()
