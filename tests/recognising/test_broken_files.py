"""Each broken file gives a document that keeps every promise, or one clear line of Dutch; soon."""

from collections.abc import Callable
from time import process_time

import pytest

from tests.reading.broken import BROKEN
from tests.recognising.test_any_input import understood

SOON = 20
FILES = [
    pytest.param(name, made, id=f"{name[2:]}: {what}")
    for name, group in BROKEN.items()
    for what, made in group.items()
]
READ = {
    "txt": {"utf-16", "from right to left", "old lines"},
    "html": {"tables mis-nested", "a column over a hundred thousand", "rows over nothing", "CDATA"},
    "docx": {"without its styles", "a style that is its own base", "a cell over a hundred thousand"},
    "odt": {"a million rows, sixteen thousand columns", "spaces without end"},
    "pdf": {"a drawing that draws itself", "letters that lie down", "rows on rows"},
}


@pytest.mark.parametrize(("name", "made"), FILES)
def test_a_broken_file_is_read_or_refused_in_one_line(
    name: str, made: Callable[[], bytes], request: pytest.FixtureRequest
) -> None:
    data = made()
    start = process_time()
    document = understood(data, name)
    assert process_time() - start < SOON
    what = request.node.callspec.id.split(": ")[1]
    if what in READ.get(name[2:], set()):
        assert document is not None
        assert document.elements
