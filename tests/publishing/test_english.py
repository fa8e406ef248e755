"""The site in English: complete, and beside the site in Dutch without touching it."""

import ast
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

from rodedraad.checking.catalogue import RULES
from rodedraad.linking import balance
from rodedraad.model.terms import Language
from rodedraad.publishing import dutch, english
from rodedraad.publishing.language.loader import words_of
from rodedraad.publishing.language.pieces import pieces
from rodedraad.publishing.language.spoken import rows_beside, say, sentences, speaking, spoken_in
from rodedraad.publishing.publish import publish
from rodedraad.publishing.shown import counted, day, euro_short, number, period
from rodedraad.publishing.words import rows, word
from tests.support.language import DUTCH, unmarked

PUBLISHING = Path(str(resources.files("rodedraad.publishing")))
DUTCH_ALONE = {"source.html"}
"""Templates of pages that all languages share."""
NOT_PAGES = {"opendata", "pdf", "theming", "feeds", "language", "dutch.py", "english.py"}


@pytest.fixture(scope="module")
def both(build) -> dict[str, bytes]:
    dossier = replace(build.dossier, languages=(Language.DUTCH, Language.ENGLISH))
    return dict(publish(replace(build, dossier=dossier)))


def test_every_piece_of_a_template_has_english():
    there = words_of(Language.ENGLISH)
    missing = [
        f"{file.name}: {piece.text}"
        for file in sorted((PUBLISHING / "templates").glob("*.html"))
        if file.name not in DUTCH_ALONE
        for piece in pieces(file.read_text(encoding="utf-8"))
        if piece.text not in there
    ]
    assert missing == []


def test_no_english_is_kept_for_a_piece_that_is_gone():
    whole = "".join(file.read_text(encoding="utf-8") for file in (PUBLISHING / "templates").glob("*.html"))
    assert [one for one in words_of(Language.ENGLISH) if one not in whole] == []


def test_every_word_has_english_with_an_explanation_where_it_has_one_in_dutch():
    told = {(row["group"], row["key"]): row for row in rows_beside("words.tsv")}
    own = {(row["group"], row["key"]): row for row in rows("words.tsv")}
    assert set(told) == set(own)
    for key, row in own.items():
        assert [bool(told[key][name]) for name in ("word", "explanation")] == [
            bool(row[name]) for name in ("word", "explanation")
        ], key


def _code() -> Iterator[ast.AST]:
    for file in sorted(PUBLISHING.rglob("*.py")):
        if not NOT_PAGES.intersection(file.relative_to(PUBLISHING).parts):
            yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def _texts(node: ast.AST) -> list[str]:
    return [
        one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]


def _calls(name: str) -> Iterator[ast.Call]:
    for node in _code():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def test_every_sentence_that_code_says_has_english():
    there = sentences(Language.ENGLISH)
    said = {text for call in _calls("say") for text in _texts(call.args[0]) if text.strip(" {}|")}
    nouns = {"|".join(_texts(one)[0] for one in call.args[1:]) for call in _calls("counted")}
    assert sorted((said | nouns) - set(there)) == []


def test_no_dutch_sentence_of_code_goes_unsaid():
    """A text of more than one word with a Dutch word in it is no code, no name and no place."""
    there = sentences(Language.ENGLISH)
    unsaid = [
        text
        for file in sorted(set((PUBLISHING / "views").glob("*.py")) - {PUBLISHING / "views" / "source.py"})
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(text := node.value, str)
        if " " in text.strip() and "\n" not in text and DUTCH.search(text) and not text.endswith(".")
        if text not in there and not any(text in one for one in there)
    ]
    assert unsaid == []


def test_every_rule_question_term_and_column_has_english():
    there = sentences(Language.ENGLISH)
    rules = [text for one in RULES for text in (one.title, one.explanation, one.remedy)]
    asked = [row[name] for row in rows("questions.tsv") for name in ("question", "reason")]
    terms = [row["explanation"] for row in rows("terms.tsv")]
    data = [
        row[name]
        for table in ("opendata/tables.tsv", "opendata/columns.tsv")
        for row in rows(table)
        for name in ("title", "explanation", "meaning")
        if name in row
    ]
    left_out = [balance.GOAL_WITH_ACTIVITIES, balance.MONEY_AND_RISK, balance.WITHOUT_PROMISE]
    assert [one for one in (*rules, *asked, *terms, *data, *left_out) if one not in there] == []


