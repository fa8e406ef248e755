"""Proof that a build or a site is what its manifest says, and that it follows from its export."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct, structs

from rodedraad import __version__
from rodedraad.dossier.beside import read_beside
from rodedraad.dossier.compressing import FORMS, Form, plain_name
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.inputs import inputs_of, sha256_of, tools
from rodedraad.dossier.layout import DATA, MANIFEST, SITE
from rodedraad.dossier.outputs import MANIFESTS, made_files
from rodedraad.dossier.progress import Progress, Stage, Step, silent
from rodedraad.dossier.records import Dossier
from rodedraad.dossier.samples import SAMPLES
from rodedraad.dossier.store import digest_over, read_build, read_manifest
from rodedraad.model.build import Build, Manifest, Tool
from rodedraad.model.samples import Samples

Digests = Mapping[str, str]
Places = Mapping[str, Path]

_AGAIN: Final = "Haal de build of de website opnieuw op, of draai `rodedraad build` opnieuw."


class Differences(Struct, frozen=True, kw_only=True):
    """How files differ from what they should be: names of what changed, is missing, or is one too many."""

    checked: int
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is a difference at all."""
        return bool(self.changed or self.missing or self.extra)


class Proof(Struct, frozen=True, kw_only=True):
    """What was found of a build, or of a site alone.  Names are those in the build: `site/index.html`.

    `files` compares what is there with the manifest, `remade` with what follows from the export, byte for
    byte, and `inputs`, where a dossier was given, its files with those that the manifest names.
    `remade` is None where the export is not what the manifest says, so that nothing follows from it.
    `tools` are those that have another version here; they may explain a difference in `remade`.
    """

    place: Path
    is_site: bool
    manifest: Manifest
    files: Differences
    remade: Differences | None
    inputs: Differences | None
    tools: tuple[Tool, ...]

    @property
    def holds(self) -> bool:
        """Whether all is as it should be."""
        found = (self.files, self.remade, self.inputs)
        return self.remade is not None and not any(one.any for one in found if one)


def verify(place: Path, dossier: Dossier | None = None, progress: Progress = silent) -> Proof:
    """Return what is proved of a build, of the build in a dossier's folder, or of a site that stands alone.

    Nothing is written.

    Raises:
        DossierError: there is neither build nor site, its manifest or export cannot be read, or another
            version of Rode Draad made it.
    """
    root, is_site = _root(place)
    export = root / DATA if is_site else root
    manifest = _sound(read_manifest(export))
    here = _here(root, f"{SITE}/" if is_site else "")
    canonical = {_exported(one.name, is_site=is_site): one.sha256 for one in manifest.files}
    files = _against(here, _expected(manifest, canonical, sha256_of(export / MANIFEST), is_site=is_site))
    broken = not canonical.keys().isdisjoint((*files.changed, *files.missing))
    return Proof(
        place=root,
        is_site=is_site,
        manifest=manifest,
        files=files,
        remade=None if broken else _against_export(here, _export(export, root), manifest, progress),
        inputs=_against_dossier(manifest, dossier) if dossier else None,
        tools=tuple(sorted(set(manifest.tools) - set(tools(parquet=manifest.dossier.parquet)))),
    )


def _root(place: Path) -> tuple[Path, bool]:
    """Return the folder of the build or site that a place stands for, and whether it is a site alone."""
    folder = place.parent if place.name == "dossier.toml" else place
    for candidate in (folder, folder / "build"):
        if (candidate / MANIFEST).is_file():
            return candidate, False
    if (folder / DATA / MANIFEST).is_file():
        return folder, True
    problem = "hier staat geen build en geen website met een manifest"
    raise DossierError(Problem(file=str(place), problem=problem, remedy=_AGAIN))


def _sound(manifest: Manifest) -> Manifest:
    """Return a manifest that does not contradict itself and that this version can prove."""
    if manifest.digest != digest_over(manifest.files):
        problem = "het controlegetal past niet bij de bestanden die het manifest noemt"
        raise DossierError(Problem(file=MANIFEST, problem=problem, remedy=_AGAIN))
    if not manifest.outputs:
        problem = "deze build heeft nog geen website"
        raise DossierError(Problem(file=MANIFEST, problem=problem, remedy="Draai eerst `rodedraad publish`."))
    if manifest.version != __version__:
        problem = f"gemaakt met Rode Draad {manifest.version}, en dit is {__version__}"
        remedy = f"Controleer met die versie: `pip install rodedraad=={manifest.version}`."
        raise DossierError(Problem(file=MANIFEST, problem=problem, remedy=remedy))
    return manifest


