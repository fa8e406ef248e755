"""The code book of a sample: what to judge, and what each judgement means."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from rodedraad.model.samples import Sample
from rodedraad.publishing.dutch import counted, day, number
from rodedraad.publishing.views.accuracy import band_words


def codebook(sample: Sample, file: str) -> str:
    """Return the code book, as Markdown in Dutch."""
    return _template().render(
        sample=sample,
        file=file,
        drawn=day(sample.drawn),
        size=counted(len(sample.links), "verband", "verbanden"),
        population=number(sample.population),
        bands=[(band_words(one.low, one.high), number(one.links), number(one.drawn)) for one in sample.bands],
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("rodedraad.dossier.sampling", ""),
        autoescape=False,  # noqa: S701 - this is Markdown, and shows no text of a document
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("codebook.jinja")
