"""Something that can be found."""

from msgspec import Struct

from rodedraad.publishing.search.scope import Scope


class Record(Struct, frozen=True, kw_only=True):
    """Something that can be found: where it stands, in whose words, and what it is filtered by.

    `is_thread` is true of a thread, which the register leads to; `is_ours` where it tells of others, or in
    words of ours: the register holds the words of the documents.
    """

    address: str
    title: str
    text: str
    kind: str
    scope: Scope
    status: str = ""
    is_thread: bool = False
    is_ours: bool = False
