"""Why figures were refused, in one line that a person can act on."""


class FigureError(Exception):
    """A delivery of figures is refused as a whole; nothing of it is used."""

    def __init__(self, *, file: str, place: str | None = None, problem: str, remedy: str) -> None:
        """Take the file, the place in it, what is wrong and what to do about it."""
        where = f"{file}, {place}" if place else file
        super().__init__(f"{where}: {problem}. {remedy}")
        self.file = file
        self.place = place
        self.problem = problem
        self.remedy = remedy
