"""What drawing and reading a sample came to, for a person."""

from collections.abc import Iterator
from pathlib import Path

from rodedraad.dossier.samples import SAMPLES
from rodedraad.dossier.sampling.drawing import codebook_of
from rodedraad.linking.accuracy import Accuracy, accuracy
from rodedraad.model.samples import Sample
from rodedraad.publishing.dutch import counted, number
from rodedraad.publishing.views.accuracy import between, share


def drawn_told(sample: Sample, file: Path, size: int) -> str:
    """Return what was drawn, and what to do with it."""
    drawn = counted(len(sample.links), "verband", "verbanden")
    lines = [f"Steekproef {sample.id}: {drawn} van {number(sample.population)} die het programma zelf legde."]
    if len(sample.links) < size:
        lines.append("Meer waren er niet: dit zijn ze allemaal.")
    lines.append(f"Oordelen: {file}; wat de oordelen betekenen: {codebook_of(file)}")
    lines.append(f"Daarna: rodedraad sample --read {file} DOSSIER")
    return "\n".join(lines)


def read_told(sample: Sample) -> str:
    """Return what the judgements came to."""
    found = accuracy(sample)
    return "\n".join(_lines(sample, found)) if found else "Er is nog niets beoordeeld."


def _lines(sample: Sample, found: Accuracy) -> Iterator[str]:
    yield f"Steekproef {sample.id}: {found.judged} van {len(sample.links)} beoordeeld."
    yield f"Fout: {found.wrong}. Dat wijst op {share(found.rate.share)}, {between(found.rate)}."
    if found.doubts:
        rate = found.doubtful
        yield f"Twijfel: {found.doubts}. Als fout geteld is het {share(rate.share)}, {between(rate)}."
    if found.agreement:
        kappa = found.agreement.kappa
        told = "niet te berekenen" if kappa is None else f"{kappa:.2f}".replace(".", ",")
        yield f"Twee codeurs: {found.agreement.alike} van {found.agreement.both} gelijk, Cohens kappa {told}."
    yield f"Opgeslagen in {SAMPLES}; de volgende bouw zet het op de website."
