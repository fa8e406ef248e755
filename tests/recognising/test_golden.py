from pathlib import Path

import pytest

from tests.recognising.golden import FOLDER, pages, tree_of


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_a_page_makes_the_tree_beside_it(page: Path) -> None:
    assert tree_of(page) == page.with_suffix(".tree").read_text(encoding="utf-8"), (
        "read the difference; if it is right: python -m tests.recognising.golden --update-golden"
    )


def test_no_tree_is_without_its_page() -> None:
    assert {path.stem for path in FOLDER.glob("*.tree")} == {page.stem for page in pages()}
