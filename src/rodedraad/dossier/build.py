"""The stages run over a dossier, and what they make put on disk."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import UNSET, structs

from rodedraad import __version__
from rodedraad.checking import check
from rodedraad.dossier.collect import import_all
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.extras import demand_pyarrow
from rodedraad.dossier.figures import measured
from rodedraad.dossier.folder import replace_folder
from rodedraad.dossier.former import former_of
from rodedraad.dossier.guard import output_folder, source_folder
from rodedraad.dossier.inputs import inputs_of, tools
from rodedraad.dossier.kept_scores import keeping
from rodedraad.dossier.layout import FINDINGS, FORMER, OBSERVATIONS, THREADS
from rodedraad.dossier.outputs import digest_of, made_files, manifest_files
from rodedraad.dossier.printing import accessible
from rodedraad.dossier.progress import Progress, Stage, Step, silent
from rodedraad.dossier.records import Dossier
from rodedraad.dossier.report import BuildReport
from rodedraad.dossier.rulings import lost
from rodedraad.dossier.semantics import semantics_of
from rodedraad.dossier.stamp import stamp_of
from rodedraad.dossier.store import document_files, read_build, read_manifest, sealed
from rodedraad.linking import link
from rodedraad.linking.keeping import Kept
from rodedraad.linking.semantics import UNTOLD, Semantics
from rodedraad.model.build import Build, FileDigest, Manifest
from rodedraad.model.codec import to_json
from rodedraad.model.findings import Findings
from rodedraad.model.threads import Threads

ALL = tuple(Stage)


def build(  # noqa: PLR0913 - each says how to build, and all but the dossier may be left out
    dossier: Dossier,
    out: Path | None = None,
    *,
    keep_going: bool = False,
    only: Sequence[Stage] = ALL,
    compress: bool = False,
    progress: Progress = silent,
) -> BuildReport:
    """Run the stages over the dossier and put the result in `out` (else `build` in the dossier), whole.

    `only` names stages that follow each other; those before them are taken from the build that is there,
    and what later stages made is left out, for it no longer fits.  With `keep_going` a document that
    cannot be read is left out and named in the manifest; so are all figures where a file of them is
    refused.  A preview stands in `preview` in the dossier unless `out` says otherwise, and never takes the
    place of a public build.  With `compress` every file of the site that gets smaller by it stands there in
    forms for a server to send, too.

    Raises:
        DossierError: nothing was written; each problem says file, place and remedy.
    """
    stages = _following(only)
    folder = output_folder(dossier, out)
    made = _made(dossier, source_folder(dossier, folder), stages, keep_going=keep_going, progress=progress)
    replace_folder(folder, _files(made, stages, progress, compress=compress))
    complete = Stage.CHECK in stages
    missing = lost(made, dossier.decisions) if complete else ()
    made = structs.replace(made, manifest=read_manifest(folder))
    return BuildReport(build=made, out=folder, stages=stages, lost=missing)


def _following(only: Sequence[Stage]) -> tuple[Stage, ...]:
    """Return the stages in order; they must follow each other without a gap."""
    chosen = [stage for stage in Stage if stage in only]
    first, last = ALL.index(chosen[0]), ALL.index(chosen[-1])
    missing = [stage for stage in ALL[first : last + 1] if stage not in chosen]
    if missing:
        problem = f"tussen de stappen {', '.join(chosen)} ontbreekt {', '.join(missing)}"
        remedy = "Noem stappen die op elkaar volgen: import, link, check, publish."
        raise DossierError(Problem(file="--only", problem=problem, remedy=remedy))
    return tuple(chosen)


def _made(
    dossier: Dossier,
    folder: Path,
    stages: tuple[Stage, ...],
    *,
    keep_going: bool,
    progress: Progress,
) -> Build:
    """Return the build with what the stages before publishing made."""
    if Stage.PUBLISH in stages and dossier.info.parquet:
        demand_pyarrow("dossier.toml", "parquet", "[data]")
    semantics = semantics_of(dossier, folder, progress) if Stage.LINK in stages else UNTOLD
    if Stage.IMPORT in stages:
        made = _imported(dossier, keep_going=keep_going, progress=progress)
    else:
        made = _taken_up(read_build(folder), dossier, stages)
    if Stage.LINK in stages:
        with keeping(folder, made.documents) as kept:
            made = _linked(made, dossier, semantics, kept, progress)
    if Stage.CHECK in stages:
        made = _checked(made, dossier, progress)
    made = structs.replace(made, former=former_of(dossier.identities, made))
    files = list(_canonical(made, stages))
    manifest = structs.replace(made.manifest, preview=dossier.preview or UNSET)
    return structs.replace(made, manifest=sealed(manifest, files))


def _taken_up(before: Build, dossier: Dossier, stages: tuple[Stage, ...]) -> Build:
    """Return the build that is there as the dossier is now, with what its other stages are made from."""
    manifest = structs.replace(
        before.manifest,
        dossier=dossier.info,
        version=__version__,
        tools=tools(parquet=dossier.info.parquet),
        stamp=stamp_of(dossier.inputs),
        inputs=inputs_of(dossier, stages, before.manifest.inputs),
    )
    return structs.replace(before, dossier=dossier.info, samples=dossier.samples.samples, manifest=manifest)


def _imported(dossier: Dossier, *, keep_going: bool, progress: Progress) -> Build:
    documents, texts, failed = import_all(dossier, keep_going=keep_going, progress=progress)
    stamp = stamp_of(dossier.inputs)
    observations, refused = measured(dossier, documents, stamp.date(), keep_going=keep_going)
    manifest = Manifest(
        dossier=dossier.info,
        version=__version__,
        tools=tools(parquet=dossier.info.parquet),
        stamp=stamp,
        inputs=inputs_of(dossier, Stage),
        figures=tuple(table.source for table in dossier.figures),
        failed=(*failed, *refused),
    )
    return Build(
        dossier=dossier.info,
        documents=documents,
        texts=texts,
        threads=Threads(),
        findings=Findings(),
        manifest=manifest,
        samples=dossier.samples.samples,
        observations=observations,
    )


def _linked(made: Build, dossier: Dossier, semantics: Semantics, kept: Kept, progress: Progress) -> Build:
    progress(Step(stage=Stage.LINK, done=0, total=1))
    workers = os.cpu_count() or 1
    threads = link(
        made.documents, dossier.decisions, dossier.identities, semantics, workers=workers, kept=kept
    )
    progress(Step(stage=Stage.LINK, done=1, total=1))
    manifest = structs.replace(made.manifest, semantics=semantics.model or UNSET)
    return structs.replace(made, threads=threads, manifest=manifest)


def _checked(made: Build, dossier: Dossier, progress: Progress) -> Build:
    progress(Step(stage=Stage.CHECK, done=0, total=1))
    decisions = dossier.decisions
    findings = check(
        made.documents,
        made.threads,
        decisions.reply,
        decisions=decisions,
        observations=made.observations,
    )
    progress(Step(stage=Stage.CHECK, done=1, total=1))
    return structs.replace(made, findings=findings)


def _files(
    made: Build, stages: tuple[Stage, ...], progress: Progress, *, compress: bool
) -> Iterator[tuple[str, bytes]]:
    yield from _canonical(made, stages)
    outputs: list[FileDigest] = []
    if Stage.PUBLISH in stages:
        with accessible():
            for file in made_files(made, compress=compress):
                outputs.append(digest_of(file))
                progress(Step(stage=Stage.PUBLISH, done=len(outputs), total=0, name=file[0]))
                yield file
    yield from manifest_files(made.manifest, outputs)


def _canonical(made: Build, stages: tuple[Stage, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield the files that everything else follows from: what was made up to the last of the stages."""
    for document in made.documents:
        yield from document_files(document, made.texts[document.id])
    if made.observations.any:
        yield OBSERVATIONS, to_json(made.observations)
    if stages[-1] != Stage.IMPORT:
        yield THREADS, to_json(made.threads)
    if stages[-1] not in (Stage.IMPORT, Stage.LINK):
        yield FINDINGS, to_json(made.findings)
        if made.former.any:
            yield FORMER, to_json(made.former)
