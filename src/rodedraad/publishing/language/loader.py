"""The templates of the site in one language, put into it when they are loaded and not when they are shown."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from jinja2 import BaseLoader, Environment, PackageLoader
from markupsafe import Markup, escape

from rodedraad.model.terms import Language
from rodedraad.publishing.language.pieces import in_words
from rodedraad.publishing.language.spoken import rows_beside, sentences

TABLES: Final = {Language.ENGLISH: "templates.tsv"}
MARK: Final = "{{ own }}"
"""Stands in a tag around words of the municipality."""


class SpokenLoader(BaseLoader):
    """Loads templates in a language: their pieces from its table, and the words of documents marked as Dutch.

    A piece without a row stays Dutch.
    """

    def __init__(self, package: str, language: Language) -> None:
        """Take the package that the templates lie in."""
        self._files = PackageLoader(package)
        self._language = language

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return the source of a template in the language, and where it lies."""
        source, file, fresh = self._files.get_source(environment, template)
        if self._language is Language.DUTCH:
            return source.replace(MARK, ""), file, fresh
        marked = in_words(source, words_of(self._language)).replace(MARK, ' lang="nl"')
        return marked, file, fresh


@cache
def words_of(language: Language) -> Mapping[str, str]:
    """Return the pieces of templates in a language by what they are in Dutch; none for Dutch itself."""
    name = TABLES.get(language)
    return {row["nl"]: row["en"] for row in rows_beside(name)} if name else {}


def own(text: str) -> str:
    """Return words of the municipality on a page in another language, marked as Dutch."""
    return Markup('<span lang="nl">{}</span>').format(text) if text else ""


def told(text: str) -> str:
    """Return a sentence of ours in English, or marked as Dutch where it is there in Dutch alone."""
    english = sentences(Language.ENGLISH).get(text)
    return escape(english) if english else own(text)


def same(text: str) -> str:
    """Return a text unchanged, as Dutch pages show it."""
    return text
