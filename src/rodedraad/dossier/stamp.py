"""The time that a build bears: that of its newest input, for no clock is read."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from rodedraad.dossier.errors import DossierError, Problem

VARIABLE = "SOURCE_DATE_EPOCH"


def stamp_of(inputs: Iterable[Path]) -> datetime:
    """Return SOURCE_DATE_EPOCH where it is set, else the time of the newest input, in whole seconds.

    Raises:
        DossierError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    given = os.environ.get(VARIABLE)
    if given is None:
        return datetime.fromtimestamp(max((int(path.stat().st_mtime) for path in inputs), default=0), UTC)
    try:
        return datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError) as error:
        remedy = "Geef een aantal seconden sinds 1970, of laat de variabele weg."
        raise DossierError(
            Problem(file=VARIABLE, problem=f'"{given}" is geen tijd', remedy=remedy)
        ) from error
