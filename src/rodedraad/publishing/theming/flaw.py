"""What is wrong with a file of a theme."""

from msgspec import Struct


class Flaw(Struct, frozen=True, kw_only=True):
    """A mistake: its line, where it has one, what is wrong and what to do about it."""

    line: int | None = None
    problem: str
    remedy: str
