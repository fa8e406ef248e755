"""Lines of figures: rows of a table that lost its cells."""

import re
from typing import Final

from rodedraad.recognising.language import has_finite_verb, words

_NUMBER: Final = r"[-+−]?\s?(?:€\s?)?[-+−]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[-+−]?(?:€\s?)?[-+−]?\d+(?:[.,]\d+)?"
_FIGURE: Final = rf"(?:[<>≤≥=~±]{{1,2}}\s?)?(?:{_NUMBER})\s?(?:%|mln|fte)?\s?\*{{0,2}}"
_MISSING: Final = r"n\.?\s?[vnbt]\.?\s?[vtb]?\.?(?:\s?b\.?)?|nnb|nvt|ntb|pm|-\s?pm|[-–.*]"
_LETTER: Final = r"[VNSI]|voordeel|nadeel|voordelig|nadelig"
_TREND: Final = r"stijging|daling|stabiel|gelijk|hoger|lager|gelijkblijvend|neutraal"
CELL: Final = re.compile(rf"(?:{_FIGURE}|{_MISSING}|{_LETTER}|{_TREND})", re.IGNORECASE)
_TAIL: Final = re.compile(
    rf"(?P<name>.*?[^\W\d_)].*?)\s+(?P<cells>(?:(?:{_FIGURE}|{_MISSING}|{_LETTER})\s+)*(?:{_FIGURE}|{_MISSING}))(?:\s+(?:{_LETTER}))?(?P<tail>\s+(?-i:[A-Z])[a-zA-Z/ ]{{1,20}})?$",
    re.IGNORECASE,
)
_HEAD_WORD: Final = re.compile(
    r"(?:19|20)\d\d|realisatie|begroting|begroot|rekening|raming|werkelijk|streef\w*|prognose|nulmeting|verschil|afwijking|"
    r"primitie[fv]e?|wijziging|eenheid|meeteenheid|bron|indicator|kengetal|omschrijving|naam|periode|doelwaarde|norm|waarde|nederland|lasten|baten|saldo|i/s|v/n|"
    r"bedragen|€|doel|prestatie|maatregel|inspanning|acties?|activiteit(?:en)?|planning|status|resultaat|jaar|tijd|geld|kwaliteit|inhoud|"
    r"financi[ëe]n|risico.?s|voortgang|toelichting",
    re.IGNORECASE,
)  # fmt: skip
_COLUMN_WORD: Final = re.compile(
    r"(?:19|20)\d\d|realisatie|gerealiseerd|behaald|beoogd|begroting|begroot|(?:jaar)?rekening|raming|geraamd|werkelijk|"
    r"streef(?:waarde|cijfer)?|prognose|nulmeting|verschil|afwijking|primitie(?:f|ve)|(?:meet)?eenheid|bron|periode|peildatum|"
    r"norm|ambitie|waarde|benchmark|i/s|v/n|n/v|meerjaren(?:raming)?|omschrijving|naam",
    re.IGNORECASE,
)
_COLUMN_FILLER: Final = re.compile(
    r"(?:bijgestelde?|gewijzigde?|actuele?|na|voor|wijziging(?:en)?|act\.|begr\.|rek\.|doel|nederland|landelijk|gemiddelde|lasten|baten|saldo|"
    r"totaal|v|n|t/m|en|in|%|€|x|1\.000|jaar|cijfer|stand|ultimo|[\s()/\-–.,'*:])*",
    re.IGNORECASE,
)
_FIGURE_COLUMN: Final = re.compile(
    r"(?:19|20)\d\d|realisatie|gerealiseerd|behaald|beoogd|begro|rekening|raming|werkelijk|streef|prognose|nulmeting|verschil|afwijking|"
    r"primitie|norm|ambitie|waarde|lasten|baten|saldo|totaal",
    re.IGNORECASE,
)
_INDICATOR_HEAD: Final = re.compile(r"indicator|kengetal|streef|nulmeting|eenheid|\bbron\b", re.IGNORECASE)
_MONEY_HEAD: Final = re.compile(
    r"\blasten\b|\bbaten\b|\bsaldo\b|€|\beuro|bedrag|\bv/n\b|\bn/v\b|\bi/s\b|primitie|rekening|na wijziging",
    re.IGNORECASE,
)
_ASPECT: Final = re.compile(
    r"\b(?:tijd|geld|kwaliteit|inhoud|planning|financi[ëe]n|risico.?s|voortgang|status)\b", re.IGNORECASE
)
_MONEY: Final = re.compile(
    r"\b(?:lasten|baten|saldo|reserves?|resultaat|onttrekking|toevoeging|storting|dotatie|uitgaven|inkomsten|kosten|budget)\b|€",
    re.IGNORECASE,
)
_UNIT_NOTE: Final = re.compile(
    r"\(?\s*(?:alle )?(?:bedragen\b.*|x\s?€?\s?1\.?000.*|€?\s?x\s?€?\s?1\.?000.*|in (?:duizenden |hele )?euro.?s?.*)\)?",
    re.IGNORECASE,
)


def is_figure(text: str) -> bool:
    """Whether a text is a figure alone: a number, an amount, a share, or the mark that there is none."""
    return bool(CELL.fullmatch(text.strip()))


def figure_cells(text: str) -> int:
    """Return how many figures end a line that is a row of figures: a name, then figures; 0 for any other line."""
    match = _TAIL.fullmatch(text.strip())
    if match is None or text.rstrip().endswith((".", ";", ":", "?")):
        return 0
    if re.fullmatch(r"(?:19|20)\d\d", match["cells"]):
        return 0
    cells = len(match["cells"].split())
    told = sum(any(char.isalnum() for char in cell) for cell in match["cells"].split())
    if match["tail"] and told < 2:
        return 0
    return 0 if cells == 1 and has_finite_verb(match["name"]) else cells


def names_money(text: str) -> bool:
    """Whether the name of a row of figures is that of money: lasten, baten, saldo, reserve."""
    return bool(_MONEY.search(text))


def figure_head(text: str) -> bool:
    """Whether a line is the heads of a table: three words of heads at least, and more of them than other words."""
    plain = text.strip()
    if _UNIT_NOTE.fullmatch(plain):
        return True
    if plain.endswith((".", "?", ":", ";")) or len(plain) > 160:
        return False
    heads = len(_HEAD_WORD.findall(plain))
    return heads >= 3 and heads * 2 >= len(words(plain))


def is_column_head(text: str) -> bool:
    """Whether a text is the head of one column of figures: a year, `Realisatie 2021`, `Bron`."""
    rest, named = _COLUMN_WORD.subn(" ", text)
    return named > 0 and bool(_COLUMN_FILLER.fullmatch(rest))


def may_stand_among_heads(text: str) -> bool:
    """Whether a text may be the head of a column beside others that surely are: `Lasten`, `Doel`."""
    return bool(text.strip()) and bool(_COLUMN_FILLER.fullmatch(_COLUMN_WORD.sub(" ", text)))


def heads_figures(text: str) -> bool:
    """Whether the column under a head holds figures: a year, a realisation, a budget, not a name or source."""
    return bool(_FIGURE_COLUMN.search(text))


def tells_money(text: str) -> bool | None:
    """Whether the heads of a table tell money (true) or indicators (false); None if they do not tell."""
    if _INDICATOR_HEAD.search(text):
        return False
    return True if _MONEY_HEAD.search(text) else None


def aspects_in(head: str) -> tuple[str, ...]:
    """Return the aspects of status that the heads of a table name, in order."""
    return tuple(word.lower() for word in _ASPECT.findall(head))
