"""How often links made by machine are wrong, as a judged sample tells, and how far judges agree."""

from collections import Counter
from collections.abc import Sequence
from math import sqrt
from typing import Final

from msgspec import Struct

from rodedraad.model.samples import Sample, SampledLink, Verdict

Z_95: Final = 1.959964


class Rate(Struct, frozen=True, kw_only=True):
    """A share, and the interval that holds the true one in 95 of 100 samples."""

    share: float
    low: float
    high: float


class Agreement(Struct, frozen=True, kw_only=True):
    """How many links two people judged apart, how many alike; `kappa` is None where chance alone decides."""

    both: int
    alike: int
    kappa: float | None


class BandRate(Struct, frozen=True, kw_only=True):
    """What a sample tells of one band of probability."""

    low: float
    high: float
    links: int
    judged: int
    wrong: int
    rate: Rate | None


class Accuracy(Struct, frozen=True, kw_only=True):
    """What a judged sample tells; `doubtful` is the rate when every doubt is counted as wrong."""

    judged: int
    wrong: int
    doubts: int
    rate: Rate
    doubtful: Rate
    bands: tuple[BandRate, ...]
    agreement: Agreement | None


def accuracy(sample: Sample) -> Accuracy | None:
    """Return what a sample tells, by the first judgement of each link; None while nothing is judged."""
    verdicts = [link.first for link in sample.links if link.first]
    if not verdicts:
        return None
    return Accuracy(
        judged=len(verdicts),
        wrong=verdicts.count(Verdict.WRONG),
        doubts=verdicts.count(Verdict.DOUBT),
        rate=_rate(sample, {Verdict.WRONG}),
        doubtful=_rate(sample, {Verdict.WRONG, Verdict.DOUBT}),
        bands=tuple(_band(sample, number) for number in range(len(sample.bands))),
        agreement=agreement(sample.links),
    )


def wilson(share: float, count: float, z: float = Z_95) -> Rate:
    """Return a share of a count with its score interval.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
    the American Statistical Association 22 (1927).
    """
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    reach = z * sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return Rate(share=share, low=max(0.0, middle - reach), high=min(1.0, middle + reach))


def agreement(links: Sequence[SampledLink]) -> Agreement | None:
    """Return how far two people agree on the links that both judged, with Cohen's kappa.

    Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological
    Measurement 20 (1960).
    """
    pairs = [(link.first, link.second) for link in links if link.first and link.second]
    if not pairs:
        return None
    count, alike = len(pairs), sum(one is other for one, other in pairs)
    first, second = (Counter(side) for side in zip(*pairs, strict=True))
    chance = sum(first[verdict] * second[verdict] for verdict in Verdict) / (count * count)
    kappa = None if chance == 1 else (alike / count - chance) / (1 - chance)
    return Agreement(both=count, alike=alike, kappa=kappa)


def _rate(sample: Sample, wrong: set[Verdict]) -> Rate:
    """Return the share that is wrong of all links: each judged link stands for the others of its band.

    The interval is Wilson's at the effective size of the sample.  Source: L. Kish, "Survey sampling" (1965):
    the square of the sum of the weights over the sum of their squares.
    """
    judged = Counter(link.band for link in sample.links if link.first)
    weight = {number: sample.bands[number].links / count for number, count in judged.items()}
    total = sum(weight[link.band] for link in sample.links if link.first)
    squares = sum(weight[link.band] ** 2 for link in sample.links if link.first)
    found = sum(weight[link.band] for link in sample.links if link.first in wrong)
    return wilson(min(1.0, found / total), total * total / squares)


def _band(sample: Sample, number: int) -> BandRate:
    band = sample.bands[number]
    verdicts = [link.first for link in sample.links if link.band == number and link.first]
    wrong = verdicts.count(Verdict.WRONG)
    return BandRate(
        low=band.low,
        high=band.high,
        links=band.links,
        judged=len(verdicts),
        wrong=wrong,
        rate=wilson(wrong / len(verdicts), len(verdicts)) if verdicts else None,
    )
