"""Where everything stands on the site: addresses relative to the site's root, safe as file names.

Every address names its file, so that the site works from a disk as well as from a server.
"""

import re
from typing import Final

from rodedraad.model.identities import fingerprint
from rodedraad.model.terms import Language

SAFE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*")
LONGEST: Final = 100

FRONT: Final = "index.html"
ABOUT: Final = "over/index.html"
DICTIONARY: Final = "gegevens/index.html"
FEED: Final = "nieuw.atom"
PROMISES: Final = "beloften/index.html"
SHIFTS: Final = "verschuivingen/index.html"
FINDINGS: Final = "bevindingen/index.html"
WORDING: Final = "zachter-verwoord/index.html"
DEADLINES: Final = "termijnen/index.html"
CALENDAR: Final = "termijnen/termijnen.ics"
INDICATORS: Final = "indicatoren/index.html"
REMITS: Final = "programma/index.html"
QUESTIONS: Final = "vragen/index.html"
COMPARISONS: Final = "vergelijk/index.html"
PARTIES: Final = "partners/index.html"
RISKS: Final = "risicos/index.html"
GLOSSARY: Final = "begrippen/index.html"
ANSWERING: Final = "antwoorden/index.html"
MONEY: Final = "geld/index.html"
COVERAGE: Final = "cijfers/index.html"
THEME: Final = "static/gemeente.css"
LOGO: Final = "static/logo.svg"
SEARCH: Final = "zoeken/index.html"
SEARCH_INDEX: Final = "zoeken/pagefind"
SUBJECTS: Final = "zoeken/trefwoorden.json"
REGISTER: Final = "trefwoorden/index.html"


def safe(identity: str) -> str:
    """Return the id as a file name: unchanged where it is one, else its plain part and a fingerprint."""
    if SAFE.fullmatch(identity) and len(identity) <= LONGEST:
        return identity
    plain = re.sub(r"[^A-Za-z0-9]+", "-", identity).strip("-")[: LONGEST // 2]
    return f"{plain or 'x'}-{fingerprint(identity)}"


def thread(identity: str) -> str:
    """Return the page of a thread."""
    return f"draad/{safe(identity)}/index.html"


def thread_data(identity: str) -> str:
    """Return the JSON of a thread."""
    return f"draad/{safe(identity)}/draad.json"


def thread_feed(identity: str) -> str:
    """Return the feed of a thread."""
    return f"draad/{safe(identity)}/nieuw.atom"


def finding(identity: str) -> str:
    """Return the page of a finding."""
    return f"bevinding/{safe(identity)}/index.html"


def document(identity: str, selection: str = "") -> str:
    """Return the page of a document, whole or with only the lines of a selection."""
    return f"document/{safe(identity)}/{selection}{'/' if selection else ''}index.html"


def line(identity: str, element: str) -> str:
    """Return the place of an element on the page of its document."""
    return f"{document(identity)}#{anchor(element)}"


def anchor(element: str) -> str:
    """Return the id on a page of an element."""
    return f"e-{safe(element)}"


def part(identity: str, element: str) -> str:
    """Return the page of a programme, theme or goal of a document."""
    return f"document/{safe(identity)}/onderdeel/{safe(element)}/index.html"


def source(identity: str, position: int) -> str:
    """Return the page of a source text of a document."""
    return f"bron/{safe(identity)}/{position}/index.html"


def place(identity: str, position: int, start: int) -> str:
    """Return a place in a source text."""
    return f"{source(identity, position)}#{place_anchor(start)}"


def place_anchor(start: int) -> str:
    """Return the id on its page of a place in a source text."""
    return f"p{start}"


def source_line(identity: str, position: int, line: int) -> str:
    """Return a line of a source text, counted from 1."""
    return f"{source(identity, position)}#r{line}"


def outcome(scope: str, key: str) -> str:
    """Return the list of the promises of a document or a year with one outcome."""
    return f"beloften/{safe(scope)}/{safe(key)}/index.html"


def indicator(identity: str) -> str:
    """Return the page of an indicator; its id is that of its thread where it has one."""
    return f"indicator/{safe(identity)}/index.html"


def indicators(gap: str) -> str:
    """Return the list of the indicators that lack something."""
    return f"indicatoren/{safe(gap)}/index.html"


def money(organisation: str, programme: str) -> str:
    """Return the page of the money of a programme, over the years."""
    return f"geld/{safe(f'{organisation}-{programme}')}/index.html"


def taakvelden(organisation: str, source: str) -> str:
    """Return the page of the money by taakveld from a source such as `iv3/2024/begroting`."""
    return f"geld/{safe(f'{organisation}-{source}'.replace('/', '-'))}/index.html"


def party(name: str) -> str:
    """Return the place of an organisation or region among all parties."""
    return f"{PARTIES}#{anchor(name.casefold())}"


def remit(key: str) -> str:
    """Return the page of a programme or portfolio through the years."""
    return f"programma/{safe(key)}/index.html"


def questions(key: str) -> str:
    """Return the page with questions to ask about a programme, a portfolio or an organisation."""
    return f"vragen/{safe(key)}/index.html"


def comparison(older: str, newer: str) -> str:
    """Return the page that lays two documents side by side."""
    return f"vergelijk/{safe(older)}/{safe(newer)}/index.html"


def changes(organisation: str) -> str:
    """Return the page with what changed for an organisation since its last reported budget."""
    return f"veranderd/{safe(organisation)}/index.html"


def pdf(page: str) -> str:
    """Return the PDF that tells the same as a page: of a document, a programme or theme, or a thread."""
    return f"pdf/{page.removesuffix('/index.html')}.pdf"


def register(letter: str) -> str:
    """Return the page of the register with the words of a letter."""
    return f"trefwoorden/{safe(letter)}/index.html"


def home(language: Language) -> str:
    """Return the folder of the pages in a language: nothing for Dutch, `en/` for English."""
    return "" if language is Language.DUTCH else f"{language.value}/"


def root(page: str) -> str:
    """Return the way from a page to the site's root: `../../` or nothing."""
    return "../" * page.count("/")


def beside(page: str, name: str) -> str:
    """Return the address of a file in the folder of a page."""
    return page.rpartition("/")[0] + "/" + name if "/" in page else name
