"""Ids for the elements of a document; what was frozen keeps its id when its text is edited."""

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz

from rodedraad.model.identities import ElementIdentity, IdMaker
from rodedraad.recognising.drafts import Draft

SAME_ENOUGH: Final = 75.0


def ids_for(drafts: Sequence[Draft], document: str, known: Sequence[ElementIdentity]) -> list[str]:
    """Return an id for every draft, in order.

    A frozen id goes to the element with the same text, else to the element of the same kind and side
    whose text is nearest and near enough; it is never given to another.
    """
    own = [identity for identity in known if identity.document == document]
    maker = IdMaker(frozenset(identity.id for identity in own))
    kept = _kept(drafts, own)
    return [
        kept[place] if place in kept else maker.give(draft.kind.value, draft.phase or "", draft.text)
        for place, draft in enumerate(drafts)
    ]


def _kept(drafts: Sequence[Draft], known: Sequence[ElementIdentity]) -> dict[int, str]:
    kept: dict[int, str] = {}
    if not known:
        return kept
    free = list(known)
    for place, draft in enumerate(drafts):
        same = next(
            (one for one in free if _alike(one, draft) and one.text == " ".join(draft.text.split())), None
        )
        if same is not None:
            kept[place] = same.id
            free.remove(same)
    for place, draft in enumerate(drafts):
        if place in kept:
            continue
        near = max(
            (one for one in free if _alike(one, draft)),
            key=lambda one: fuzz.ratio(one.text, draft.text),
            default=None,
        )
        if near is not None and fuzz.ratio(near.text, draft.text) >= SAME_ENOUGH:
            kept[place] = near.id
            free.remove(near)
    return kept


def _alike(identity: ElementIdentity, draft: Draft) -> bool:
    return identity.kind is draft.kind and identity.phase is draft.phase
