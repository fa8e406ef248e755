"""HTML pages to measure on: those of the example dossier, and the reference pages where they are present."""

from pathlib import Path

from tests.support.wrap import Variant, tables_of, to_html

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT.parent / "shared" / "reference" / "pages"


def pages() -> dict[str, bytes]:
    """Return HTML pages by name; the reference pages are given back the mark-up they may have had."""
    found = {path.name: path.read_bytes() for path in sorted((ROOT / "examples").rglob("*.html"))}
    for path in sorted(REFERENCE.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for variant in Variant:
            found[f"{path.stem}-{variant.value}.html"] = to_html(text, tables_of(path.stem), variant).encode()
    return found


def grown(page: bytes, times: int) -> bytes:
    """Return a page whose body is told `times` over."""
    start, end = page.index(b"<body"), page.rindex(b"</body>")
    start = page.index(b">", start) + 1
    return page[:start] + page[start:end] * times + page[end:]
