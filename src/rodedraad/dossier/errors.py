"""What is wrong with the input, in one line that a person can act on."""

from msgspec import Struct


class Problem(Struct, frozen=True, kw_only=True, order=True):
    """One mistake: the file, the place in it, what is wrong and what to do about it."""

    file: str
    place: str | None = None
    problem: str
    remedy: str

    def __str__(self) -> str:
        """Return the problem as one line."""
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.problem}. {self.remedy}"


class DossierError(Exception):
    """The dossier cannot be read or built; `problems` says why, one line each."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
