"""Ratios: a hidden part hides the ratio, since the other part would give it back."""

from rodedraad.measuring.disclosure.table import Mask


def hidden_ratios(numerator: Mask, denominator: Mask) -> Mask:
    """Return which ratios may not be shown: those with a hidden numerator or denominator.

    With both hidden the ratio still is a relation between them, which no suppression reckoned with; so it is
    hidden too.
    """
    return numerator | denominator
