"""What each tag is to the reader of a page, as the HTML standard renders it."""

from enum import IntEnum, auto


class Sort(IntEnum):
    """How an element takes part in the text."""

    INLINE = auto()
    BLOCK = auto()
    HEADING = auto()
    LIST = auto()
    ITEM = auto()
    TABLE = auto()
    ROWS = auto()
    ROW = auto()
    CELL = auto()
    BREAK = auto()
    IMAGE = auto()
    BUTTON = auto()
    SKIPPED = auto()


_TAGS = {
    Sort.BLOCK: "html body p div main article section header footer nav aside address blockquote center "
    "dl dt dd details summary dialog fieldset legend figure figcaption form hgroup search pre listing xmp "
    "caption",
    Sort.HEADING: "h1 h2 h3 h4 h5 h6",
    Sort.LIST: "ul ol menu dir",
    Sort.ITEM: "li",
    Sort.TABLE: "table",
    Sort.ROWS: "thead tbody tfoot",
    Sort.ROW: "tr",
    Sort.CELL: "td th",
    Sort.BREAK: "br hr",
    Sort.IMAGE: "img svg",
    Sort.BUTTON: "button",
    Sort.SKIPPED: "head script style template noscript noembed noframes iframe object embed applet canvas "
    "video audio select datalist textarea input meta link title base colgroup progress meter rp",
}
_ROLES = {
    Sort.HEADING: "heading",
    Sort.LIST: "list",
    Sort.ITEM: "listitem",
    Sort.TABLE: "table grid treegrid",
    Sort.ROWS: "rowgroup",
    Sort.ROW: "row",
    Sort.CELL: "cell gridcell columnheader rowheader",
    Sort.IMAGE: "img",
}
_SORT_OF_TAG = {tag: sort for sort, tags in _TAGS.items() for tag in tags.split()}
_SORT_OF_ROLE = {role: sort for sort, roles in _ROLES.items() for role in roles.split()}
_NEUTRAL = frozenset({Sort.INLINE, Sort.BLOCK})

LINES_KEPT = frozenset({"pre", "listing", "xmp"})
HEADER_CELLS = frozenset({"th", "columnheader", "rowheader"})


def sort_of(tag: str, role: str | None) -> Sort:
    """What an element is: by its tag, or for a neutral tag by its role."""
    sort = _SORT_OF_TAG.get(tag, Sort.INLINE)
    return _SORT_OF_ROLE.get(role, sort) if role and sort in _NEUTRAL else sort
