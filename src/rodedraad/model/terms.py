"""The closed vocabularies of the formats.

Source of the terms: the project's design (kinds, phases, status, relations) and, for the grid of
kinds and phases, the three questions of the BBV (Besluit begroting en verantwoording, art. 8 and 25).
"""

from enum import StrEnum


class DocumentKind(StrEnum):
    """A document of the planning-and-control cycle."""

    BEGROTING = "begroting"
    KADERNOTA = "kadernota"
    TUSSENRAPPORTAGE = "tussenrapportage"
    JAARSTUKKEN = "jaarstukken"


class Kind(StrEnum):
    """What an element says; the box a policy officer would file it in."""

    PROGRAMME = "programme"
    THEME = "theme"
    GOAL = "goal"
    ACTIVITY = "activity"
    PLANNING = "planning"
    INDICATOR = "indicator"
    COST = "cost"
    RISK = "risk"
    PARTNER = "partner"
    RELATION = "relation"
    NARRATIVE = "narrative"
    SECTION = "section"
    HEADING = "heading"
    DOCUMENT = "document"


LABELS = frozenset({Kind.SECTION, Kind.HEADING})
STRUCTURE = frozenset({Kind.PROGRAMME, Kind.THEME, Kind.SECTION, Kind.HEADING, Kind.DOCUMENT})
TWO_SIDED = frozenset({Kind.GOAL, Kind.ACTIVITY, Kind.PLANNING, Kind.INDICATOR, Kind.COST, Kind.RISK})


class Phase(StrEnum):
    """The side of the grid: intended, or reported."""

    PLAN = "plan"
    ACTUAL = "actual"


class Status(StrEnum):
    """What came of a promise."""

    DONE = "done"
    PARTLY = "partly"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    DELAYED = "delayed"
    NOT_STARTED = "not-started"
    MISSED = "missed"
    STOPPED = "stopped"
    MOVED = "moved"
    CHANGED = "changed"
    EXTRA = "extra"
    UNCLEAR = "unclear"


class Reporting(StrEnum):
    """Whether a report answers everything that was promised, or only what deviates."""

    FULL = "full"
    EXCEPTIONS = "exceptions"


class By(StrEnum):
    """What a judgement rests on."""

    TEXT = "text"
    SYMBOL = "symbol"
    PERSON = "person"


class Side(StrEnum):
    """The role of a number in an indicator."""

    VALUE = "value"
    TARGET = "target"
    BASELINE = "baseline"
    COMPARATOR = "comparator"


class MoneyPhase(StrEnum):
    """The stage of a budget that an amount belongs to."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    ADJUSTED = "adjusted"
    EXECUTED = "executed"


class Relation(StrEnum):
    """How an element of a later document relates to one of an earlier document."""

    SAME_TEXT = "same-text"
    RESTATED = "restated"
    CONTINUES = "continues"
    REPORTS = "reports"
    SPLITS = "splits"
    MERGES = "merges"
    REPLACES = "replaces"


class Decision(StrEnum):
    """Who settled a link."""

    AUTO = "auto"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


FOR_GOOD = frozenset({Decision.AUTO, Decision.CONFIRMED})


class Severity(StrEnum):
    """How heavy a finding weighs, heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    QUESTION = "question"
    NOTE = "note"


class Language(StrEnum):
    """A language of the site (ISO 639-1); the words of the documents stay as they are."""

    DUTCH = "nl"
    ENGLISH = "en"


class Printed(StrEnum):
    """What a site has as PDF beside its pages."""

    DOCUMENTS = "documents"
    PROGRAMMES = "programmes"


class BlockRole(StrEnum):
    """What a block is in its source, as far as its mark-up tells."""

    HEADING = "heading"
    LIST_ITEM = "list-item"
    CELL = "cell"
    PARAGRAPH = "paragraph"
    FURNITURE = "furniture"


class ChangeKind(StrEnum):
    """What of a wording became weaker or stronger."""

    COMMITMENT = "commitment"
    SCOPE = "scope"
    NUMBER = "number"
    DATE = "date"
    GROUP = "group"
    HEDGE = "hedge"


class Effect(StrEnum):
    """Whether a promise says less than it did, or more."""

    WEAKER = "weaker"
    STRONGER = "stronger"
