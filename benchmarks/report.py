"""What a benchmark found: told as it comes, and kept where that is asked."""

import argparse
import os
import platform
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from benchmarks.pages import ROOT


def options(about: str | None) -> argparse.ArgumentParser:
    """The options that every benchmark has, under the first line of what it says of itself."""
    parser = argparse.ArgumentParser(description=(about or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--write", action="store_true", help="keep the outcome in docs/measurements/")
    return parser


def report(name: str, title: str, lines: Iterable[str], *, write: bool) -> None:
    """Print the lines as they come, under the day, the machine and the command; keep them where asked.

    The name of the page begins with that of the benchmark: `reading-speed` is of `benchmarks.reading`.
    """
    stamp = datetime.now(UTC).date().isoformat()
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    head = (f"{stamp}, {machine}", f"command: python -m benchmarks.{name.partition('-')[0]}", "")
    told: list[str] = []
    for line in chain(head, lines):
        told.append(line)
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    if write:
        body = "\n".join(f"    {line}".rstrip() for line in told)
        kept(f"{name}.md").write_text(f"# {title}\n\n{body}\n", encoding="utf-8")


def kept(name: str) -> Path:
    """Return where an outcome of today is kept."""
    return ROOT / "docs" / "measurements" / f"{datetime.now(UTC).date().isoformat()}-{name}"
