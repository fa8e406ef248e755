"""The stories of stories.toml beside what a build of the example made of them."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from rodedraad.model.build import Build
from rodedraad.model.document import Element
from rodedraad.model.findings import Finding
from rodedraad.model.threads import Shift

Row = dict[str, Any]
STORIES: list[Row] = tomllib.loads(Path(__file__).with_name("stories.toml").read_text(encoding="utf-8"))[
    "story"
]


def even(text: str) -> str:
    """Return the text with each run of white space as one space, as stories.toml quotes it."""
    return re.sub(r"\s+", " ", text)


def rows(part: str, *kinds: str) -> list[tuple[str, Row]]:
    """Return the rows of a part of the stories with the slug of their story; of some kinds, or of all."""
    return [
        (story["slug"], row)
        for story in STORIES
        if not kinds or {story["kind"], *story.get("also", [])} & set(kinds)
        for row in story.get(part, [])
    ]


@dataclass(frozen=True)
class Told:
    """A build with the ways in which a story asks after it."""

    build: Build
    memory: dict[tuple[str, str], list[Element]] = field(default_factory=dict)

    def find(self, document: str, quote: str) -> list[Element]:
        """Return the elements that hold the words, in their text or in the number or label before it."""
        known = self.memory.get((document, quote))
        if known is None:
            known = [one for one in self.documents[document].elements if even(quote) in _shown(one)]
            self.memory[document, quote] = known
        return known

    @cached_property
    def documents(self) -> dict[str, Any]:
        return {one.id: one for one in self.build.documents}

    @cached_property
    def thread_of(self) -> dict[tuple[str, str], set[str]]:
        threads: dict[tuple[str, str], set[str]] = {}
        for thread in self.build.threads.threads:
            for member in thread.members:
                threads.setdefault((member.document, member.element), set()).add(thread.id)
        return threads

    @cached_property
    def dropped(self) -> set[tuple[str, str]]:
        return {(one.document, one.element) for one in self.build.threads.dropped}

    def status(self, row: Row) -> str | None:
        """Return the status of the promise of a row, where one was read."""
        found = (one.status.value for one in self.find(row["document"], row["promise"]) if one.status)
        return next((status.value for status in found), None)

    def is_status(self, row: Row) -> bool:
        return self.status(row) in {row["value"], *row.get("also", [])}

    def is_shift(self, slug: str, row: Row) -> bool:
        """Return whether the move is told on a thread of the story: from that day to that day."""
        quotes = [quote for one, quote in rows("quote") if one == slug and quote["role"] != "context"]
        threads = {thread for quote in quotes for thread in self._threads(quote)}
        wanted = (row["planned_end"], row["now_end"])
        return any(_days(one) == wanted and one.thread in threads for one in self.build.threads.shifts)

    def is_dropped(self, row: Row) -> bool:
        return any(
            (row["document"], one.id) in self.dropped for one in self.find(row["document"], row["promise"])
        )

    def together(self, quotes: list[Row]) -> float | None:
        """Return which share of the quotes is in the thread that holds most of them; None of fewer than two."""
        spoken = [row for row in quotes if row["role"] != "context"]
        counts = Counter(thread for row in spoken for thread in self._threads(row))
        return max(counts.values(), default=0) / len(spoken) if len(spoken) > 1 else None

    def _threads(self, row: Row) -> set[str]:
        found = self.find(row["document"], row["text"])
        return {thread for one in found for thread in self.thread_of.get((row["document"], one.id), ())}

    def findings(self, rule: str, document: str) -> list[Finding]:
        return [
            one
            for one in self.build.findings.findings
            if one.rule == rule and one.subject.document == document
        ]

    def of(self, finding: Finding) -> Iterator[str]:
        """Yield the texts that a finding speaks of."""
        for place in (finding.subject, *finding.others):
            yield from (
                even(one.text) for one in self.documents[place.document].elements if one.id == place.element
            )


def _shown(element: Element) -> str:
    return even(" ".join(part for part in (element.label, element.number, element.text) if part))


def _days(shift: Shift) -> tuple[object, object]:
    return shift.planned.end, shift.now.end
