"""Words that point to another place of the document: "zie paragraaf 3.2", "opgenomen in bijlage 2"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from rodedraad.recognising.sieve import Sought
from rodedraad.recognising.vocabulary import any_of

MOST_WORDS: Final = 10
"""A name in running text is looked for in so many words."""
_NUMBER: Final = (
    r"(?:[A-Z]{1,2}\.?)?\d{1,3}(?:[.\-]\d{1,3}){0,4}[a-z]?(?![\w%])|[A-Z](?![\w’'])|[IVX]{1,4}(?!\w)"
)
_MORE: Final = re.compile(rf"\s*(?:,|en|of|t/m|tot en met)\s+(?P<number>{_NUMBER})")
_FIRST: Final = re.compile(rf"(?P<number>{_NUMBER})")
_QUOTED: Final = re.compile(r"[“\"‘'„](?P<name>(?:[^”\"’']|[’'](?=\w)){2,90})[”\"’']")
_NAME: Final = re.compile(r"[^\s.,;:()\[\]!?|“”\"„](?:[^.,;:()\[\]!?|\n“”\"„]|\.(?=\w)){1,120}")
_GOES_ON: Final = re.compile(rf"\s+(?:{any_of('references', 'ends')})\b")
_OTHER: Final = re.compile(rf"\s+(?:van|uit|bij|in) (?:de|het|een) (?!{any_of('references', 'here')}\b)\w")
_TITLED: Final = re.compile(r"\s*[-–:]?\s*(?P<name>[A-Z][^.,;:()\[\]!?|\n]{2,90})")


class Mention(NamedTuple):
    """A place that words point to: what sort of place, its number or name, and where the words stand.

    `place` is where the words for the place itself begin ("bijlage 2" in "zie bijlage 2"); a further
    number of a row has no word of its own, so that it begins at its number.  `names` are what its name may
    be, the longest first; `sure` is false of words that need not be a name.
    """

    word: str
    number: str | None
    names: tuple[str, ...]
    start: int
    end: int
    place: int
    is_page: bool = False
    sure: bool = True

    @property
    def label(self) -> str:
        """The word for the sort of place where a number of a row does not repeat it."""
        return self.word if self.place == self.start and self.number is not None else ""


@cache
def _pointing() -> Sought:
    lead = any_of("references", "lead")
    words = f"{any_of('references', 'chapter')}|{any_of('references', 'page')}"
    return Sought(
        rf"\b{lead}\s+(?:(?!{lead})[^\s.;:()?!]+\s+){{0,6}}?[“\"‘']?(?P<word>{words})[”\"’']?\s+(?=[\w“\"‘'„(])"
    )


@cache
def _is_page() -> re.Pattern[str]:
    return re.compile(any_of("references", "page"), re.IGNORECASE)


def mentions(text: str) -> Iterator[Mention]:
    """Yield the places that a text points to; what is in another document than this is none."""
    for found in _pointing().finditer(text):
        yield from _of(text, found, text[slice(*found.span("word"))])


def _of(text: str, found: re.Match[str], word: str) -> Iterator[Mention]:
    number = _FIRST.match(text, found.end())
    if number is not None:
        yield from _numbered(text, found, word, number)
        return
    quoted = _QUOTED.match(text, found.end())
    if quoted is not None:
        if not _OTHER.match(text, quoted.end()):
            own = (quoted["name"],)
            yield Mention(word, None, own, found.start(), quoted.end(), found.start("word"))
        return
    name = _NAME.match(text, found.end())
    if name is not None and not _is_page().fullmatch(word):
        yield _named(found, word, name)


def _numbered(text: str, lead: re.Match[str], word: str, number: re.Match[str]) -> Iterator[Mention]:
    """Yield a mention for each of the numbers in a row: programma's 4, 5 en 6."""
    found = [number]
    while (after := _MORE.match(text, found[-1].end("number"))) is not None:
        found.append(after)
    if _OTHER.match(text, found[-1].end("number")):
        return
    is_page = _is_page().fullmatch(word) is not None
    titled = _TITLED.match(text, number.end()) if len(found) == 1 else None
    names = tuple(_beginnings(titled["name"])) if titled else ()
    for one in found:
        start, place = (lead.start(), lead.start("word")) if one is number else (one.start("number"),) * 2
        yield Mention(word, one["number"], names, start, one.end("number"), place, is_page=is_page)


def _named(lead: re.Match[str], word: str, name: re.Match[str]) -> Mention:
    """Return the mention of a name in running text: where it ends is not told, so all it may be is kept."""
    words = name.group()
    other = _OTHER.search(words)
    within = words[: other.start()] if other is not None else words
    ends = _GOES_ON.search(within)
    own = within[: ends.start()] if ends is not None else within
    return Mention(
        word=word,
        number=None,
        names=tuple(_beginnings(within)),
        start=lead.start(),
        end=name.start() + len(own.rstrip()),
        place=lead.start("word"),
        sure=words[:1].isupper() and other is None,
    )


def _beginnings(words: str) -> Iterator[str]:
    """Yield the first ten words, nine words, … of a text."""
    ends = [found.end() for found in re.finditer(r"\S+", words)][:MOST_WORDS]
    for end in reversed(ends):
        yield words[:end].rstrip(" -–,")
