"""Measures the links of judged municipalities beside plain ways to rank.

    python -m tests.evaluation.threads.run [--verbose] [--folder FOLDER] [--semantic]

The set aside is only scored: --verbose names misses of the developed set alone.
"""

import argparse
import hashlib
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from rodedraad.linking import link
from rodedraad.linking.dropped import absence
from rodedraad.linking.linker import Linked, link_organisation
from rodedraad.linking.semantics import UNTOLD, Semantics
from rodedraad.model.decisions import Decisions
from rodedraad.model.threads import Pointer
from tests.evaluation.threads.baselines import BASELINES, Likeness
from tests.evaluation.threads.baselines import ranking as ranked_by
from tests.evaluation.threads.judged import Municipality, municipalities
from tests.evaluation.threads.measures import Placed, agreed, best_of_promises, firm_pairs, placed, ranking
from tests.evaluation.threads.semantic import remembered
from tests.evaluation.threads.statistics import (
    Interval,
    area,
    bootstrap,
    calibration_error,
    mean,
    reliability,
)

SETS: Final = Path(__file__).parent
NAMES: Final = ("developed", "aside")
CALIBRATION: Final = "calibration.error"


class Judgement(NamedTuple):
    """What was found in one municipality."""

    town: Municipality
    places: list[Placed]
    made: list[bool]
    """For every pair linked for good: whether people put it on one thread."""
    found: list[bool]
    """For every sure pair: whether it is linked for good."""
    told: list[tuple[float, bool]]
    """Of every candidate: its probability, and whether it is right."""
    absent: dict[bool, list[float]]
    """Of promises that were dropped (True) or answered: the probability that they are not found again."""


def judge(town: Municipality, semantics: Semantics = UNTOLD) -> Judgement:
    """Link the documents of a municipality and compare with what people judged."""
    threads = link(town.documents, semantics=semantics)
    linked = link_organisation(town.documents, Decisions(), semantics)
    firm, right = firm_pairs(town, threads), agreed(town)
    entries = linked.shelf.entries
    compared = {frozenset((one.earlier.document, one.later.document)) for one in town.pairs}
    told = [
        (score, frozenset((entries[left].pointer, entries[right_].pointer)) in right)
        for ends, scored in linked.scored.items()
        if frozenset(town.documents[one].id for one in ends) in compared
        for left, right_, score in zip(
            scored.left.tolist(), scored.right.tolist(), scored.score.tolist(), strict=True
        )
    ]
    return Judgement(
        town,
        placed(town, ranking(threads), firm),
        [ends in right for ends in sorted(firm, key=sorted)],
        [frozenset((one.earlier, one.later)) in firm for one in town.pairs if one.sure],
        told,
        _absent(town, linked),
    )


def _absent(town: Municipality, linked: Linked) -> dict[bool, list[float]]:
    found: dict[bool, list[float]] = {True: [], False: []}
    for best, dropped in best_of_promises(town, linked):
        found[dropped].append(absence(best, linked.used))
    return found


def figures(judged: Sequence[Judgement]) -> dict[str, Interval | float | str]:
    """Return the figures of municipalities together."""
    places = [place for one in judged for place in one.places]
    reworded = [place for place in places if place.reworded]
    made = [right for one in judged for right in one.made]
    told = [pair for one in judged for pair in one.told]
    absent = {key: [value for one in judged for value in one.absent[key]] for key in (True, False)}
    bins = reliability([score for score, _ in told], [right for _, right in told])
    return {
        "pairs": f"{len(places)} sure, {len(reworded)} reworded",
        "mrr": mean([one.reciprocal for one in places]),
        "first": _within(places, 1),
        "within_5": _within(places, 5),
        "reworded.mrr": mean([one.reciprocal for one in reworded]),
        "reworded.first": _within(reworded, 1),
        "reworded.within_5": _within(reworded, 5),
        "automatic.recall": mean([found for one in judged for found in one.found]),
        "automatic.precision": mean(made),
        "automatic.made": float(len(made)),
        "dropped": f"{len(absent[True])} dropped, {len(absent[False])} answered",
        "dropped.auc": area(absent[True], absent[False]),
        "dropped.error": calibration_error(
            reliability(
                [*absent[True], *absent[False]], [True] * len(absent[True]) + [False] * len(absent[False])
            )
        ),
        CALIBRATION: calibration_error(bins),
        **{
            f"calibration.{number / 10:.1f}": f"{one.told:.2f} told, {one.right:.2f} right, {one.count}"
            for number, one in enumerate(bins)
        },
    }


