"""Whole pages in each layout, beside the tree that is made of them (`golden/<page>.tree`).

    python -m tests.recognising.golden --update-golden

writes the trees anew; read the difference before committing it.
"""

import argparse
from pathlib import Path

from rodedraad.model.terms import DocumentKind
from tests.recognising.pages import recognised, tree

FOLDER = Path(__file__).parent / "golden"


def pages() -> list[Path]:
    """The pages, named `<kind>-<year>-<layout>`."""
    return sorted(path for path in FOLDER.iterdir() if path.suffix != ".tree")


def tree_of(page: Path) -> str:
    """The tree that is made of a page."""
    kind, year, _ = page.stem.split("-", 2)
    return tree(recognised(page.read_bytes(), DocumentKind(kind), int(year), page.name))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--update-golden", action="store_true", required=True, help="write the trees anew")
    parser.parse_args()
    for page in pages():
        page.with_suffix(".tree").write_text(tree_of(page), encoding="utf-8")


if __name__ == "__main__":
    main()
