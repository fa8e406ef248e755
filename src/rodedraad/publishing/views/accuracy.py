"""How often the links made by machine are wrong, as a sample that people judged tells."""

from msgspec import Struct

from rodedraad.linking.accuracy import Accuracy, BandRate, Rate, accuracy
from rodedraad.model.samples import Sample
from rodedraad.publishing.dutch import counted, day, number


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
    return f"met 95% zekerheid tussen {share(rate.low)} en {share(rate.high)}"


def band_words(low: float, high: float) -> str:
    """Return a band of probabilities as a Dutch reader writes it."""
    return f"{low:g} tot {high:g}".replace(".", ",")


def _agreement(found: Accuracy) -> str:
    if found.agreement is None:
        return ""
    kappa = found.agreement.kappa
    told = "" if kappa is None else f" (Cohens kappa {kappa:.2f})".replace(".", ",")
    both = counted(found.agreement.both, "verband", "verbanden")
    alike = f"waren het {found.agreement.alike} keer eens{told}"
    return f"Twee mensen beoordeelden {both} los van elkaar, en {alike}."


def _row(band: BandRate) -> BandRow:
    return BandRow(
        chance=band_words(band.low, band.high),
        links=number(band.links),
        judged=number(band.judged),
        wrong=number(band.wrong),
        rate=f"{share(band.rate.share)}, {between(band.rate)}" if band.rate else "niet bekend",
    )
