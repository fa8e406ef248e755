"""Who answers for a programme: the role in a line such as "Portefeuillehouder: wethouder Zorg".

Only roles are kept.  A line that tells no more than a person's name gives the portfolio of the programme
that it stands under; a word is taken for a field of policy only where the vocabulary holds it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from msgspec.structs import replace

from rodedraad.model.document import Element, Reference, Span
from rodedraad.model.taakvelden import taakveld_names
from rodedraad.model.terms import Kind
from rodedraad.model.text import Extract
from rodedraad.recognising.vocabulary import any_of, words_of

ROLE: Final = "person-role"
PLACES: Final = frozenset({Kind.PROGRAMME, Kind.THEME})
HEADS: Final = frozenset({Kind.HEADING, Kind.SECTION, Kind.THEME})
_LONGEST: Final = 200
_HEAD: Final = any_of("portfolios", "head")
_OFFICE: Final = any_of("portfolios", "office")
_ONLY_HEAD: Final = re.compile(rf"\s*{_HEAD}\s*[:–-]?\s*", re.IGNORECASE)
_FIELD: Final = re.compile(rf"\s*{_HEAD}\s*(?:[:–|\t]\s*|\s(?={_OFFICE}\b))(?=\S)", re.IGNORECASE)
_APART: Final = re.compile(rf"\s*(?:[;/\n|]|,(?=\s*{_OFFICE}\b)|\ben(?=\s+{_OFFICE}\b))\s*", re.IGNORECASE)
_HOLDER: Final = re.compile(
    rf"(?:de )?(?P<office>{_OFFICE})?s?\b\s*(?:van |voor )?(?P<rest>.*)", re.IGNORECASE
)
_IN_BRACKETS: Final = re.compile(r"\(([^()]*)\)")
_WORD: Final = re.compile(r"&|[^\s,()&]+")


def with_portfolios(elements: Sequence[Element], texts: Sequence[Extract]) -> tuple[Element, ...]:
    """Return the elements with the roles that a line for the portfolio holder names, as `person-role`.

    The line holds the words for it, or stands directly under them.  A name is never kept.
    """
    by_id = {one.id: one for one in elements}
    before: Element | None = None
    made = []
    for element in elements:
        start = _value_start(element, before, texts)
        made.append(element if start is None else _with_roles(element, start, texts, by_id))
        before = element
    return tuple(made)


def _value_start(element: Element, before: Element | None, texts: Sequence[Extract]) -> int | None:
    """Return where in its text an element begins to name who holds the portfolio; None where it does not."""
    if not element.spans or len(element.text) > _LONGEST:
        return None
    field = _FIELD.match(_words(element.spans[0], texts))
    if field:
        return field.end()
    heads = [element.label or ""]
    if before is not None and before.kind in HEADS:
        heads.append(before.text)
    under = any(_ONLY_HEAD.fullmatch(one) for one in heads)
    return 0 if under and element.kind is Kind.NARRATIVE else None


def _words(span: Span, texts: Sequence[Extract]) -> str:
    return texts[span.source].text[span.start : span.end]


def _with_roles(
    element: Element, start: int, texts: Sequence[Extract], by_id: Mapping[str, Element]
) -> Element:
    span = element.spans[0]
    owner = _place(element, by_id)
    found: dict[str, Reference] = {}
    for first, words in _holders(_words(span, texts), start):
        name = role(words) or (f"portefeuillehouder van {owner}" if owner else "")
        begin = span.start + first
        evidence = Span(source=span.source, start=begin, end=begin + len(words))
        if name:
            found.setdefault(name, Reference(kind=ROLE, name=name, evidence=evidence))
    return replace(element, refs=(*element.refs, *found.values())) if found else element


def _holders(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield each holder that is named from `start` on, with where it stands."""
    for apart in (*_APART.finditer(text, start), None):
        end = apart.start() if apart else len(text)
        words = text[start:end]
        if any(map(str.isupper, words)) or is_field(words) or role(words):
            yield start + len(words) - len(words.lstrip()), words.strip()
        start = apart.end() if apart else end


def role(words: str) -> str | None:
    """Return the role that a few words name; None where they name a person, or nothing that is known."""
    told = _HOLDER.match(" ".join(words.split()))
    if told is None:
        return None
    office = (told["office"] or "portefeuillehouder").lower()
    told_in = (*_IN_BRACKETS.findall(told["rest"]), _IN_BRACKETS.sub("", told["rest"]))
    fields = (one.strip(" .,:;-–") for one in told_in)
    field = next((one for one in fields if is_field(one)), None)
    return f"{office} {field}" if field else None


def is_field(words: str) -> bool:
    """Return whether words are fields of policy and nothing else, not all of them surnames too."""
    parts = [part for word in _WORD.findall(words.lower()) for part in word.strip("-.").split("-")]
    bare = [one for one in parts if one and one not in words_of("portfolio_words", "between")]
    known = [one for one in bare if one in _fields()]
    others = [one for one in bare if one not in _fields()]
    return bool(known) and all(one in words_of("portfolio_words", "surname") for one in others)


@cache
def _fields() -> frozenset[str]:
    taakvelden = (word for name in taakveld_names().values() for word in _WORD.findall(name.lower()))
    shy = {*words_of("portfolio_words", "surname"), *words_of("portfolio_words", "between")}
    return frozenset((*words_of("portfolio_words", "field"), *taakvelden)) - shy


def _place(element: Element, by_id: Mapping[str, Element]) -> str:
    """Return the title of the nearest programme or theme that an element stands under."""
    parent = by_id.get(element.parent or "")
    while parent is not None and parent.kind not in PLACES:
        parent = by_id.get(parent.parent or "")
    return " ".join(parent.text.split()) if parent else ""
