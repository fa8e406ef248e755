"""The order and nesting of pages, from the menus that they share."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.dossier.pages.addresses import Addresses, parts_of
from rodedraad.model.text import MenuLink

FEWEST: Final = 2
"""A menu has so many links in common with those of other pages, and a tree so many pages."""
_CODE: Final = re.compile(r"(?:[a-zà-ÿ]+\s+)?(\d{1,2}(?:\.\d{1,2})*)\.?(?=[\s\-–:.|]|$)", re.IGNORECASE)


class Node(Struct, frozen=True, kw_only=True):
    """A line of the tree: its title, the page it leads to where that was read, and its depth."""

    title: str
    key: int | tuple[str, ...]
    depth: int

    @property
    def page(self) -> int | None:
        """The page it leads to, None where it is not among the sources."""
        return self.key if isinstance(self.key, int) else None


Tree = tuple[Node, ...]


def nodes_of(links: Iterable[MenuLink], page: int, addresses: Addresses) -> Tree:
    """Return the lines of one menu, each with what it leads to from the page it stands on."""
    found = []
    for link in links:
        landing = addresses.of(link.target, page)
        key = parts_of(link.target) if landing.page is None else landing.page
        found.append(Node(title=link.title, key=key, depth=link.depth))
    return tuple(found)


def menu_tree(menus: Sequence[Sequence[Tree]]) -> Tree:
    """Return the tree that the menus of pages tell together; empty where they share none.

    `menus` holds the menus of each page.  What most pages have in common is navigation; a menu that
    unfolds the part one is in adds that part to what the others tell.
    """
    counts = Counter(key for own in menus for key in {node.key for menu in own for node in menu})
    common = {key for key, count in counts.items() if count * 2 > len(menus)}
    chosen = [menu for own in menus for menu in own if _is_navigation(menu, common)]
    merged = _merged(sorted(dict.fromkeys(chosen), key=len, reverse=True))
    return nested(merged) if len({node.page for node in merged} - {None}) >= FEWEST else ()


def nested(tree: Tree) -> Tree:
    """Return a tree; where it is flat, nested as the numbers in its titles say: 1.1 stands under 1."""
    if any(node.depth for node in tree):
        return tree
    found: list[Node] = []
    line: list[tuple[str, ...]] = []
    for node in tree:
        code = _code(node.title)
        line = [above for above in line if code and above == code[: len(above)] != code]
        found.append(replace(node, depth=len(line)))
        line += [code] if code else []
    return tuple(found)


def lines_above(tree: Tree) -> dict[int, tuple[Node, ...]]:
    """Return, for each page of a tree, the nodes it stands under, the highest first."""
    found: dict[int, tuple[Node, ...]] = {}
    line: list[Node] = []
    for node in tree:
        line = [above for above in line if above.depth < node.depth]
        if node.page is not None:
            found.setdefault(node.page, tuple(line))
        line.append(node)
    return found


def _is_navigation(menu: Tree, common: set[int | tuple[str, ...]]) -> bool:
    shared = {node.key for node in menu} & common
    return len(shared) >= FEWEST and any(node.page is not None for node in menu)


def _merged(menus: Sequence[Tree]) -> Tree:
    """Return the menus as one: what a later menu adds comes after the line that it follows there."""
    found: list[Node] = []
    known: set[int | tuple[str, ...]] = set()
    for menu in menus:
        place, shift = len(found), 0
        for node in menu:
            if node.key in known:
                place = next(at for at, other in enumerate(found) if other.key == node.key) + 1
                shift = found[place - 1].depth - node.depth
            else:
                found.insert(place, replace(node, depth=max(0, node.depth + shift)))
                known.add(node.key)
                place += 1
    return tuple(found)


def _code(title: str) -> tuple[str, ...]:
    found = _CODE.match(title.strip())
    return tuple(found[1].split(".")) if found else ()
