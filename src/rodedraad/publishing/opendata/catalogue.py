"""The catalogue of the open data as DCAT, in JSON-LD 1.1.

Sources: DCAT-AP-DONL 2.0 and DCAT-AP-NL 3.0 (what a catalogue, dataset, distribution and service must say);
the authority tables of the EU Publications Office (theme, language, access right, frequency, file type);
TOOI of the Dutch government (municipalities; the Woo information category of art. 3.3, second paragraph).
"""

import re
from collections.abc import Iterable
from typing import Any, Final

from rodedraad.model.build import Build
from rodedraad.model.document import Organisation
from rodedraad.publishing.opendata.licence import licence_of
from rodedraad.publishing.opendata.package import MEDIA_TYPES, sha256_of
from rodedraad.publishing.opendata.table import Table
from rodedraad.publishing.spread import File

Record = dict[str, Any]

CATALOGUE: Final = "catalogus.jsonld"
API: Final = "openapi.json"

_EU: Final = "http://publications.europa.eu/resource/authority"
_TOOI: Final = "https://identifier.overheid.nl/tooi"
_WOO_CATEGORY: Final[Record] = {
    "@id": f"{_TOOI}/def/thes/kern/c_c6cd1213",
    "@type": "skos:Concept",
    "skos:prefLabel": {"@value": "jaarplannen en jaarverslagen", "@language": "nl"},
}
_KEYWORDS: Final = ("begroting", "jaarstukken", "beloften", "verantwoording")
_MEDIA: Final = "https://www.iana.org/assignments/media-types"
_MUNICIPALITY: Final = re.compile(r"GM\d{4}")
_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue(build: Build, tables: Iterable[Table], files: Iterable[File]) -> Record:
    """Return the catalogue of one dataset, a distribution for each file that holds records or a table.

    Without an address of the site every place is relative to the catalogue itself.
    """
    titles = {table.name: table.title for table in tables}
    offered = [file for file in files if "/" not in file[0]]
    made = _Catalogue(build)
    return {
        "@context": _CONTEXT,
        "@id": made.place(f"{CATALOGUE}#catalogus"),
        "@type": "dcat:Catalog",
        "dct:title": _dutch(f"Open data: {build.dossier.title}"),
        "dct:description": _dutch("Beloften van de gemeente, van begroting tot verslag, met wat ervan kwam."),
        "dct:publisher": made.publisher,
        "dct:language": {"@id": f"{_EU}/language/NLD"},
        "dct:modified": made.modified,
        "dcat:themeTaxonomy": {"@id": f"{_EU}/data-theme"},
        "foaf:homepage": {"@id": made.place("../index.html")},
        **made.licence,
        "dcat:dataset": made.dataset([made.distribution(file, titles) for file in offered]),
        "dcat:service": made.service(),
    }


