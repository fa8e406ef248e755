"""The pages of one document: in which order they come, and what each stands under."""

from rodedraad.dossier.pages.addresses import Addresses
from rodedraad.dossier.pages.arranging import Arranged, arranged
from rodedraad.dossier.pages.page import Page
from rodedraad.dossier.pages.sitemap import is_sitemap

__all__ = ["Addresses", "Arranged", "Page", "arranged", "is_sitemap"]
