"""What each weight of the score is worth: the judged threads with one weight at a time set to zero.

    python -m tests.evaluation.threads.ablation

It prints a table of the developed municipalities and, where they are, of the reference pages.
"""

import sys
from collections.abc import Mapping, Sequence
from typing import Final
from unittest.mock import patch

from rodedraad.linking import link
from rodedraad.linking.weights import AROUND, CROWD, FEATURES, START, VIA, weights
from tests.conftest import REFERENCE
from tests.evaluation.threads.fit import SETS, reference
from tests.evaluation.threads.judged import Municipality, municipalities
from tests.evaluation.threads.measures import agreed, firm_pairs, placed, ranking

NAMES: Final = (START, CROWD, *FEATURES, *AROUND, VIA)
HEADS: Final = ("mrr", "reworded mrr", "within 5", "recall", "precision")


def figures(towns: Sequence[Municipality], used: Mapping[str, float]) -> list[float]:
    """Return the figures of municipalities with these weights, in the order of `HEADS`."""
    places, made, found = [], [], []
    with patch("rodedraad.linking.scoring.weights", lambda: used):
        for town in towns:
            threads = link(town.documents)
            firm, right = firm_pairs(town, threads), agreed(town)
            places += placed(town, ranking(threads), firm)
            made += [ends in right for ends in firm]
            found += [frozenset((one.earlier, one.later)) in firm for one in town.pairs if one.sure]
    reworded = [one for one in places if one.reworded]
    return [
        _mean([one.reciprocal for one in places]),
        _mean([one.reciprocal for one in reworded]),
        _mean([0 < one.place <= 5 for one in places]),
        _mean(found),
        _mean(made),
    ]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(1, len(values))


def main() -> None:
    """Print the table."""
    sets = {"developed": municipalities(SETS / "developed")}
    if REFERENCE.is_dir():
        sets["reference"] = [reference()]
    for name, towns in sets.items():
        sys.stdout.write(f"\n| {name}: set to zero | {' | '.join(HEADS)} |\n|{'---|' * (len(HEADS) + 1)}\n")
        for left_out in ("", *NAMES):
            found = figures(towns, {**weights(), **({left_out: 0.0} if left_out else {})})
            row = " | ".join(f"{one:.3f}" for one in found)
            sys.stdout.write(f"| {left_out or '(none)'} | {row} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