class _Catalogue:
    """What the parts of a catalogue have in common."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._base = f"{build.dossier.address}/data/" if build.dossier.address else ""
        organisations = dict.fromkeys(one.organisation for one in build.documents)
        self.publisher = [_publisher(one) for one in organisations]
        self.modified = _typed("dateTime", build.manifest.stamp.isoformat())
        licence = licence_of(build)
        self.licence: Record = {"dct:license": {"@id": licence.address}} if licence else {}

    def place(self, name: str) -> str:
        """Return the address of a file of the open data."""
        if self._base and name.startswith("../"):
            return f"{self._build.dossier.address}/{name.removeprefix('../')}"
        return self._base + name

    def dataset(self, distributions: list[Record]) -> Record:
        """Return the dataset with its distributions."""
        return {
            "@id": self.place(f"{CATALOGUE}#dataset"),
            "@type": "dcat:Dataset",
            "dct:identifier": self.place(f"{CATALOGUE}#dataset"),
            "dct:title": _dutch(self._build.dossier.title),
            "dct:description": _dutch(
                "Documenten van planning en control, de beloften daarin, hoe zij over de jaren samenhangen, "
                "termijnen die verschoven, bedragen, indicatoren en bevindingen."
            ),
            "dct:publisher": self.publisher,
            "dct:creator": self.publisher,
            "dcat:contactPoint": [self._contact(one) for one in self.publisher],
            "dct:language": {"@id": f"{_EU}/language/NLD"},
            "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
            "dct:accrualPeriodicity": {"@id": f"{_EU}/frequency/IRREG"},
            "dct:modified": self.modified,
            "dcat:version": self._build.manifest.digest,
            "dcat:theme": [{"@id": f"{_EU}/data-theme/GOVE"}, {"@id": f"{_EU}/data-theme/ECON"}],
            "dct:subject": _WOO_CATEGORY,
            "dcat:keyword": list(map(_dutch, _KEYWORDS)),
            "dcat:landingPage": {"@id": self.place("../gegevens/index.html")},
            **self._period(),
            **self.licence,
            "dcat:distribution": distributions,
        }

    def _period(self) -> Record:
        """Return the years that the documents are about, where there are documents."""
        years = [one.year for one in self._build.documents]
        if not years:
            return {}
        start, end = _typed("gYear", str(min(years))), _typed("gYear", str(max(years)))
        return {"dct:temporal": {"@type": "dct:PeriodOfTime", "dcat:startDate": start, "dcat:endDate": end}}

    def distribution(self, file: File, titles: dict[str, str]) -> Record:
        """Return one file of the dataset."""
        name, content = file
        stem, _, ending = name.rpartition(".")
        digest = {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": _typed("hexBinary", sha256_of(content)),
        }
        return {
            "@id": self.place(f"{CATALOGUE}#{stem}-{ending}"),
            "@type": "dcat:Distribution",
            "dct:title": _dutch(f"{titles.get(stem, stem)} ({ending.upper()})"),
            "dct:description": _dutch(f"{titles.get(stem, stem)}, als {ending.upper()}."),
            "dcat:accessURL": {"@id": self.place(name)},
            "dcat:downloadURL": {"@id": self.place(name)},
            "dct:format": {"@id": f"{_EU}/file-type/{ending.upper()}"},
            "dcat:mediaType": {"@id": f"{_MEDIA}/{MEDIA_TYPES[ending]}"},
            "dcat:byteSize": _typed("nonNegativeInteger", str(len(content))),
            "spdx:checksum": digest,
            "dct:language": {"@id": f"{_EU}/language/NLD"},
            "dct:modified": self.modified,
            **self.licence,
        }

    def service(self) -> Record:
        """Return the addresses of the records as a service that only reads."""
        return {
            "@id": self.place(f"{CATALOGUE}#api"),
            "@type": "dcat:DataService",
            "dct:title": _dutch("Gegevens per adres (JSON)"),
            "dct:publisher": self.publisher,
            "dcat:contactPoint": [self._contact(one) for one in self.publisher],
            "dcat:theme": {"@id": f"{_EU}/data-theme/GOVE"},
            "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
            "dcat:endpointURL": {"@id": self.place("../index.html")},
            "dcat:endpointDescription": {"@id": self.place(API)},
            "dcat:servesDataset": {"@id": self.place(f"{CATALOGUE}#dataset")},
            **self.licence,
        }

    def _contact(self, publisher: Record) -> Record:
        """Return whom to ask: the organisation, by the page that tells about the data; never a person."""
        return {
            "@type": "vcard:Organization",
            "vcard:fn": publisher["foaf:name"],
            "vcard:hasURL": {"@id": self.place("../over/index.html")},
        }


def _publisher(organisation: Organisation) -> Record:
    named = {"@type": "foaf:Organization", "foaf:name": organisation.name}
    if _MUNICIPALITY.fullmatch(organisation.code):
        return {"@id": f"{_TOOI}/id/gemeente/{organisation.code.lower()}", **named}
    return {**named, "dct:identifier": organisation.code}


def _dutch(text: str) -> Record:
    return {"@value": text, "@language": "nl"}


def _typed(kind: str, value: str) -> Record:
    return {"@value": value, "@type": f"xsd:{kind}"}
