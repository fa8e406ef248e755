"""How often the links made by machine are wrong, as a sample that people judged tells."""

from msgspec import Struct

from rodedraad.linking.accuracy import Accuracy, BandRate, Rate, accuracy
from rodedraad.model.samples import Sample
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.shown import counted, day, number


class BandRow(Struct, frozen=True, kw_only=True):
    """What a sample tells of one band of probability."""

    chance: str
    links: str
    judged: str
    wrong: str
    rate: str


class AccuracyView(Struct, frozen=True, kw_only=True):
    """A judged sample as shown."""

    drawn: str
    read: str
    size: str
    population: str
    seed: str
    judged: str
    wrong: str
    rate: str
    between: str
    doubts: str
    doubtful: str
    agreement: str
    bands: tuple[BandRow, ...]


def accuracy_view(samples: tuple[Sample, ...]) -> AccuracyView | None:
    """Return the sample that was judged last, or None where none was."""
    judged = ((sample, found) for sample in samples if (found := accuracy(sample)) and sample.read)
    last = max(judged, key=lambda one: (one[0].read, one[0].drawn), default=None)
    return _view(*last) if last else None


def _view(sample: Sample, found: Accuracy) -> AccuracyView:
    return AccuracyView(
        drawn=day(sample.drawn),
        read=day(sample.read or sample.drawn),
        size=counted(len(sample.links), "verband", "verbanden"),
        population=number(sample.population),
        seed=number(sample.seed),
        judged=number(found.judged),
        wrong=number(found.wrong),
        rate=share(found.rate.share),
        between=between(found.rate),
        doubts=number(found.doubts) if found.doubts else "",
        doubtful=f"{share(found.doubtful.share)} ({between(found.doubtful)})",
        agreement=_agreement(found),
        bands=tuple(_row(one) for one in found.bands) if sample.by_band else (),
    )


def share(part: float) -> str:
    """Return a share in hundredths."""
    return f"{number(round(part * 100, 1))}%"


def between(rate: Rate) -> str:
    """Return the interval of a share in words."""
    return say("met 95% zekerheid tussen {low} en {high}", low=share(rate.low), high=share(rate.high))


def band_words(low: float, high: float) -> str:
    """Return a band of probabilities as a Dutch reader writes it."""
    return say("{low} tot {high}", low=number(low), high=number(high))


def _agreement(found: Accuracy) -> str:
    if found.agreement is None:
        return ""
    kappa = found.agreement.kappa
    return say(
        "Twee mensen beoordeelden {both} los van elkaar, en waren het {alike} keer eens{kappa}.",
        both=counted(found.agreement.both, "verband", "verbanden"),
        alike=found.agreement.alike,
        kappa="" if kappa is None else say(" (Cohens kappa {kappa})", kappa=number(kappa)),
    )


def _row(band: BandRate) -> BandRow:
    return BandRow(
        chance=band_words(band.low, band.high),
        links=number(band.links),
        judged=number(band.judged),
        wrong=number(band.wrong),
        rate=f"{share(band.rate.share)}, {between(band.rate)}" if band.rate else say("niet bekend"),
    )
