"""A sample drawn from a build, and written for people to judge."""

from pathlib import Path

from msgspec import structs

from rodedraad.dossier.atomic import replace_file
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.samples import change_samples
from rodedraad.dossier.sampling.codebook import codebook
from rodedraad.dossier.sampling.sheet import check_of, given, sheet_of
from rodedraad.linking.sampling import Plan, draw
from rodedraad.model.build import Build
from rodedraad.model.samples import Sample
from rodedraad.publishing.lookup import Lookup


def draw_sample(root: Path, build: Build, file: Path, plan: Plan) -> Sample:
    """Draw a sample, write the file to judge it in with its code book, and note it in the dossier.

    Raises:
        DossierError: there is nothing to draw, a file is there already, or something cannot be written.
    """
    book = codebook_of(file)
    for path in (file, book):
        if path.exists():
            remedy = "Kies een andere naam met --out; misschien staan hier al oordelen in."
            raise DossierError(Problem(file=str(path), problem="dit bestand bestaat al", remedy=remedy))
    sample = _with_checks(draw(build.threads.links, plan), build)
    if not sample.links:
        problem = "in deze build heeft het programma zelf geen verbanden gelegd"
        raise DossierError(
            Problem(file=str(root), problem=problem, remedy="Er is niets om een steekproef uit te trekken.")
        )
    replace_file(file, sheet_of(sample, Lookup(build)))
    replace_file(book, codebook(sample, file.name).encode())
    change_samples(root, lambda samples: _with(samples, sample))
    return sample


def codebook_of(file: Path) -> Path:
    """Return where the code book of a file stands."""
    return file.with_name(f"{file.stem}-codeboek.md")


def _with_checks(sample: Sample, build: Build) -> Sample:
    lookup = Lookup(build)
    links = (structs.replace(link, checks=tuple(map(check_of, given(link, lookup)))) for link in sample.links)
    return structs.replace(sample, links=tuple(links))


def _with(samples: tuple[Sample, ...], sample: Sample) -> tuple[Sample, ...]:
    """Return the samples with this one, which keeps its judgements where it was drawn before."""
    return samples if any(one.id == sample.id for one in samples) else (*samples, sample)
