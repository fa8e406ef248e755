"""What pushed the probability of a link up or down, step by step, for a person to read."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from rodedraad.linking.evidence import BY_CHANCE
from rodedraad.linking.weights import START
from rodedraad.model.threads import Evidence, Link

STRENGTHS: Final = ((3.0, "veel"), (1.0, ""), (0.0, "iets"))
SLIGHT: Final = 0.05
_SLIGHT_ONES: Final = "kleinigheden samen"
_UNNAMED: Final = "iets dat niet in woorden is te zeggen"


class Ground(Struct, frozen=True, kw_only=True):
    """One reason; `before` and `after` are the log-odds without and with it."""

    text: str
    weight: float
    before: float
    after: float

    @property
    def strength(self) -> str:
        """How much it adds or takes, in words."""
        much = next(words for least, words in STRENGTHS if abs(self.weight) >= least)
        return f"{much} {'zekerder' if self.weight > 0 else 'minder zeker'}".strip()

    @property
    def amount(self) -> str:
        """The weight as a Dutch reader writes it, with its sign."""
        return f"{'+' if self.weight > 0 else '−'}{abs(self.weight):.1f}".replace(".", ",")


class Grounds(Struct, frozen=True, kw_only=True):
    """Where the sum starts, and the reasons in the order of their weight; the last ends at the score."""

    start: Ground
    steps: tuple[Ground, ...]

    @property
    def reach(self) -> tuple[float, float]:
        """The lowest and the highest log-odds on the way, zero among them."""
        ends = (0.0, *(value for one in (self.start, *self.steps) for value in (one.before, one.after)))
        return min(ends), max(ends)


def grounds_of(link: Link) -> Grounds:
    """Return the reasons of a link, from how rarely any two elements belong together to its score."""
    start = next((one for one in link.evidence if one.what == START), None)
    first = start.weight if start else 0.0
    steps, sum_ = list[Ground](), first
    for text, weight in _reasons(one for one in link.evidence if one is not start):
        steps.append(Ground(text=text, weight=weight, before=sum_, after=sum_ + weight))
        sum_ += weight
    opening = Ground(text=start.text if start else BY_CHANCE, weight=first, before=0.0, after=first)
    return Grounds(start=opening, steps=tuple(steps))


def _reasons(evidence: Iterable[Evidence]) -> Iterator[tuple[str, float]]:
    """Yield the reasons in words, those that hardly weigh as one at the end if together they weigh."""
    rest = 0.0
    for one in evidence:
        if abs(one.weight) < SLIGHT:
            rest += one.weight
        else:
            yield one.text or _UNNAMED, one.weight
    if abs(rest) >= SLIGHT:
        yield _SLIGHT_ONES, rest
