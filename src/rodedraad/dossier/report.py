"""What a build made, for the summary."""

from pathlib import Path

from msgspec import Struct

from rodedraad.dossier.progress import Stage
from rodedraad.model.build import Build


class BuildReport(Struct, frozen=True, kw_only=True):
    """What was built, where it stands, which stages were run, and which decisions find nothing any more."""

    build: Build
    out: Path
    stages: tuple[Stage, ...]
    lost: tuple[str, ...] = ()
