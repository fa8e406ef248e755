"""Disclosure control: which cells of a table may be shown so that no small number can be known.

A table is its finest cells and the totals that are published of them, over any number of axes. Small cells
are hidden (primary suppression), and so many others with them that whoever adds and subtracts all that is
published learns of no hidden cell more than an interval of a width that the policy sets (secondary
suppression). `intervals` plays that reader with linear programming.
"""

from rodedraad.measuring.disclosure.attack import Interval, intervals
from rodedraad.measuring.disclosure.earlier import Before, Earlier
from rodedraad.measuring.disclosure.outcome import Outcome, Release, Shown
from rodedraad.measuring.disclosure.policy import Policy, policies
from rodedraad.measuring.disclosure.suppression import CannotHideError, suppress
from rodedraad.measuring.disclosure.table import Axis, Table, Total

__all__ = [
    "Axis",
    "Before",
    "CannotHideError",
    "Earlier",
    "Interval",
    "Outcome",
    "Policy",
    "Release",
    "Shown",
    "Table",
    "Total",
    "intervals",
    "policies",
    "suppress",
]
