"""The look of the site, for a printed page: its colours and the shapes of its outcomes."""

import re
from functools import cache
from importlib import resources
from typing import Final

from rodedraad.publishing.words import rows

_TOKEN: Final = re.compile(r"--rd-([\w-]+):\s*(#[0-9a-fA-F]{6})\s*;")


@cache
def colours() -> dict[str, str]:
    """Return the colours of the theme on light paper, by the name of their token."""
    sheet = resources.files("rodedraad.publishing").joinpath("static", "theme.css").read_text("utf-8")
    return dict(_TOKEN.findall(sheet.partition("@media")[0]))


@cache
def shapes() -> dict[str, str]:
    """Return the outline of each shape, drawn in a square of 16."""
    return {row["key"]: row["path"] for row in rows("shapes.tsv")}
