"""The reasons of a link as a waterfall: from how rarely two elements belong together to its probability."""

from msgspec import Struct

from rodedraad.linking.grounds import Ground, grounds_of
from rodedraad.model.threads import Link
from rodedraad.publishing.chart import percent
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.shown import chance


class Bar(Struct, frozen=True, kw_only=True):
    """One step of the waterfall, with its place in hundredths of the width."""

    words: str
    amount: str
    text: str
    up: bool
    start: str
    width: str


class Waterfall(Struct, frozen=True, kw_only=True):
    """What pushed a probability up and down; `middle` is where both are as likely."""

    bars: tuple[Bar, ...]
    middle: str
    chance: str


def waterfall(link: Link) -> Waterfall:
    """Return the reasons of a link as bars, each starting where the one before it ends."""
    grounds = grounds_of(link)
    low, high = grounds.reach
    width = high - low or 1.0

    def bar(ground: Ground, words: str) -> Bar:
        return Bar(
            words=words,
            amount=ground.amount,
            text=ground.text,
            up=ground.weight > 0,
            start=percent((min(ground.before, ground.after) - low) / width),
            width=percent(abs(ground.weight) / width),
        )

    steps = (bar(one, say(one.strength)) for one in grounds.steps)
    return Waterfall(
        bars=(bar(grounds.start, say("begin")), *steps),
        middle=percent(-low / width),
        chance=chance(link.score),
    )
