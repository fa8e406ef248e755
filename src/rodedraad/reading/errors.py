"""What is said of a file that cannot be read."""


class ReadingError(Exception):
    """A source that cannot be read: which file, where in it, what is wrong and what to do.

    `str()` is one line of Dutch.
    """

    def __init__(self, file: str, place: str, problem: str, remedy: str) -> None:
        super().__init__(file, place, problem, remedy)
        self.file = file
        self.place = place
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return " ".join(f"{where}: {self.problem}. {self.remedy}.".split())
