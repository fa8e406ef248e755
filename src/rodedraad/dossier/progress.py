"""How far a build is, for whoever waits for it."""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct


class Stage(StrEnum):
    """The stages of a build, in order."""

    IMPORT = "import"
    LINK = "link"
    CHECK = "check"
    PUBLISH = "publish"


class Step(Struct, frozen=True, kw_only=True):
    """`done` of `total` pieces of a stage are ready; `total` is 0 where it is not known beforehand."""

    stage: Stage
    done: int
    total: int
    name: str = ""


Progress = Callable[[Step], None]


def silent(_: Step) -> None:
    """Tell nobody."""
