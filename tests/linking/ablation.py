"""What each weight of the score is worth: links of the reference pages with one weight at a time set to zero.

Run: `python -m tests.linking.ablation`; it prints a table.  `move` is that of the mean reciprocal rank, `rest` the
largest such move when the judgements of one pair of pages are left out, whichever pair that is.  Without a weight
fewer pairs reach the score from which they are offered; `levelled` is the move when `start` is raised until as
many are offered as before, which tells whether the weight is needed to put the right one first.
"""

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from rodedraad.linking import link
from rodedraad.linking.weights import weights
from rodedraad.model.codec import to_json
from rodedraad.model.document import Document
from tests.linking.support import judged_documents, scorer

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference"
HALVINGS = 8
SHOWN = ("recall", "precision", "first", "within_5", "mrr")

Figures = Mapping[str, Any]


class Bench:
    """The reference pages and what people linked in them."""

    def __init__(self, reference: Path, folder: Path) -> None:
        """Write the documents where the scorer reads them."""
        self.documents: Sequence[Document] = judged_documents(reference)
        self._score: ModuleType = scorer(reference)
        self._rows = self._score.read_jsonl(reference / "gold" / "links.jsonl")
        self.page_pairs = sorted({tuple(sorted((row["a"], row["b"]))) for row in self._rows})
        (folder / "documents").mkdir()
        for one in self.documents:
            (folder / "documents" / f"{one.id}.json").write_bytes(to_json(one))
        self._pages = {
            one.id: self._score.Page(folder, reference / "pages", one.id) for one in self.documents
        }

    def figures(self, used: Mapping[str, float]) -> tuple[Figures, list[float]]:
        """Return the figures with these weights, and the ranks without the judgements of each pair of pages."""
        with patch("rodedraad.linking.scoring.weights", lambda: used):
            threads = json.loads(to_json(link(self.documents)))
        return self._judge(threads), [self._judge(threads, pair)["mrr"] for pair in self.page_pairs]

    def levelled(self, used: Mapping[str, float], offered: int) -> Figures:
        """Return the figures with these weights and a `start` that offers about as many pairs."""
        low, high = used["start"] - 2, used["start"] + 8
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            found, _ = self.figures({**used, "start": middle})
            low, high = (middle, high) if _offered(found) < offered else (low, middle)
        return found

    def _judge(self, threads: Any, without: tuple[str, ...] = ()) -> Figures:
        rows = [row for row in self._rows if tuple(sorted((row["a"], row["b"]))) != without]
        judged: Figures = self._score.score_links(self._pages, threads, rows, lambda _: None)
        return judged


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(REFERENCE, Path(folder))
        full, rests = bench.figures(weights())
        sys.stdout.write(_row("set to zero", [*SHOWN, "move", "rest", "levelled"]))
        sys.stdout.write(_row("(none)", [*(full[name] for name in SHOWN), "", "", ""]))
        for name in weights():
            used = {**weights(), name: 0.0}
            figures, others = bench.figures(used)
            level = bench.levelled(used, _offered(full)) if name != "start" else full
            rest = max((new - old for old, new in zip(rests, others, strict=True)), key=abs, default=0.0)
            moves = (figures["mrr"] - full["mrr"], rest, level["mrr"] - full["mrr"])
            sys.stdout.write(
                _row(name, [*(figures[one] for one in SHOWN), *(f"{one:+.3f}" for one in moves)])
            )


def _offered(figures: Figures) -> int:
    return int(figures["made"] + figures["offered"])


def _row(name: str, cells: Sequence[object]) -> str:
    return f"| {name} | " + " | ".join(str(one) for one in cells) + " |\n"


if __name__ == "__main__":
    main()
