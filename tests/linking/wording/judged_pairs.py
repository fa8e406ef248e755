"""Pairs of sentences that a person judged: weaker, stronger or neither, and what of them changed."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rodedraad.linking.wording import Judgement, Said, judge
from rodedraad.linking.wording.said import Moment
from rodedraad.model.terms import Effect
from rodedraad.recognising.deadlines import find_deadlines

YEAR = 2024


class JudgedPair(NamedTuple):
    judged: str
    what: frozenset[str]
    was: str
    now: str

    def found(self) -> tuple[Judgement, ...]:
        return judge(said(self.was), said(self.now))


def said(text: str) -> Said:
    return Said(
        text, tuple(Moment(one.start, one.end, one.first, one.last) for one in find_deadlines(text, YEAR))
    )


def pairs(name: str) -> Iterator[JudgedPair]:
    with Path(__file__).with_name(name).open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield JudgedPair(
                row["judged"], frozenset(filter(None, row["what"].split(","))), row["was"], row["now"]
            )


def precision_and_recall(judged: list[JudgedPair], effect: Effect) -> tuple[float, float]:
    told = [one for one in judged if any(found.effect is effect for found in one.found())]
    right = sum(one.judged == effect for one in told)
    return right / len(told), right / sum(one.judged == effect for one in judged)
