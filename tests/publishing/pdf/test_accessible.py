from itertools import pairwise

import pytest

from tests.support.tagged import problems

KINDS = ["report", "budget", "programme", "theme", "thread", "thread without outcome"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_independent_checker_finds_nothing_against_it(made, kind, tmp_path):
    assert problems(made[kind].data, tmp_path / "made.pdf") == []


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_what_it_is(made, pieces, kind):
    root = made[kind].file.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang).startswith("nl")
    assert root.ViewerPreferences.DisplayDocTitle
    with made[kind].file.open_metadata() as metadata:
        assert metadata["dc:title"] == pieces[kind].cover.title
        assert metadata["pdfuaid:part"] == "1"


@pytest.mark.parametrize("kind", KINDS)
def test_no_level_of_headings_is_skipped(made, kind):
    levels = made[kind].levels
    assert levels[0] == 1
    assert all(later <= before + 1 for before, later in pairwise(levels))


@pytest.mark.parametrize("kind", KINDS)
def test_every_table_has_a_head_of_header_cells_with_a_scope(made, kind):
    tables = list(made[kind].tree.all("/Table"))
    assert tables
    for table in tables:
        first, *rows = table.all("/TR")
        assert [(one.role, one.scope) for one in first.inside] == [("/TH", "/Column")] * len(first.inside)
        assert rows
        assert all(len(row.inside) == len(first.inside) for row in rows)


@pytest.mark.parametrize("kind", ["report", "budget", "programme"])
def test_the_chart_tells_its_counts_in_words(made, pieces, kind):
    (figure,) = made[kind].tree.all("/Figure")
    for one in pieces[kind].body.counts:
        assert f"{one.count} {one.word}" in figure.alt


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_is_tagged_and_has_words(made, kind):
    pages = made[kind].file.pages
    annotations = [one for page in pages for one in page.get("/Annots", [])]
    assert annotations
    assert all(str(one.get("/Contents", "")) for one in annotations)
    assert all("/StructParent" in one for one in annotations)
    assert all(page.get("/Tabs") == "/S" for page in pages)
    assert any(made[kind].tree.all("/Link"))


def test_bookmarks_name_the_chapters_and_the_programme_with_its_goals(made, pieces):
    told = made["report"].bookmarks
    assert told[:3] == ["In het kort", "Zo leest u dit", "Inhoud"]
    headings = [
        one.text for one in pieces["report"].body.blocks if hasattr(one, "level") and hasattr(one, "href")
    ]
    assert [one for one in told if one in headings] == headings
    assert told[-1] == "Waarvan dit is gemaakt"
    goal = "Inwoners die hulp nodig hebben, vinden die dichtbij huis."
    assert goal in made["budget"].bookmarks


def test_only_the_fonts_of_the_typesetter_are_in_it(made):
    for one in made.values():
        assert all(font.startswith(("Libertinus", "DejaVuSansMono", "NewCM")) for font in one.fonts), (
            one.fonts
        )
