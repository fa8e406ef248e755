"""What texts mean, told by a model where dossier.toml asks for it."""

from pathlib import Path
from typing import Final

from rodedraad.dossier.e5 import E5
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.progress import Progress, Stage, Step
from rodedraad.dossier.records import Dossier
from rodedraad.dossier.remembered import Remembered
from rodedraad.linking.semantics import UNTOLD, Semantics

DOING: Final = "wat teksten betekenen"


def semantics_of(dossier: Dossier, folder: Path, progress: Progress) -> Semantics:
    """Return the model that dossier.toml asks for, if any; what it tells is remembered beside the build.

    What happens to be installed makes no difference: only what dossier.toml asks for counts.

    Raises:
        DossierError: the model is asked for and not installed, or does not work on this machine.
    """
    if not dossier.semantic:
        return UNTOLD

    def told(done: int, total: int) -> None:
        progress(Step(stage=Stage.LINK, done=done, total=total, name=DOING))

    return Remembered(_model(), remembered_at(folder), told)


def remembered_at(folder: Path) -> Path:
    """Return the file beside a build that remembers what texts mean."""
    return folder.with_name(f".{folder.name}.semantic.npy")


def _model() -> E5:
    try:
        return E5()
    except ImportError as error:
        problem = "vraagt een taalmodel (semantic = true), en dat is niet geïnstalleerd"
        remedy = (
            "Installeer het met `pip install 'rodedraad[semantic]'`, of haal semantic weg: "
            "het verbinden werkt ook zonder."
        )
        raise DossierError(_wrong(problem, remedy)) from error
    except (OSError, RuntimeError) as error:
        problem = f"het taalmodel kan hier niet worden geladen ({error})"
        remedy = (
            "Installeer `rodedraad[semantic]` opnieuw, of haal semantic weg: het verbinden werkt ook zonder."
        )
        raise DossierError(_wrong(problem, remedy)) from error


def _wrong(problem: str, remedy: str) -> Problem:
    return Problem(file="dossier.toml", place="[linking]", problem=problem, remedy=remedy)
