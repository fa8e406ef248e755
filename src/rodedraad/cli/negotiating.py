"""Which form of a file a browser can take, by what it says in Accept-Encoding (RFC 9110, 12.5.3)."""

from pathlib import Path
from typing import Final

from rodedraad.dossier.compressing import FORMS

_ANY: Final = "*"


def best_form(path: Path, accepted: str) -> tuple[Path, str]:
    """Return the smallest form of a file that lies beside it and is accepted, and how HTTP calls it.

    That is the file itself, called nothing, where there is no such form.
    """
    weights = _weights(accepted)
    for form in FORMS:
        smaller = path.with_name(path.name + form.ending)
        if weights.get(form.coding, weights.get(_ANY, 0.0)) and smaller.is_file():
            return smaller, form.coding
    return path, ""


def has_forms(path: Path) -> bool:
    """Return whether a file lies there in more than one form, so that the answer depends on who asks."""
    return any(path.with_name(path.name + form.ending).is_file() for form in FORMS)


def _weights(accepted: str) -> dict[str, float]:
    """Return the weight of each coding that is named; one that cannot be read is not accepted."""
    parts = (part.partition(";") for part in accepted.lower().split(","))
    return {name.strip(): _weight(parameter) for name, _, parameter in parts}


def _weight(parameter: str) -> float:
    _, _, number = parameter.replace(" ", "").partition("q=")
    try:
        return float(number or 1)
    except ValueError:
        return 0.0
