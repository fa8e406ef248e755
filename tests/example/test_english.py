from pathlib import Path

import pytest

from tests.support.language import unmarked


@pytest.fixture(scope="module")
def english(built_example: Path) -> dict[str, bytes]:
    folder = built_example / "site" / "en"
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*.html"))}


def test_the_example_is_there_in_english_page_for_page(built_example, english):
    site = built_example / "site"
    own = {str(one.relative_to(site)) for one in site.rglob("*.html")}
    assert set(english) == {name for name in own if not name.startswith(("en/", "bron/"))}


def test_no_page_in_english_says_anything_in_dutch_without_marking_it(english):
    assert unmarked(english) == []
