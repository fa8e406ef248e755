"""What a page says of itself to machines: schema.org, Open Graph, and the information category of the Woo.

Sources: schema.org (WebPage, WebSite, Report, GovernmentOrganization, DefinedTerm); the Open Graph protocol;
Wet open overheid, article 3.3, with the identifiers of TOOI (standaarden.overheid.nl/tooi).
"""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from msgspec import Struct

from rodedraad.model.document import Document, Organisation
from rodedraad.publishing import addresses
from rodedraad.publishing.words import rows, words

SCHEMA: Final = "https://schema.org"
TOOI: Final = "https://identifier.overheid.nl/tooi"
CBS_CODES: Final = "CBS gemeentecode"


class Category(Struct, frozen=True, kw_only=True):
    """An information category of the Woo."""

    code: str
    name: str

    @property
    def uri(self) -> str:
        """Its identifier in TOOI."""
        return f"{TOOI}/def/thes/kern/{self.code}"


class About(Struct, frozen=True, kw_only=True):
    """The site that a page is part of, as far as its metadata needs it."""

    title: str
    address: str
    language: str
    licence: str
    organisations: tuple[Organisation, ...]


@cache
def categories() -> Mapping[str, Category]:
    """Return the information category of each kind of document."""
    return MappingProxyType(
        {row["kind"]: Category(code=row["code"], name=row["name"]) for row in rows("woo.tsv")}
    )


def canonical(address: str, page: str) -> str:
    """Return the full address of a page; empty where the dossier does not say where the site will stand."""
    return f"{address}/{page.removesuffix(addresses.FRONT)}" if address else ""


def description(template: str) -> str:
    """Return what a kind of page is for, in a sentence."""
    found = words("page").get(template.removesuffix(".html"))
    return found.explanation if found else ""


def linked(about: About, page: str, document: Document | None) -> Callable[[str], dict[str, Any]]:
    """Return what makes the schema.org description of a page from its title."""

    def described(title: str) -> dict[str, Any]:
        shown = {"name": title, "inLanguage": about.language, **_address(about, page)}
        if page == addresses.FRONT:
            return {"@context": SCHEMA, "@type": "WebSite", **shown, **_publisher(about.organisations)}
        site = {"@type": "WebSite", "name": about.title, **_address(about, addresses.FRONT)}
        main = {"mainEntity": _report(about, document)} if document else {}
        return {"@context": SCHEMA, "@type": "WebPage", **shown, "isPartOf": site, **main}

    return described


def _address(about: About, page: str) -> dict[str, str]:
    url = canonical(about.address, page)
    return {"url": url} if url else {}


def _publisher(organisations: tuple[Organisation, ...]) -> dict[str, Any]:
    made = [
        {
            "@type": "GovernmentOrganization",
            "name": one.name,
            "identifier": {"@type": "PropertyValue", "propertyID": CBS_CODES, "value": one.code},
        }
        for one in organisations
    ]
    return {"publisher": made} if made else {}


def _report(about: About, document: Document) -> dict[str, Any]:
    """Return a document as a report of its organisation, with its category under the Woo."""
    category = categories()[document.kind.value]
    licence = {"license": about.licence} if about.licence else {}
    return {
        "@type": "Report",
        "name": document.title,
        "datePublished": document.adopted.isoformat(),
        "temporalCoverage": str(document.year),
        "inLanguage": document.language,
        "about": {
            "@type": "DefinedTerm",
            "@id": category.uri,
            "name": category.name,
            "inDefinedTermSet": f"{TOOI}/set/scw_woo_informatiecategorieen",
        },
        **licence,
        **_publisher((document.organisation,)),
    }
