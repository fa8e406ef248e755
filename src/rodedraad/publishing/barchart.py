"""Bars from zero, in per cent of their width; bars that stand together share one scale."""

from msgspec import Struct

from rodedraad.publishing.chart import percent
from rodedraad.publishing.scale import Scale


class Bar(Struct, frozen=True, kw_only=True):
    """A bar from zero to its value; `zero` is where zero stands."""

    start: str
    width: str
    zero: str


def bar(value: float, scale: Scale) -> Bar:
    """Return the bar of a value; a negative value goes to the left of zero."""
    end, zero = scale.share(value), scale.zero
    return Bar(start=percent(min(end, zero)), width=percent(abs(end - zero)), zero=percent(zero))


def span(low: float, high: float, scale: Scale) -> Bar:
    """Return the bar from one value to a higher one."""
    start, end = scale.share(low), scale.share(high)
    return Bar(start=percent(start), width=percent(end - start), zero=percent(scale.zero))
