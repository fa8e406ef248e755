"""The one place that asks the network for figures, on an explicit command and never in a build."""

from http.client import HTTPException
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from rodedraad import __version__
from rodedraad.measuring.errors import FigureError

SECONDS: Final = 60
MOST: Final = 200_000_000
"""Bytes of one answer; CBS gives pages of some megabytes."""
_STAYS: Final = "Wat er stond, staat er nog."


def fetch(address: str) -> bytes:
    """Return what stands at an address of the web.

    Raises:
        FigureError: there is no connection, the service refuses, or the answer breaks off.
    """
    if urlsplit(address).scheme not in ("http", "https"):
        raise FigureError(file=address, problem="dit is geen webadres", remedy="Geef een adres met https.")
    asked = Request(address, headers={"User-Agent": f"rodedraad/{__version__}"})  # noqa: S310 - checked above
    try:
        with urlopen(asked, timeout=SECONDS) as answer:  # noqa: S310 - checked above
            data: bytes = answer.read(MOST + 1)
            missing = answer.length
    except HTTPError as error:
        remedy = f"Controleer het nummer van de tabel en `filter`. {_STAYS}"
        problem = f"de dienst antwoordt met {error.code} ({error.reason})"
        raise FigureError(file=address, problem=problem, remedy=remedy) from error
    except URLError as error:
        remedy = f"Probeer het later opnieuw. {_STAYS}"
        raise FigureError(file=address, problem=f"geen verbinding ({error.reason})", remedy=remedy) from error
    except (HTTPException, OSError) as error:
        remedy = f"Probeer het later opnieuw. {_STAYS}"
        problem = f"het antwoord is afgebroken ({type(error).__name__})"
        raise FigureError(file=address, problem=problem, remedy=remedy) from error
    if len(data) > MOST:
        remedy = "Vraag minder, met `filter`."
        raise FigureError(file=address, problem="het antwoord is te groot", remedy=remedy)
    if missing:
        problem = f"het antwoord is afgebroken na {len(data)} bytes"
        raise FigureError(file=address, problem=problem, remedy=f"Probeer het later opnieuw. {_STAYS}")
    return data
