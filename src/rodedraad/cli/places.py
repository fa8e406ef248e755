"""Where a build stands: itself, or in its dossier."""

from pathlib import Path

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.guard import is_build


def build_at(place: Path) -> Path:
    """Return the folder of the build that a dossier or build stands for.

    Raises:
        DossierError: there is no build.
    """
    folder = place.parent if place.name == "dossier.toml" else place
    for candidate in (folder, folder / "build"):
        if is_build(candidate):
            return candidate
    problem, remedy = "hier staat geen build", f"Draai eerst `rodedraad build {place}`."
    raise DossierError(Problem(file=str(place), problem=problem, remedy=remedy))
