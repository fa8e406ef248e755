"""What is not installed with everything, and must be there before something that needs it begins."""

from importlib.util import find_spec

from rodedraad.dossier.errors import DossierError, Problem


def demand_pyarrow(file: str, extra: str, place: str | None = None) -> None:
    """Go on where Parquet can be written.

    Raises:
        DossierError: pyarrow is not installed; `extra` brings it.
    """
    if find_spec("pyarrow") is None:
        problem = "voor Parquet is pyarrow nodig, en dat is er niet"
        remedy = f"Installeer het met `pip install 'rodedraad[{extra}]'`."
        raise DossierError(Problem(file=file, place=place, problem=problem, remedy=remedy))
