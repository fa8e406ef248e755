"""Whether words stay readable under a theme: the contrast of the pairs of tokens that the stylesheet uses."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Final

from msgspec import Struct

from rodedraad.model.theme import Token
from rodedraad.publishing.theming.colours import colour_of, contrast, resolved
from rodedraad.publishing.theming.flaw import Flaw
from rodedraad.publishing.theming.tokens import TokenFile, read_tokens

DEFAULT_THEME: Final = "theme.css"


class Pair(Struct, frozen=True, kw_only=True):
    """Two tokens that stand on each other, the ratio they need and what asks for it."""

    text: str
    background: str
    ratio: float
    source: str


@cache
def pairs() -> tuple[Pair, ...]:
    """Return the pairs that the stylesheet uses."""
    content = (resources.files(__package__) / "pairs.tsv").read_text(encoding="utf-8")
    return tuple(
        Pair(text=row["text"], background=row["background"], ratio=float(row["ratio"]), source=row["source"])
        for row in csv.DictReader(content.splitlines(), delimiter="\t")
    )


@cache
def default_tokens() -> TokenFile:
    """Return the tokens of the site as it looks without a theme."""
    file = resources.files("rodedraad.publishing") / "static" / DEFAULT_THEME
    return read_tokens(file.read_text(encoding="utf-8"))


def contrast_flaws(theme: TokenFile) -> tuple[Flaw, ...]:
    """Return the pairs that a theme makes unreadable, on light and on dark screens."""
    default = default_tokens()
    light = _values(default.light, theme.light)
    dark = _values(default.light, default.dark, theme.dark)
    own_light, own_dark = _names(theme.light), _names(theme.dark)
    return (
        *_flaws(light, own_light, "lichte schermen"),
        *_flaws(dark, own_dark, "donkere schermen"),
    )


def _values(*layers: Iterable[Token]) -> dict[str, str]:
    return {one.name: one.value for layer in layers for one in layer}


def _names(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(one.name for one in tokens)


def _flaws(values: Mapping[str, str], own: frozenset[str], screens: str) -> Iterator[Flaw]:
    for pair in pairs() if own else ():
        flaw = _flaw(pair, values, screens)
        if flaw:
            yield flaw


def _flaw(pair: Pair, values: Mapping[str, str], screens: str) -> Flaw | None:
    colours = {}
    for name in (pair.text, pair.background):
        value = resolved(name, values)
        colour = colour_of(value) if value is not None else None
        if colour is None:
            problem = f"de kleur van {name} is niet te berekenen ({value or 'verwijst nergens naar'})"
            return Flaw(problem=problem, remedy="Schrijf een dekkende kleur als #rrggbb, rgb() of hsl().")
        colours[name] = colour
    ratio = contrast(colours[pair.text], colours[pair.background])
    if ratio >= pair.ratio:
        return None
    problem = (
        f"op {screens} is het contrast van {pair.text} op {pair.background} {_number(ratio)}:1, "
        f"en nodig is {_number(pair.ratio)}:1 ({pair.source})"
    )
    return Flaw(
        problem=problem, remedy=f"Maak {pair.text} donkerder of lichter, of wijzig {pair.background}."
    )


def _number(ratio: float) -> str:
    return f"{int(ratio * 100) / 100:g}".replace(".", ",")
