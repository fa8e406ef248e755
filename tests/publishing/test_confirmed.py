import csv
import io
import re

import pytest
from lxml import html
from msgspec import structs

from rodedraad.model.build import Build
from rodedraad.model.terms import Decision
from rodedraad.publishing.publish import publish

SAID = re.compile(r"door een mens bevestigd: ([\d.]+)")


@pytest.fixture(scope="module")
def decided_files(build: Build) -> dict[str, bytes]:
    """The same site after a person confirmed every link that was made."""
    made = build.threads.links
    links = tuple(
        structs.replace(one, decision=Decision.CONFIRMED) if one.decision is Decision.AUTO else one
        for one in made
    )
    return dict(publish(structs.replace(build, threads=structs.replace(build.threads, links=links))))


def text_of(files: dict[str, bytes], name: str) -> str:
    return " ".join(html.fromstring(files[f"site/{name}"]).text_content().split())


def said(files: dict[str, bytes], name: str) -> list[int]:
    return [int(number) for number in SAID.findall(text_of(files, name))]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("beloften/index.html", None, None),
        ("beloften/jaar-2024-GM9901/done/index.html", [1], [2]),
        ("beloften/jaar-2024-GM9901/partly/index.html", [0], [1]),
        ("document/begroting-2024/index.html", [1], [15]),
        ("verschuivingen/index.html", [0], None),
        ("index.html", None, None),
    ],
)
def test_a_count_of_promises_says_how_many_a_person_confirmed(
    files: dict[str, bytes],
    decided_files: dict[str, bytes],
    name: str,
    before: list[int] | None,
    after: list[int] | None,
) -> None:
    assert said(files, name)
    assert before is None or said(files, name) == before
    assert after is None or said(decided_files, name) == after
    assert sum(said(decided_files, name)) > sum(said(files, name))


def test_every_kind_of_page_with_a_count_of_promises_says_it(files: dict[str, bytes]) -> None:
    counted = [
        name.removeprefix("site/")
        for name in files
        if re.search(r"site/(beloften/|document/[^/]+/(onderdeel/[^/]+/)?index\.html)", name)
        and name.endswith(".html")
        and re.search(r"\d+ belofte", text_of(files, name.removeprefix("site/")))
    ]
    assert len(counted) > 10
    assert [name for name in counted if not said(files, name)] == []


def test_no_more_are_confirmed_than_there_are(decided_files: dict[str, bytes]) -> None:
    rows = list(csv.DictReader(io.StringIO(decided_files["site/beloften/lijst.csv"].decode())))
    assert rows
    assert all(int(row["bevestigd"]) <= int(row["aantal"]) for row in rows)
    assert any(row["bevestigd"] == row["aantal"] for row in rows)


def test_links_that_are_not_shown_say_how_many_are_confirmed(files: dict[str, bytes]) -> None:
    told = [text_of(files, name.removeprefix("site/")) for name in files if name.endswith(".html")]
    more = [words for words in told if "tussen dezelfde teksten" in words]
    assert all(SAID.search(words.partition("tussen dezelfde teksten")[2]) for words in more)
