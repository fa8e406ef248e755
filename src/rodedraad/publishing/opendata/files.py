"""The files of the open data folder: tables, records, texts, schemas, and what describes them."""

from collections.abc import Iterator, Sequence

from rodedraad.model.build import Build
from rodedraad.model.codec import PLACES_FORMAT, to_json
from rodedraad.model.samples import Sample, Samples
from rodedraad.model.schemas import schemas
from rodedraad.model.text import Places
from rodedraad.publishing import addresses
from rodedraad.publishing.opendata.api import description
from rodedraad.publishing.opendata.catalogue import API, CATALOGUE, catalogue
from rodedraad.publishing.opendata.package import package
from rodedraad.publishing.opendata.table import Table, csv_bytes
from rodedraad.publishing.opendata.thread import THREAD_SCHEMA
from rodedraad.publishing.spread import File

PACKAGE = "datapackage.json"


def data_files(build: Build, tables: Sequence[Table]) -> Iterator[File]:
    """Yield the open data: tables, records, texts, schemas, and at last what describes them.

    With these files the whole build can be made again: they are an export.
    """
    files = [*_tables(build, tables), *_records(build)]
    yield from files
    described: list[File] = [
        *_schemas(),
        (API, to_json(description(build, tables, judged=bool(_judged(build))))),
        (CATALOGUE, to_json(catalogue(build, tables, files))),
    ]
    yield from described
    yield PACKAGE, to_json(package(build, tables, [*files, *described]))


def _tables(build: Build, tables: Sequence[Table]) -> Iterator[File]:
    for table in tables:
        yield f"{table.name}.csv", csv_bytes(table)
    if build.dossier.parquet:
        from rodedraad.publishing.opendata.parquet import parquet_bytes  # noqa: PLC0415 - needs the extra

        for table in tables:
            yield f"{table.name}.parquet", parquet_bytes(table)


def _records(build: Build) -> Iterator[File]:
    for document in build.documents:
        yield f"documents/{addresses.safe(document.id)}.json", to_json(document)
        for source, text in zip(document.sources, build.texts[document.id], strict=True):
            yield source.text, text.text.encode()
            yield source.places, to_json(Places(format=PLACES_FORMAT, blocks=text.blocks))
    yield "threads.json", to_json(build.threads)
    yield "findings.json", to_json(build.findings)
    if build.observations.any:
        yield "observations.json", to_json(build.observations)
    if build.former.any:
        yield "former.json", to_json(build.former)
    if judged := _judged(build):
        yield "samples.json", to_json(Samples(samples=judged))


def _judged(build: Build) -> tuple[Sample, ...]:
    return tuple(one for one in build.samples if one.read)


def _schemas() -> Iterator[File]:
    for name, schema in {**schemas(), **THREAD_SCHEMA}.items():
        kind, _, version = name.partition("/")
        yield f"schemas/{kind}-{version}.json", to_json(schema)
