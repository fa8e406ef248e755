from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.model.document import Element
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Thread
from rodedraad.publishing import addresses
from rodedraad.publishing.chart import segments, shares
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.tally import introduces
from rodedraad.publishing.timeline import timeline
from rodedraad.publishing.views.common import sentence_around, title_of
from rodedraad.publishing.views.lines import Line, choose, joined
from rodedraad.publishing.words import word, words


def line(type_: str, text: str = "x", **more: object) -> Line:
    return Line(type=type_, anchor=f"e-{text}", text=text, place=None, kind="", **more)  # type: ignore[arg-type]


@given(st.text())
def test_an_address_is_safe_whatever_the_id(identity):
    name = addresses.safe(identity)
    assert name == addresses.safe(identity)
    assert all(character.isascii() and (character.isalnum() or character in "-_.") for character in name)
    assert name not in {"", ".", ".."}
    assert ".." not in name


def test_a_plain_id_is_its_own_address():
    assert addresses.safe("begroting-2024_v1.2") == "begroting-2024_v1.2"
    assert addresses.safe("a/b") != addresses.safe("a b")


def test_the_way_to_the_root():
    assert addresses.root("index.html") == ""
    assert addresses.root("draad/x/index.html") == "../../"
    assert addresses.beside("beloften/index.html", "lijst.csv") == "beloften/lijst.csv"


@given(st.lists(st.integers(1, 500), min_size=1, max_size=12))
def test_segments_fill_the_bar_in_order(counts):
    made = segments(counts)
    starts = [float(one.start.rstrip("%")) for one in made]
    assert starts == sorted(starts)
    assert sum(float(one.width.rstrip("%")) for one in made) == pytest.approx(100, abs=0.1)


def test_bars_stand_on_one_scale_from_zero():
    assert shares([50, 100, 0]) == ("50%", "100%", "0%")
    assert shares([]) == ()


def test_years_are_written_where_they_do_not_collide():
    far = timeline((date(2021, 1, 1), date(2024, 1, 1)), date(2021, 1, 1), date(2025, 1, 1), loose=False)
    near = timeline((date(2021, 1, 1), date(2021, 6, 1)), date(2021, 1, 1), date(2025, 1, 1), loose=True)
    assert [stop.labelled for stop in far.stops] == [True, True]
    assert [stop.labelled for stop in near.stops] == [False, True]


def test_labels_that_follow_each_other_and_cells_of_a_row_stand_on_one_line():
    lines = [
        line("label", "Status"),
        line("label", "Toelichting"),
        line("text", "G", row=(0, 1, 2)),
        line("text", "uitgevoerd", row=(0, 1, 2)),
        line("text", "Een toelichting."),
    ]
    made = joined(lines)
    assert [[item.text for item in one.items] for one in made] == [
        ["Status", "Toelichting"],
        ["G", "uitgevoerd"],
        [],
    ]
    assert not made[0].codes


def test_headings_without_chosen_promises_are_left_out():
    lines = [
        line("heading", "een", level=2),
        line("heading", "twee", level=3),
        line("heading", "drie", level=2),
    ]
    assert choose(lines, "te-laat") == ()
    assert choose(lines, "") == tuple(lines)


def test_a_few_words_come_with_their_sentence():
    text = "Begin.\n  • De bouw is klaar. De opening is uitgesteld naar juni. Daarna volgt meer."
    start = text.index("uitgesteld")
    assert sentence_around(text, start, start + len("uitgesteld")) == ("De opening is ", " naar juni.")
    assert sentence_around(text, 0, 70) == ("", "")


def test_every_word_on_screen_explains_itself():
    assert all(one.explanation for one in words("outcome").values())
    assert word("outcome", "done") == "gedaan"
    assert word("outcome", "unheard-of") == "unheard-of"


def test_codes_and_repeated_titles_go_with_the_line_they_stand_before():
    lines = [
        line("label", "Begroting 2024"),
        line("heading", "Ambitie", level=2),
        line("label", "1."),
        line("label", "S1"),
        line("promise", "We doen het.", number="1."),
    ]
    heading, promise = joined(lines, "Begroting 2024")
    assert [mark.anchor for mark in heading.marks] == ["e-Begroting 2024"]
    assert [mark.anchor for mark in promise.marks] == ["e-1.", "e-S1"]
    assert [mark.text for mark in promise.codes_to_show] == ["S1"]


def test_labels_with_words_keep_a_line_of_their_own():
    lines = [line("label", "Wat gaan we doen?"), line("promise", "We doen het.")]
    assert [one.type for one in joined(lines, "Begroting 2024")] == ["items", "promise"]


def test_a_title_that_was_cut_is_shown_to_the_end_of_its_sentence(build):
    lookup = Lookup(build)
    pointer, element = next((at, one) for at, one in lookup.elements.items() if len(one.text) > 40)
    cut = Thread(id="t", title=element.text[:20].rstrip() + "…", members=(pointer,))
    assert title_of(lookup, cut) == element.text.rstrip(" .;:,")
    row = Thread(id="t", title="Wachttijd | weken | 3,0 | 2 | Waardteam", members=(pointer,))
    assert title_of(lookup, row) == "Wachttijd, weken"
    assert title_of(lookup, Thread(id="t", title="", members=(pointer,))) == "t"


@pytest.mark.parametrize(("text", "expected"), [("De hoofdlijnen:", True), ("We openen een loket.", False)])
def test_a_text_that_announces_what_follows_is_no_promise(text, expected):
    assert introduces(Element(id="a", kind=Kind.GOAL, text=text)) is expected
