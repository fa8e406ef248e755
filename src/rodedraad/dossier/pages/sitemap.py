"""Which files are the map of a site."""

from rodedraad.dossier.pages.addresses import parts_of
from rodedraad.dossier.words import words_of


def is_sitemap(name: str) -> bool:
    """Whether a file is, by its name, the map of a site rather than a page of it."""
    parts = parts_of(name.removesuffix(".xml"))
    return bool(parts) and parts[-1] in words_of("sitemap")
