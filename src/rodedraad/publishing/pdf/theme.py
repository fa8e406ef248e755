"""The look of the site, for a printed page: its colours, its logo, and the shapes of its outcomes."""

from functools import cache

from msgspec import Struct

from rodedraad.model.theme import Theme
from rodedraad.publishing.theming.check import default_tokens
from rodedraad.publishing.theming.colours import Colour, colour_of, resolved
from rodedraad.publishing.words import rows

OWN = "--rd-"


class Look(Struct, frozen=True, kw_only=True):
    """Colours by the name of their token, shapes drawn in a square of 16, and a logo as SVG."""

    colours: dict[str, str]
    shapes: dict[str, str]
    logo: str
    logo_text: str


def look_of(theme: Theme) -> Look:
    """Return the look of a theme on light paper; what it does not say is as on the site."""
    values = {one.name: one.value for one in (*default_tokens().light, *theme.light)}
    found = {name: colour_of(resolved(name, values) or "") for name in values if name.startswith(OWN)}
    return Look(
        colours={name.removeprefix(OWN): _hex(colour) for name, colour in found.items() if colour},
        shapes=_shapes(),
        logo=theme.logo,
        logo_text=theme.logo_text,
    )


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)


@cache
def _shapes() -> dict[str, str]:
    return {row["key"]: row["path"] for row in rows("shapes.tsv")}
