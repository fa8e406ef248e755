"""What was proved of a site, for a person and for a program."""

from collections.abc import Iterator
from typing import Final

from rodedraad.dossier.verifying import Differences, Proof
from rodedraad.model.codec import to_json

_WIDTH: Final = 18
_MOST: Final = 20
_WORDS: Final = (("changed", "gewijzigd"), ("missing", "ontbreekt"), ("extra", "hoort er niet bij"))


def as_data(proof: Proof) -> bytes:
    """Return the proof as JSON, with the name of every file that differs."""
    manifest = proof.manifest
    made = {"digest": manifest.digest, "stamp": manifest.stamp, "version": manifest.version}
    found = {"files": proof.files, "remade": proof.remade, "inputs": proof.inputs, "tools": proof.tools}
    return to_json({"holds": proof.holds, "place": str(proof.place), **made, **found})


def as_text(proof: Proof) -> str:
    """Return the proof in lines for a person; of many files that differ the first are named."""
    return "\n".join(f"{name:{_WIDTH}}{text}".rstrip() for name, text in _rows(proof))


def _rows(proof: Proof) -> Iterator[tuple[str, str]]:
    manifest = proof.manifest
    yield "Gecontroleerd", f"{'website' if proof.is_site else 'build'} in {proof.place}"
    yield "Controlegetal", manifest.digest
    yield "Gemaakt", f"met Rode Draad {manifest.version}, stand van {manifest.stamp:%Y-%m-%d %H:%M:%S} UTC"
    yield from _told("Bestanden", proof.files)
    if proof.remade is None:
        yield "Opnieuw gemaakt", "niet: de export zelf is niet wat het manifest zegt"
    else:
        yield from _told("Opnieuw gemaakt", proof.remade)
    if proof.inputs is not None:
        yield from _told("Invoer", proof.inputs)
    if proof.tools and not proof.holds:
        named = ", ".join(f"{tool.name} {tool.version}" for tool in proof.tools)
        yield "Let op", f"de build is gemaakt met {named}; hier staat een andere versie"
    yield "Uitslag", _outcome(proof)


def _told(name: str, found: Differences) -> Iterator[tuple[str, str]]:
    counts = [f"{len(names)} {word}" for key, word in _WORDS if (names := getattr(found, key))]
    yield name, f"{found.checked} vergeleken: {', '.join(counts) or 'alle gelijk'}"
    for key, word in _WORDS:
        names = getattr(found, key)
        for one in names[:_MOST]:
            yield "", f"{word}: {one}"
        if len(names) > _MOST:
            yield "", f"{word}: en nog {len(names) - _MOST} (alle namen: --json)"


def _outcome(proof: Proof) -> str:
    if proof.holds:
        return "bewezen: dit volgt byte voor byte uit de export met dit controlegetal"
    return "niet bewezen: er zijn verschillen"