def _here(root: Path, prefix: str) -> Places:
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {prefix + path.relative_to(root).as_posix(): path for path in files}


def _exported(name: str, *, is_site: bool) -> str:
    """Return where a canonical file stands: in the build itself, or among the open data of a site."""
    return f"{SITE}/{DATA}/{name}" if is_site else name


def _expected(manifest: Manifest, canonical: Digests, own: str, *, is_site: bool) -> Digests:
    """Return the digest that each file should have; `own` is that of the manifest, and of its copies."""
    outputs = {one.name: one.sha256 for one in manifest.outputs} | dict.fromkeys(MANIFESTS, own)
    mine = {name: one for name, one in outputs.items() if name.startswith(f"{SITE}/") or not is_site}
    return mine | dict(canonical)


def _against(here: Places, expected: Digests) -> Differences:
    """Return how files differ from the digests that they should have."""
    both = sorted(expected.keys() & here.keys())
    return Differences(
        checked=len(expected),
        changed=tuple(name for name in both if sha256_of(here[name]) != expected[name]),
        missing=tuple(sorted(expected.keys() - here.keys())),
        extra=tuple(sorted(here.keys() - expected.keys())),
    )


def _export(export: Path, root: Path) -> Build:
    """Return the build as publishing needs it: the canonical files, and the samples that were judged."""
    samples = read_beside((export if export != root else root / DATA) / SAMPLES, Samples, "steekproeven", "")
    return structs.replace(read_build(export), samples=samples.samples)


def _against_export(here: Places, made: Build, manifest: Manifest, progress: Progress) -> Differences:
    """Return how the outputs differ from what is made of the export again, in memory."""
    listed = {one.name for one in manifest.outputs if one.name in here}
    changed, missing, seen = list[str](), list[str](), set[str]()
    for name, data in _remade(made):
        seen.add(name)
        progress(Step(stage=Stage.PUBLISH, done=len(seen), total=0, name=name))
        if name in here:
            changed += _differing(name, data, here)
        elif _is_wanted(name, here):
            missing.append(name)
    extra = {name for name in listed - seen if plain_name(name) not in seen}
    return Differences(
        checked=len(seen & here.keys()),
        changed=tuple(sorted(changed)),
        missing=tuple(sorted(missing)),
        extra=tuple(sorted(extra)),
    )


def _remade(made: Build) -> Iterator[tuple[str, bytes]]:
    """Yield the outputs once more; an export that contradicts itself is told as such."""
    try:
        yield from made_files(made)
    except (LookupError, ValueError) as error:
        problem = f"de export spreekt zichzelf tegen ({error!r}), zodat er geen website uit te maken is"
        raise DossierError(Problem(file=MANIFEST, problem=problem, remedy=_AGAIN)) from error


def _differing(name: str, data: bytes, here: Places) -> Iterator[str]:
    """Yield the name of a file, and of its smaller forms, where they do not hold the data."""
    if here[name].read_bytes() != data:
        yield name
    for form in FORMS:
        smaller = here.get(name + form.ending)
        if smaller and not _holds(form, smaller.read_bytes(), data):
            yield name + form.ending


def _holds(form: Form, packed: bytes, data: bytes) -> bool:
    try:
        return form.unpack(packed) == data
    except ValueError:
        return False


def _is_wanted(name: str, here: Places) -> bool:
    """Return whether a file should be there: of a site alone only what belongs to the site."""
    return name.startswith(f"{SITE}/") or MANIFEST in here


def _against_dossier(manifest: Manifest, dossier: Dossier) -> Differences:
    """Return how the files of a dossier differ from those that the build was made from."""
    was = {(one.name, one.sha256) for one in manifest.inputs}
    now = {(one.name, one.sha256) for one in inputs_of(dossier, Stage)}
    old, new = {name for name, _ in was}, {name for name, _ in now}
    return Differences(
        checked=len(was),
        changed=tuple(sorted({name for name, _ in was ^ now if name in old & new})),
        missing=tuple(sorted(old - new)),
        extra=tuple(sorted(new - old)),
    )
