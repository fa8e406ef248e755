"""The licence of what is published, by its SPDX identifier."""

from msgspec import Struct

from rodedraad.model.build import Build
from rodedraad.publishing.words import rows


class Licence(Struct, frozen=True, kw_only=True):
    """A licence: its identifier, its title and where it stands."""

    name: str
    title: str
    address: str


def licence_of(build: Build) -> Licence | None:
    """Return the licence that the dossier gives; the page of SPDX for one that licences.tsv does not know."""
    name = build.dossier.licence
    if not name:
        return None
    known = {row["name"]: row for row in rows("opendata/licences.tsv")}
    row = known.get(name, {"title": name, "address": f"https://spdx.org/licenses/{name}.html"})
    return Licence(name=name, title=row["title"], address=row["address"])
