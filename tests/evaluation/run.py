"""Measures the recognition and the links against people's judgements, beside the floors in floors.json.

    python -m tests.evaluation.run [--json] [--verbose] [--update [--allow-regression]]

Exit status 0: every figure is at its floor or above it; 1: some are not; 2: an update was refused.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rodedraad.linking.semantics import UNTOLD
from tests.evaluation import forms, sets
from tests.evaluation.figures import together
from tests.evaluation.gate import (
    CHANGED,
    FLOORS,
    Guarded,
    behind,
    raised,
    read_floors,
    shortfalls,
    table,
    write_floors,
)
from tests.evaluation.threads import run as threads
from tests.evaluation.threads import semantic

REFUSED = (
    "nothing was written: a lower floor asks for --allow-regression, and none goes under what was agreed"
)
REFERENCE = "reference"
TEXT = "text"
JUDGED = "judged"


class Measured(NamedTuple):
    """The figures of a set in each form that it was measured in, and the digest of its judged pages."""

    forms: Mapping[str, sets.Figures]
    digest: str


def measure() -> dict[str, Measured]:
    """Measure every set; without the reference pages only our own."""
    found = {
        f"own-{name}": Measured({TEXT: sets.measure_own(name)}, sets.digest(sets.OWN / name))
        for name in sets.OWN_SETS
    }
    found.update(_measured_pages())
    found.update(_measured_threads())
    if sets.REFERENCE.is_dir():
        wrapped = {str(wrapping): sets.measure_wrapped(wrapping) for wrapping in sets.WRAPPINGS}
        found[REFERENCE] = Measured({TEXT: sets.measure_reference(), **wrapped}, sets.digest(sets.REFERENCE))
    return found


def _measured_pages() -> dict[str, Measured]:
    """Measure the annotated pages, a set for each form; without a browser not as PDF."""
    found = {}
    for name in sets.OWN_SETS:
        folder = forms.PAGES / name
        for form, scores in forms.measure(folder, forms.possible()).items():
            found[f"pages-{name}-{form}"] = Measured({str(form): together(scores)}, forms.digest(folder))
    return found


def _measured_threads() -> dict[str, Measured]:
    """Measure the links between documents as people judged them, with the model of the extra where it is installed."""
    with_model = {"-semantic": semantic.remembered()} if semantic.possible() else {}
    return {
        f"threads-{name}{suffix}": Measured(
            {JUDGED: threads.measure(threads.SETS / name, model)}, threads.digest(threads.SETS / name)
        )
        for name in threads.NAMES
        for suffix, model in {"": UNTOLD, **with_model}.items()
    }


def faults(measured: Mapping[str, Measured], floors: Mapping[str, Guarded]) -> list[str]:
    """Return, in words, all that is not as it should be."""
    return [
        fault for name, one in measured.items() for fault in faults_of(name, one, floors.get(name, Guarded()))
    ]


def faults_of(name: str, measured: Measured, guarded: Guarded) -> list[str]:
    """Return what is below its floor in any form, lower in another form than as text, or changed in the set."""
    found = [] if measured.digest == guarded.digest else [f"{name}: {CHANGED}"]
    for form, figures in measured.forms.items():
        found += shortfalls(f"{name}, {form}", figures, guarded)
        found += behind(f"{name}, {form}", figures, measured.forms.get(TEXT, figures))
    return found


def update(
    measured: Mapping[str, Measured], floors: Mapping[str, Guarded], *, regress: bool
) -> dict[str, Guarded]:
    """Return the floors after a measurement; those of sets that were left out stay as they are."""
    new = {
        name: raised(next(iter(one.forms.values())), floors.get(name, Guarded()), one.digest, regress=regress)
        for name, one in measured.items()
    }
    return {**floors, **new}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, compare; return the exit status."""
    options = _options(arguments)
    measured, floors = measure(), read_floors(options.floors)
    if options.update:
        floors = update(measured, floors, regress=options.allow_regression)
    found = faults(measured, floors)
    if options.update and found:
        print(*found, REFUSED, sep="\n", file=sys.stderr)
        return 2
    if options.update:
        write_floors(floors, options.floors)
    _print(measured, floors, found, as_json=options.json)
    if options.verbose:
        _print_misses()
    return 1 if found else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--verbose", action="store_true", help="name the misses in our own developed pages")
    parser.add_argument(
        "--update", action="store_true", help="raise the floors to a little under what is measured"
    )
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower floors too")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="another file of floors")
    return parser.parse_args(arguments)


def _print(
    measured: Mapping[str, Measured], floors: Mapping[str, Guarded], found: Sequence[str], *, as_json: bool
) -> None:
    left_out = [] if REFERENCE in measured else [f"left out: {sets.ABSENT}"]
    left_out += [] if forms.Form.PDF in forms.possible() else [f"left out: {forms.NO_BROWSER}"]
    left_out += [] if semantic.possible() else [f"left out: {semantic.ABSENT}"]
    if as_json:
        shown = {
            name: {"figures": one.forms, "floors": floors.get(name, Guarded()).floors}
            for name, one in measured.items()
        }
        print(json.dumps({"sets": shown, "faults": found, "left_out": left_out}, ensure_ascii=False))
        return
    for name, one in measured.items():
        print(f"{name}\n{table(one.forms, floors.get(name, Guarded()))}\n")
    print(*left_out, *(found or ["every figure is at its floor or above it"]), sep="\n")


def _print_misses() -> None:
    for page, score in sets.own_scores(sets.OWN / "developed").items():
        print(*(f"{page}: {miss}" for miss in score.misses), sep="\n")
    for form, scores in forms.measure(forms.PAGES / "developed", forms.possible()).items():
        for page, found in scores.items():
            print(*(f"{page}, {form}: {miss}" for miss in found.misses), sep="\n")


if __name__ == "__main__":
    sys.exit(main())
