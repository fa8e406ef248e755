"""The deadlines as a calendar: a file for an agenda, and quarters on the page."""

import re
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from rodedraad.publishing.calendar import LONGEST, Event, calendar

STAMP = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def made(*events: Event) -> bytes:
    return calendar("Agenda", events, STAMP, "1.0")


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


def an_event(summary: str = "x", description: str = "y") -> Event:
    return Event(uid="u@rodedraad", day=date(2024, 12, 31), summary=summary, description=description)


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=200))
def test_any_text_comes_back_as_it_was(text):
    lines = unfolded(made(an_event(summary=text)))
    (summary,) = [one.removeprefix("SUMMARY:") for one in lines if one.startswith("SUMMARY:")]
    assert unescaped(summary) == text


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=400))
def test_no_line_is_longer_than_the_format_allows(text):
    content = made(an_event(description=text))
    assert all(len(line) <= LONGEST for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_a_new_line_in_a_text_starts_no_line_of_the_calendar():
    content = made(an_event(summary="een\r\nEND:VCALENDAR;,"))
    assert b"SUMMARY:een\\nEND:VCALENDAR\\;\\,\r\n" in content


def test_a_deadline_is_one_whole_day_with_the_stamp_of_the_build():
    lines = unfolded(made(an_event()))
    assert "DTSTART;VALUE=DATE:20241231" in lines
    assert "DTEND;VALUE=DATE:20250101" in lines
    assert "DTSTAMP:20260102T030405Z" in lines


def test_the_calendar_of_a_site_holds_every_deadline_of_its_list_once(files):
    lines = unfolded(files["site/termijnen/termijnen.ics"])
    days = [one.split(":")[1] for one in lines if one.startswith("DTSTART")]
    tree = html.document_fromstring(files["site/termijnen/index.html"].decode())
    shown = tree.xpath("//table[contains(@class, 'rd-deadlines')]//tbody//time/@datetime")
    assert days == sorted(one.replace("-", "") for one in shown)
    uids = [one for one in lines if one.startswith("UID:")]
    assert len(uids) == len(set(uids)) == len(days)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(days)


def test_every_quarter_says_how_many_deadlines_end_in_it(files):
    tree = html.document_fromstring(files["site/termijnen/index.html"].decode())
    links = tree.xpath("//ul[@class='rd-quarters']//a")
    assert links
    for link in links:
        count, quarter, year = re.fullmatch(
            r"(\d+) (\d)e kwartaal (\d{4})", link.text_content().strip()
        ).groups()
        table = link.xpath("ancestor::section[1]//tbody")[0]
        ends = [date.fromisoformat(one) for one in table.xpath(".//time/@datetime")]
        own = [one for one in ends if (one.year, (one.month - 1) // 3 + 1) == (int(year), int(quarter))]
        assert len(own) == int(count)
        (row,) = table.xpath(f".//tr[@id='{link.get('href')[1:]}']")
        assert row.xpath("string(.//time/@datetime)") == own[0].isoformat()
