"""All rules, and their description for people."""

from rodedraad.checking.rule import Rule

RULES: tuple[type[Rule], ...] = ()
