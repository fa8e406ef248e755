"""A page as its place in the document is sought."""

from msgspec import Struct

from rodedraad.model.terms import BlockRole
from rodedraad.model.text import Extract, Navigation
from rodedraad.reading.stamps import is_stamped


class Page(Struct, frozen=True, kw_only=True):
    """One source: its path, the entry of dossier.toml that names it, its text and its menus.

    `free` is true where dossier.toml names a folder or pattern, so that the pages tell their order.
    """

    name: str
    extract: Extract
    entry: int = 0
    free: bool = False
    navigation: Navigation = Navigation()

    @property
    def title(self) -> str:
        """The first heading of the page, else the title that a browser shows."""
        text, blocks = self.extract.text, self.extract.blocks
        heads = (text[block.start : block.end] for block in blocks if block.role is BlockRole.HEADING)
        return " ".join(next(heads, self.extract.title or self.name).split())

    @property
    def content(self) -> tuple[str, ...]:
        """The words of the page without the site around it and without the time it was made."""
        words = (
            self.extract.text[block.start : block.end]
            for block in self.extract.blocks
            if block.role is not BlockRole.FURNITURE
        )
        return tuple(text for text in words if not is_stamped(text))

    @property
    def trail_titles(self) -> tuple[str, ...]:
        """What the breadcrumb of the page says."""
        return tuple(link.title for menu in self.navigation.menus if menu.is_trail for link in menu.links)
