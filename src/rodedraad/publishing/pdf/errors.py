"""Why a PDF could not be made, in Dutch: what, where and what to do."""

from typing import Final

from rodedraad.publishing.words import rows

_UNKNOWN: Final = ("de zetter weigert het", "Meld dit met het dossier erbij.")


class PdfError(Exception):
    """A PDF cannot be made accessible, and so is not made; str() is one clear line."""

    def __init__(self, *, file: str, problem: str, remedy: str, place: str | None = None) -> None:
        where = f"{file}, {place}" if place else file
        super().__init__(f"{where}: {problem}. {remedy}")
        self.file, self.place, self.problem, self.remedy = file, place, problem, remedy


def refused(file: str, said: str) -> PdfError:
    """Return what the typesetter says, in the words of our catalogue, with its own words behind."""
    known = (row for row in rows("pdf/refusals.tsv") if row["refusal"] in said)
    found = next(((row["problem"], row["remedy"]) for row in known), _UNKNOWN)
    return PdfError(file=file, problem=f"{found[0]} ({_first(said)})", remedy=found[1])


def _first(said: str) -> str:
    return said.strip().partition("\n")[0].removeprefix("error: ")
