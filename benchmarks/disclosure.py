"""Measure how long hiding small numbers takes, how it grows, and how much it hides.

Run: `python -m benchmarks.disclosure`; `--write` keeps the outcome in docs/measurements/. The table is
invented: municipalities in regions and a country, by taakvelden in main taakvelden and a total, by year. A
sample of the hidden cells of the first year is attacked with linear programming, as a reader would who sees
all that is shown.
"""

import random
from collections.abc import Iterator
from time import perf_counter

import numpy as np

from benchmarks.report import options, report
from rodedraad.measuring.disclosure import Axis, Outcome, Policy, Table, Total, intervals, policies, suppress

SIZES = (43, 86, 171, 342)
TAAKVELDEN = 60
YEARS = 10
A_REGION = 8
A_MAIN_TAAKVELD = 7
ATTACKED = 20


def table(municipalities: int) -> Table:
    """Return a table of that many municipalities, the same on every run."""
    axes = (
        _in_groups("gemeente", municipalities, A_REGION),
        _in_groups("taakveld", TAAKVELDEN, A_MAIN_TAAKVELD),
        Axis(name="jaar", codes=tuple(str(2015 + number) for number in range(YEARS))),
    )
    chance = np.random.default_rng(municipalities)
    return Table.of(axes, np.floor(chance.lognormal(3.5, 1.5, (municipalities, TAAKVELDEN, YEARS))))


def _in_groups(name: str, count: int, group: int) -> Axis:
    codes = tuple(f"{name} {number}" for number in range(count))
    groups = [Total(f"groep {name} {at}", codes[at : at + group]) for at in range(0, count, group)]
    return Axis(name=name, codes=codes, totals=(*groups, Total(f"elke {name}", codes)))


def narrowest(whole: Table, outcome: Outcome, policy: Policy) -> float:
    """Return the narrowest interval that the reader has for a sample of hidden cells of the first year."""
    first = Table.of(whole.axes[:2], whole.finest[:, :, 0])
    hidden = outcome.hidden[:, :, 0]
    places = [tuple(int(at) for at in place) for place in np.argwhere(hidden)]
    asked = random.Random(0).sample(places, ATTACKED)  # noqa: S311 - a sample, no secret
    found = intervals(first, hidden, least=policy.least, places=asked)
    return min(one.width for one in found.values())


def measure() -> Iterator[str]:
    """Yield a line a size."""
    policy = policies()["cbs-zorg"]
    yield f"{TAAKVELDEN} taakvelden, {YEARS} years; rule: {policy.name}, width {policy.width}"
    yield "municipalities    cells  seconds  small  hidden besides  narrowest interval in the sample"
    for size in SIZES:
        whole = table(size)
        began = perf_counter()
        outcome = suppress(whole, policy)
        seconds = perf_counter() - began
        small = int((outcome.cells < policy.threshold).sum())
        besides = int(outcome.hidden.sum()) - small
        width = narrowest(whole, outcome, policy)
        yield f"{size:14} {outcome.cells.size:8} {seconds:8.1f} {small:6} {besides:15} {width:12.0f}"


def main() -> None:
    """Print the report; keep it where asked."""
    asked = options(__doc__).parse_args()
    report("disclosure-speed", "Speed of hiding small numbers", measure(), write=asked.write)


if __name__ == "__main__":
    main()
