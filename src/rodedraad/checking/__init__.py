"""The rules that say what a reader or an author should know: one small class each."""

from rodedraad.checking.case import Case
from rodedraad.checking.catalogue import RULES
from rodedraad.checking.rule import Remark, Rule
from rodedraad.checking.run import check

__all__ = ["RULES", "Case", "Remark", "Rule", "check"]
