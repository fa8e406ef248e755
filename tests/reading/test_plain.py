from datetime import datetime

import pytest

from rodedraad.model.terms import BlockRole
from rodedraad.reading import ReadingError, read
from tests.reading.extracts import checked, content, own, rows

WRAPPED = """\
De gemeente wil dat inwoners zo lang mogelijk zelfstandig kunnen
wonen. Daarvoor breiden wij het aantal ontmoetingsplekken uit en
ondersteunen wij mantelzorgers met een nieuw aanbod in elke wijk
van de gemeente.

Wat gaan we doen

- In 2021 openen wij drie ontmoetingsplekken, samen met partners
  uit de wijken.
- Wij onderzoeken de vraag naar respijtzorg.
"""


def test_every_line_is_a_block_and_the_text_stays_as_it_is():
    text = "Ambitie\r\n\r\n  Het programma \u00a0\r\nwil dat.\t\r\n"
    extract = checked(text, "pagina.txt")
    assert extract.text == text
    assert rows(extract) == [
        ("paragraph", "Ambitie"),
        ("paragraph", "Het programma"),
        ("paragraph", "wil dat."),
    ]


def test_bullets_stand_outside_the_block_and_tell_the_depth():
    text = "Doelen:\n • een\n    o twee\n    – drie\n • vier\n\n- vijf\nTekst\n* zes\n"
    assert rows(checked(text, "pagina.txt")) == [
        ("paragraph", "Doelen:"),
        ("list-item1", "een"),
        ("list-item2", "twee"),
        ("list-item2", "drie"),
        ("list-item1", "vier"),
        ("list-item1", "vijf"),
        ("paragraph", "Tekst"),
        ("list-item1", "zes"),
    ]


def test_a_number_stays_in_its_list_item():
    text = "1. Mantelzorgers kunnen hun taak aan.\n2) Vrijwilligers\na. ouders\n3.\n2021 was een goed jaar\n1.250 inwoners"
    assert rows(checked(text, "pagina.txt")) == [
        ("list-item1", "1. Mantelzorgers kunnen hun taak aan."),
        ("list-item1", "2) Vrijwilligers"),
        ("list-item1", "a. ouders"),
        ("paragraph", "3."),
        ("paragraph", "2021 was een goed jaar"),
        ("paragraph", "1.250 inwoners"),
    ]


def test_a_dash_without_words_or_space_is_no_bullet():
    assert rows(checked("-\n-5 procent\no.a. jeugd\nof dat", "a.txt")) == [
        ("paragraph", "-"),
        ("paragraph", "-5 procent"),
        ("paragraph", "o.a. jeugd"),
        ("paragraph", "of dat"),
    ]


def test_lines_broken_to_fit_a_width_are_one_block():
    extract = checked(WRAPPED, "mail.txt")
    assert extract.text == WRAPPED
    assert [(role, text[:12], text.count("\n")) for role, text in rows(extract)] == [
        ("paragraph", "De gemeente ", 3),
        ("paragraph", "Wat gaan we ", 0),
        ("list-item1", "In 2021 open", 1),
        ("list-item1", "Wij onderzoe", 0),
    ]


def test_short_lines_that_could_have_held_more_are_not_joined():
    text = "\n".join(
        ["Ambitie", "Wat willen we bereiken?", "Thema Ondersteuning van inwoners in de wijken", "Lasten"] * 4
    )
    assert len(checked(text, "kort.txt").blocks) == 16


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Één idee – 5 €".encode(), "Één idee – 5 €"),
        (b"\xef\xbb\xbf" + "Één".encode(), "Één"),
        ("Één idee – 5 €".encode("cp1252"), "Één idee – 5 €"),
        (b"\xff\xfe" + "Één\n".encode("utf-16-le"), "Één\n"),
        (b"\xfe\xff" + "Één".encode("utf-16-be"), "Één"),
    ],
)
def test_encodings(data, expected):
    assert checked(data, "pagina.txt").text == expected


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"abc\0def", "binair"),
        (b"tekst \x01\x02\x03\x04", "binair"),
        ("één twee drië".encode() + b" \xe9 ", "deels UTF-8"),
        (b"\xff\xfea\x00b", "niet te lezen als utf-16"),
        (b"tekst \x81 en \x8d", "niet te lezen als cp1252"),
        ("tekst é".encode()[:-1], "breekt midden in een teken af"),
    ],
)
def test_what_is_no_sound_text_is_refused_with_a_place(data, problem):
    with pytest.raises(ReadingError, match=problem) as caught:
        read(data, "map/pagina.txt")
    error = caught.value
    assert error.file == "map/pagina.txt"
    assert error.place
    assert error.remedy
    assert "\n" not in str(error)


def test_the_footer_gives_two_times_and_stays_a_paragraph():
    footer = "Deze pagina is gebouwd op 06/08/2021 08:17:54 met de export van 06/07/2021 08:01:40"
    extract = checked(f"Tekst\n\n{footer}", "pagina.txt")
    assert extract.built_at == datetime.fromisoformat("2021-06-08T08:17:54")
    assert extract.exported_at == datetime.fromisoformat("2021-06-07T08:01:40")
    assert rows(extract)[-1] == ("paragraph", footer)


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("08/24/2022 13:58:51", datetime.fromisoformat("2022-08-24T13:58:51")),
        ("24/08/2022 13:58:51", datetime.fromisoformat("2022-08-24T13:58:51")),
        ("24/28/2022 13:58:51", None),
    ],
)
def test_the_month_stands_first_unless_it_cannot(stamp, moment):
    assert checked(f"Deze pagina is gebouwd op {stamp}", "a.txt").built_at == moment


def test_lines_of_the_site_are_furniture():
    extract = checked(
        "Terug naar navigatie - Zorg\nmenu\nHome\n\nWat willen we?\nHome is waar het hart is\n50% Complete",
        "a.txt",
    )
    assert content(extract) == ["Wat willen we?", "Home is waar het hart is"]
    assert [aside.why for aside in extract.set_aside] == ["navigatie", "voortgangsbalk van de site"]
    assert extract.blocks[0].role is BlockRole.FURNITURE


def test_zero_width_characters_count_as_white_space():
    extract = checked("\u200b\n\ufeff Tekst\u200b\n", "a.txt")
    assert [own(extract, block) for block in extract.blocks] == ["Tekst"]
