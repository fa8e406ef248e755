"""What each weight of the score is worth: the judged threads with one weight at a time set to zero.

    python -m tests.evaluation.threads.ablation [--semantic]

It prints a table of the developed municipalities and, where they are, of the reference pages.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import Final
from unittest.mock import patch

from rodedraad.linking import link
from rodedraad.linking.semantics import UNTOLD, Semantics
from rodedraad.linking.weights import AROUND, CROWD, FEATURES, SENSE, START, VIA, weights
from tests.conftest import REFERENCE
from tests.evaluation.threads.fit import SETS, reference
from tests.evaluation.threads.judged import Municipality, municipalities
from tests.evaluation.threads.measures import agreed, firm_pairs, placed, ranking
from tests.evaluation.threads.semantic import remembered

NAMES: Final = (START, CROWD, *FEATURES, SENSE, *AROUND, VIA)
HEADS: Final = ("mrr", "reworded mrr", "within 5", "recall", "precision")


def figures(towns: Sequence[Municipality], used: Mapping[str, float], semantics: Semantics) -> list[float]:
    """Return the figures of municipalities with these weights, in the order of `HEADS`."""
    places, made, found = [], [], []
    with patch("rodedraad.linking.linker.weights", lambda **_: used):
        for town in towns:
            threads = link(town.documents, semantics=semantics)
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
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--semantic", action="store_true", help="with what a model tells of texts")
    sensed = parser.parse_args().semantic
    semantics = remembered() if sensed else UNTOLD
    used = weights(sensed=sensed)
    sets = {"developed": municipalities(SETS / "developed")}
    if REFERENCE.is_dir():
        sets["reference"] = [reference()]
    for name, towns in sets.items():
        sys.stdout.write(f"\n| {name}: set to zero | {' | '.join(HEADS)} |\n|{'---|' * (len(HEADS) + 1)}\n")
        for left_out in ("", *(name for name in NAMES if name in used)):
            found = figures(towns, {**used, **({left_out: 0.0} if left_out else {})}, semantics)
            row = " | ".join(f"{one:.3f}" for one in found)
            sys.stdout.write(f"| {left_out or '(none)'} | {row} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
