"""Ready sets of indicators written into a dossier, never over what is there."""

from pathlib import Path

from rodedraad.dossier.atomic import alone, replace_file, told
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.explain import suggest
from rodedraad.dossier.indicators import FOLDER, read_indicators
from rodedraad.dossier.load import FILE
from rodedraad.measuring.sets import SETS, as_toml


def add_set(dossier: Path, name: str) -> str:
    """Write the definitions of a set into a dossier, and return the file within it.

    Raises:
        DossierError: there is no such set or dossier, or the file or one of its codes is there already.
    """
    root = dossier.parent if dossier.name == FILE and not dossier.is_dir() else dossier
    place = f"{FOLDER}/{name}.toml"
    if name not in SETS:
        raise DossierError(
            Problem(file=name, problem="deze reeks is er niet", remedy=suggest(name, tuple(SETS)))
        )
    if not (root / FILE).is_file():
        remedy = "Noem de map waar dossier.toml in staat."
        raise DossierError(Problem(file=str(dossier), problem="hier staat geen dossier.toml", remedy=remedy))
    path = root / place
    if path.exists():
        remedy = "Wijzig het bestand zelf, of geef het eerst een andere naam."
        raise DossierError(Problem(file=place, problem="staat er al, en blijft zoals het is", remedy=remedy))
    wanted = SETS[name]()
    known = {one.code for one in read_indicators(root)}
    if twice := sorted(known & {one.code for one in wanted}):
        remedy = "Haal hem daar weg, of neem de reeks niet over. Er is niets geschreven."
        problem = f"de indicator {twice[0]} staat al in het dossier"
        raise DossierError(Problem(file=FOLDER, problem=problem, remedy=remedy))
    with told(place):
        path.parent.mkdir(exist_ok=True)
    with alone(path):
        replace_file(path, as_toml(wanted).encode())
    return place
