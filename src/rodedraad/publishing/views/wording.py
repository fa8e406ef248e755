"""Promises that say less than they did, or more."""

from collections.abc import Iterable

from msgspec import Struct

from rodedraad.linking.wording import Stretch, alike, compare
from rodedraad.model.terms import ChangeKind, Effect
from rodedraad.model.threads import Change, Pointer, Worded
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.views.common import Link, Pages, Place, place_of, place_of_element, title_of
from rodedraad.publishing.words import word


class Wording(Struct, frozen=True, kw_only=True):
    """What one side of a change says: the words, or that there are none, and the whole sentence."""

    words: str
    quoted: bool
    sentence: str
    document: str
    place: Place | None


class ChangeView(Struct, frozen=True, kw_only=True):
    """Something that a promise says weaker or stronger than it did.

    `confirmed` where a person confirmed that it is the same promise.
    """

    promise: Link
    effect: str
    what: str
    was: Wording
    now: Wording
    stretches: tuple[Stretch, ...]
    confirmed: bool

    @property
    def weaker(self) -> bool:
        """Whether less is said than before."""
        return self.effect == Effect.WEAKER.value


class WordingPage(Struct, frozen=True, kw_only=True):
    """All that became weaker, and all that became stronger, the newest first."""

    weaker: tuple[ChangeView, ...]
    stronger: tuple[ChangeView, ...]

    @property
    def promises(self) -> int:
        """How many promises became weaker."""
        return len({one.promise.href for one in self.weaker})

    @property
    def confirmed(self) -> int:
        """Of how many of them a person confirmed that it is the same promise."""
        return len({one.promise.href for one in self.weaker if one.confirmed})


def wording_page(pages: Pages) -> WordingPage:
    """Return what the list of weakened promises shows."""
    views = [change_view(pages, one) for one in newest_first(pages.lookup)]
    return WordingPage(
        weaker=tuple(one for one in views if one.weaker),
        stronger=tuple(one for one in views if not one.weaker),
    )


def newest_first(lookup: Lookup) -> list[Change]:
    """Return the changes of wording, the newest first; an element on two threads is told of once."""
    once = {(one.what, one.effect, one.was, one.now): one for one in reversed(lookup.build.threads.changes)}
    return sorted(once.values(), key=lambda one: (-lookup.position[one.now.document], one.thread))


def changes_at(pages: Pages, thread: str, members: Iterable[Pointer]) -> tuple[ChangeView, ...]:
    """Return what became weaker or stronger at these members of a thread."""
    here = {(one.document, one.element) for one in members}
    told = pages.lookup.changes.get(thread, ())
    return tuple(change_view(pages, one) for one in told if (one.now.document, one.now.element) in here)


def change_view(pages: Pages, change: Change) -> ChangeView:
    """Return a change of wording as shown."""
    lookup = pages.lookup
    was, now = change.was.sentence, change.now.sentence
    thread = lookup.threads[change.thread]
    return ChangeView(
        promise=Link(text=title_of(lookup, thread), href=addresses.thread(thread.id)),
        effect=change.effect.value,
        what=word("change", change.what.value),
        was=_wording(lookup, change.was, change.what),
        now=_wording(lookup, change.now, change.what),
        stretches=compare(was, now) if alike(was, now) else (),
        confirmed=pages.fates.is_confirmed(thread),
    )


def _wording(lookup: Lookup, side: Worded, what: ChangeKind) -> Wording:
    return Wording(
        words=side.words or word("change-none", what.value),
        quoted=bool(side.words),
        sentence=side.sentence,
        document=lookup.document(side.document).title,
        place=_place(lookup, side),
    )


def _place(lookup: Lookup, side: Worded) -> Place | None:
    if side.evidence is not None:
        return place_of(lookup, side.document, side.evidence)
    return place_of_element(lookup, Pointer(document=side.document, element=side.element))
