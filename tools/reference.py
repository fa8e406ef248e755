"""Writes the pages of docs/ that are made from the code: the commands and the findings."""

from pathlib import Path

from rodedraad.checking.page import catalogue_page
from rodedraad.cli.reference import reference_page

DOCS = Path(__file__).parents[1] / "docs"
PAGES = {"cli.md": reference_page, "bevindingen.md": catalogue_page}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