def plain(found: Mapping[str, Interval | float | str]) -> dict[str, float]:
    """Return the figures that floors are kept under, without their intervals."""
    kept = {name: one.value for name, one in found.items() if isinstance(one, Interval)}
    return {name: round(one, 4) for name, one in kept.items()} | {
        CALIBRATION: round(float(found[CALIBRATION]), 4)  # type: ignore[arg-type]
    }


def measure(folder: Path, semantics: Semantics = UNTOLD) -> dict[str, float]:
    """Return the figures of the judged municipalities of a folder."""
    return plain(figures([judge(town, semantics) for town in municipalities(folder)]))


def digest(folder: Path) -> str:
    """Return the SHA-256 over the names and bytes of the judged municipalities of a folder."""
    whole = hashlib.sha256()
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        whole.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


def _within(places: Sequence[Placed], most: int) -> Interval:
    return mean([0 < one.place <= most for one in places])


def beside(judged: Sequence[Judgement], semantics: Semantics = UNTOLD) -> dict[str, str]:
    """Return the same order by plain ways to rank, and how much the links are better on what was reworded."""
    own = [place for one in judged for place in one.places]
    found = {}
    for name, likeness in {**BASELINES, **_alone(semantics)}.items():
        plain = [place for one in judged for place in placed(one.town, ranked_by(one.town, likeness))]
        reworded = [one for one in plain if one.reworded]
        gains = [
            mine.reciprocal - theirs.reciprocal
            for mine, theirs in zip(own, plain, strict=True)
            if mine.reworded
        ]
        found[name] = (
            f"mrr {_mrr(plain):.3f}, within_5 {_within(plain, 5).value:.3f}; "
            f"reworded {_mrr(reworded):.3f}, {_within(reworded, 5).value:.3f}; "
            f"won on reworded {bootstrap(len(gains), lambda drawn, all_=gains: sum(all_[one] for one in drawn) / len(drawn))}"
        )
    return found


def _alone(semantics: Semantics) -> dict[str, Likeness]:
    """Return the likeness by the model alone, where there is one."""

    def likeness(asked: Sequence[str], offered: Sequence[str]) -> np.ndarray:
        return semantics.vectors(asked) @ semantics.vectors(offered).T

    return {"the model alone": likeness} if semantics.model else {}


def _mrr(places: Sequence[Placed]) -> float:
    return sum(one.reciprocal for one in places) / max(1, len(places))


def misses(judged: Judgement) -> list[str]:
    """Return the sure pairs that are not first, with their texts."""
    said = {
        Pointer(document=document.id, element=element.id): element.text
        for document in judged.town.documents
        for element in document.elements
    }
    return [
        f"{judged.town.name}: at {one.place or '-'}{' (reworded)' if one.reworded else ''}: "
        f"{one.pair.earlier.document}#{one.pair.earlier.element} {said[one.pair.earlier][:100]!r} | "
        f"{one.pair.later.document}#{one.pair.later.element} {said[one.pair.later][:100]!r}"
        for one in judged.places
        if one.place != 1
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--verbose", action="store_true", help="name the misses of the developed set")
    parser.add_argument("--folder", type=Path, default=SETS, help="another folder of sets")
    parser.add_argument("--semantic", action="store_true", help="with what a model tells of texts")
    options = parser.parse_args(arguments)
    semantics = remembered() if options.semantic else UNTOLD
    for name in NAMES:
        judged = [judge(town, semantics) for town in municipalities(options.folder / name)]
        print(f"{name}: {len(judged)} municipalities")
        _show(figures(judged), print)
        _show(beside(judged, semantics), print)
        if options.verbose and name != "aside":
            print(*(miss for one in judged for miss in misses(one)), sep="\n")
    return 0


def _show(rows: dict, out: Callable[[str], None]) -> None:
    for name, value in rows.items():
        out(f"  {name:24} {value:.3f}" if isinstance(value, float) else f"  {name:24} {value}")


if __name__ == "__main__":
    sys.exit(main())