def test_every_page_has_its_counterpart_and_leads_to_it(both):
    own = {
        name for name in both if name.endswith(".html") and not name.startswith(("site/en/", "site/bron/"))
    }
    told = {name for name in both if name.endswith(".html") and name.startswith("site/en/")}
    assert {name.replace("site/en/", "site/", 1) for name in told} == own
    page = html.document_fromstring(both["site/en/draad/t-a1/index.html"].decode())
    assert page.get("lang") == "en"
    assert page.xpath("//nav[@class='rd-languages']//a/@href") == [
        "../../../draad/t-a1/index.html",
        "../../../en/draad/t-a1/index.html",
    ]
    assert page.xpath("//nav[@class='rd-languages']//a[@aria-current]/@lang") == ["en"]


def test_a_page_names_its_own_address_and_those_in_every_language(build):
    dossier = replace(
        build.dossier, languages=(Language.DUTCH, Language.ENGLISH), address="https://draad.voorbeeldstad.nl"
    )
    made = dict(publish(replace(build, dossier=dossier)))
    page = html.document_fromstring(made["site/en/over/index.html"].decode())
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://draad.voorbeeldstad.nl/en/over/"]
    assert page.xpath("//link[@hreflang]/@hreflang") == ["nl", "en"]
    assert page.xpath("//link[@hreflang]/@href") == [
        "https://draad.voorbeeldstad.nl/over/",
        "https://draad.voorbeeldstad.nl/en/over/",
    ]


def test_files_are_shared_and_dutch_pages_differ_by_the_switch_alone(files, both):
    assert {name for name in both if not name.startswith("site/en/")} == set(files)
    switch = re.compile(
        rb'<nav class="rd-languages".*?</nav>\n|<link rel="alternate" hreflang=[^>]*>\n', re.DOTALL
    )
    changed = [name for name in files if switch.sub(b"", both[name]) != files[name]]
    assert [name for name in changed if not name.startswith(("data/", "site/data/"))] == []


def test_without_english_there_is_no_switch(files):
    assert not any(name.startswith("site/en/") for name in files)
    assert b"rd-languages" not in files["site/index.html"]


def test_the_same_build_gives_the_same_english_bytes(build, both):
    dossier = replace(build.dossier, languages=(Language.DUTCH, Language.ENGLISH))
    assert dict(publish(replace(build, dossier=dossier))) == both


def test_no_english_page_says_anything_in_dutch_without_marking_it(both):
    told = {name: one for name, one in both.items() if name.startswith("site/en/") and name.endswith(".html")}
    assert unmarked(told) == []


def test_numbers_days_and_money_are_shown_in_the_language_that_is_spoken():
    when = english.date(2021, 10, 1), english.date(2021, 12, 31)
    assert (number(1234567.5), period(*when)) == ("1.234.567,5", "4e kwartaal 2021")
    with speaking(Language.ENGLISH):
        assert number(1234567.5) == "1,234,567.5"
        assert period(*when) == "4th quarter 2021"
        assert day(when[0]) == "1 October 2021"
        assert euro_short(1_250_000) == "€1.2 million"
        assert [counted(n, "keer", "keer") for n in (1, 2)] == ["1 time", "2 times"]
        assert word("outcome", "done") == "done"
    assert word("outcome", "done") == "gedaan"


def test_english_knows_every_form_that_dutch_has():
    def forms(module: object) -> set[str]:
        return {name for name, one in vars(module).items() if callable(one) and name[0].islower()}

    own = {"day", "period", "quarter_of", "number", "chance", "euro", "euro_short", "later", "counted"}
    assert own <= forms(dutch)
    assert own <= forms(english)


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ((2022, 1, 1), (2022, 12, 31), "2022"),
        ((2022, 1, 1), (2024, 12, 31), "2022 to 2024"),
        ((2022, 7, 1), (2022, 12, 31), "2nd half 2022"),
        ((2022, 7, 1), (2022, 7, 31), "July 2022"),
        ((2022, 7, 3), (2022, 7, 3), "3 July 2022"),
        ((2022, 7, 3), (2022, 8, 1), "3 July 2022 to 1 August 2022"),
    ],
)
def test_a_period_has_the_plainest_english_name(start, end, told):
    assert english.period(english.date(*start), english.date(*end)) == told


@pytest.mark.parametrize(("days", "told"), [(1, "1 day later"), (-61, "2 months earlier")])
def test_how_much_later_something_comes(days, told):
    assert english.later(days) == told


@pytest.mark.parametrize(("score", "told"), [(0.999, "more than 99%"), (0.001, "less than 1%"), (0.5, "50%")])
def test_a_chance_is_never_certain(score, told):
    assert english.chance(score) == told


def test_who_takes_what_is_made_is_not_spoken_to_in_its_language():
    def made() -> Iterator[str]:
        yield say("niet bekend")
        yield say("niet bekend")

    taken = [(one, say("niet bekend")) for one in spoken_in(Language.ENGLISH, made())]
    assert taken == [("not known", "niet bekend")] * 2
