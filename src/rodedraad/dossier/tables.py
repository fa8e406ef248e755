"""The tables of dossier.toml, as they are written."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from rodedraad.measuring.tables.mapping import Asking, Column, Decimal, Freed
from rodedraad.model.observations import ObservationStatus
from rodedraad.model.terms import DocumentKind, Language, Printed, Reporting, Status


class DossierTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table `[dossier]`."""

    title: str
    language: str = "nl"
    licence: str | None = None
    pdf: tuple[Printed, ...] = ()


class SiteTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table `[site]`; `address` is where the site will stand, `languages` those of its pages."""

    address: str | None = None
    languages: tuple[Language, ...] = (Language.DUTCH,)


class DataTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table `[data]`; `parquet` asks for the tables of the open data as Parquet too."""

    parquet: bool = False


class LinkingTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table `[linking]`; `semantic` asks for a model that tells what texts mean."""

    semantic: bool = False


class ThemeTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table `[theme]`: files with design tokens and a logo, and what stands for the logo in words."""

    tokens: str = ""
    logo: str = ""
    logo_text: str = ""


class HeadingTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table `[[document.heading]]` or `[[organisation.heading]]`: a heading in own words."""

    words: str
    means: str


class OrganisationTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table `[[organisation]]`; its headings hold for all of its documents."""

    code: str
    name: str
    heading: tuple[HeadingTable, ...] = ()


class LegendTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table `[[document.legend]]`: what one symbol of the document means."""

    aspect: str
    symbol: str
    words: str
    value: Status


class DocumentTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table `[[document]]`; `sources` are files, folders or patterns, in order."""

    id: str
    organisation: str
    kind: DocumentKind
    year: int
    title: str
    sources: tuple[str, ...]
    period: str | None = None
    language: str | None = None
    adopted: date | None = None
    covers: tuple[str, ...] = ()
    reporting: Reporting | None = None
    legend: tuple[LegendTable, ...] = ()
    heading: tuple[HeadingTable, ...] = ()


class Interface(StrEnum):
    """The interface of StatLine that a table is fetched over."""

    V3 = "v3"
    V4 = "v4"


class FiguresTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table `[[figures]]`: a file of figures, and what is known of its delivery."""

    source: str
    file: str
    delivered: date | None = None
    year: int | None = None
    sha256: str | None = None
    licence: str | None = None
    sheet: str | None = None
    head: int = 1
    area: str = ""
    period: str = ""
    status: ObservationStatus = ObservationStatus.FINAL
    decimal: Decimal = Decimal.COMMA
    policy: str = "cbs-zorg"
    column: tuple[Column, ...] = ()
    survey: Asking | None = None
    release: tuple[Freed, ...] = ()
    api: Interface = Interface.V3
    address: str | None = None
    filter: str = ""
