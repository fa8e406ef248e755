"""Measure how long the figures of all municipalities take: read from files, and laid beside each other.

Run: `python -m benchmarks.figures`; `--write` keeps the outcome in docs/measurements/. It reads the areas of
2022 and the Iv3 budget of 2024 beside the project (`../shared/data`).
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import process_time

from benchmarks.report import options, report
from rodedraad.measuring.delivering import Delivered, deliver_all
from rodedraad.measuring.measure import Wanted, measure
from rodedraad.measuring.supply import Asked

DATA = Path(__file__).parents[2] / "shared" / "data"
FILES = {
    "cbs/85067NED": "cbs/85067NED-gebieden-2022.csv",
    "iv3/2024/begroting": "iv3/2024-begroting-per-taakveld.csv",
}
TODAY = date(2025, 1, 1)


def read() -> Delivered:
    """Return what the files hold."""
    return deliver_all(
        [
            Asked(source=source, file=name, data=(DATA / name).read_bytes(), today=TODAY)
            for source, name in FILES.items()
        ],
        (),
    )


def lines() -> Iterator[str]:
    """Yield the outcome as lines."""
    start = process_time()
    delivered = read()
    took = process_time() - start
    rows = sum(one.delivery.rows_in for one in delivered.supplies)
    yield "processor time, not wall time: the machine is shared"
    yield ""
    yield "what                                        seconds   rows or amounts"
    yield f"{'read, all municipalities':42} {took:8.2f}  {rows:8}"
    codes = [area.code for area in delivered.areas.on(date(2024, 1, 1)).areas]
    for count in (1, 5, len(codes)):
        start = process_time()
        wanted = Wanted(indicators=(), years=dict.fromkeys(codes[:count], (2024,)))
        amounts = len(measure(delivered, wanted).money)
        name = f"beside all others, for {count} of them"
        yield f"{name:42} {process_time() - start:8.2f}  {amounts:8}"


def main() -> None:
    """Print the report; keep it where asked."""
    asked = options(__doc__).parse_args()
    report("figures-speed", "Speed of figures", lines(), write=asked.write)


if __name__ == "__main__":
    main()
