"""The page that describes every rule to a reader, made from the rules themselves."""

from inspect import cleandoc

from rodedraad.checking.catalogue import RULES
from rodedraad.checking.rule import Rule
from rodedraad.model.terms import Severity

_LEVELS = {
    Severity.ERROR: "fout",
    Severity.WARNING: "waarschuwing",
    Severity.QUESTION: "vraag",
    Severity.NOTE: "opmerking",
}
_HEAD = """\
# Bevindingen

Wat de controles kunnen zeggen, en waarop dat rust. Een bevinding is geen oordeel: zij zegt wat niet is
gevonden, of vraagt hoe het zit. De reactie van de gemeente (`[[reply]]` in `decisions.toml`) staat eronder
op de website.

Deze pagina is gemaakt uit de regels zelf, met `python -m tools.reference`.
"""


def catalogue_page() -> str:
    """Return docs/bevindingen.md."""
    rows = [f"| [{rule.title}](#{rule.code}) | `{rule.code}` | {_LEVELS[rule.severity]} |" for rule in RULES]
    table = "\n".join(["| bevinding | code | niveau |", "|---|---|---|", *rows])
    return "\n".join([_HEAD, table, "", *map(_section, RULES)])


def _section(rule: type[Rule]) -> str:
    return (
        cleandoc(f"""
        ## {rule.code}

        **{rule.title}** ({_LEVELS[rule.severity]}, `{rule.severity}`)

        {rule.explanation}

        - Wat u doet: {rule.remedy}
        - Waarop het rust: {rule.basis}.
        """)
        + "\n"
    )
