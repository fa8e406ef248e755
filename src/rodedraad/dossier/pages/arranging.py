"""The pages of a document in order, each with what it stands under."""

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from rodedraad.dossier.natural import natural
from rodedraad.dossier.pages.addresses import Addresses
from rodedraad.dossier.pages.page import Page
from rodedraad.dossier.pages.tree import Node, Tree, lines_above, menu_tree, nested, nodes_of
from rodedraad.model.text import MenuLink

Line = tuple[Node, ...]


class Arranged(Struct, frozen=True, kw_only=True):
    """The places of the pages in reading order; by page its trail, and what neither menu nor sitemap names.

    A trail names the pages above a page, and last itself; None where no page stands under another.
    `same` tells of a page whose content was read before which page that is; it is not in the order.
    """

    order: tuple[int, ...]
    trails: tuple[tuple[str, ...] | None, ...]
    unplaced: frozenset[int]
    same: dict[int, int]


def arranged(pages: Sequence[Page], addresses: Addresses, sitemap: Sequence[MenuLink] = ()) -> Arranged:
    """Return the order and nesting of pages.

    The order is that of dossier.toml; within a folder or pattern that of the sitemap, else of the menu
    that the pages share, else that of the numbers in their names.  A page stands under another as
    sitemap, menu, breadcrumb or path tell, whichever tells most; what none of them tells may be told by
    the one page of the menu that lists it.
    """
    site = _Site(pages, addresses, sitemap)
    order = site.order()
    same = _same(pages, order)
    return Arranged(
        order=tuple(page for page in order if page not in same),
        trails=site.trails(),
        unplaced=site.unplaced(),
        same=same,
    )


class _Site:
    """What the pages of a document tell of each other."""

    def __init__(self, pages: Sequence[Page], addresses: Addresses, sitemap: Sequence[MenuLink]) -> None:
        self._pages = pages
        self._addresses = addresses
        mapped = nodes_of(sitemap, 0, addresses)
        self._menus = [tuple(self._menus_on(place)) for place in range(len(pages))]
        menus = menu_tree(self._menus)
        trees = [nested(tree) for tree in (mapped, menus) if any(node.page is not None for node in tree)]
        self._tree: Tree = trees[0] if trees else ()
        self._nodes = {node.key: node for tree in reversed(trees) for node in tree if node.title}
        self._lines = [self._line(place, trees) for place in range(len(pages))]
        for place, listing in self._listed_by({node.page for node in menus}).items():
            if not self._lines[place]:
                above = Node(title=self._title(listing), key=listing, depth=0)
                self._lines[place] = (*self._lines[listing], above)
        self._nests = bool(menus) or any(self._lines)

    def _menus_on(self, place: int) -> Iterator[Tree]:
        for menu in self._pages[place].navigation.menus:
            if not menu.is_trail:
                yield nodes_of(menu.links, place, self._addresses)

    def _listed_by(self, named: set[int | None]) -> dict[int, int]:
        """Return the pages that the menu does not name, with the one page of the menu that lists them."""
        listing: dict[int, set[int]] = {}
        for place in sorted(page for page in named if page is not None):
            for node in chain.from_iterable(self._menus[place]):
                if node.page is not None and node.page not in named:
                    listing.setdefault(node.page, set()).add(place)
        return {page: places.pop() for page, places in listing.items() if len(places) == 1}

    def _line(self, place: int, trees: Sequence[Tree]) -> Line:
        """Return what a page stands under: the longest line that something tells."""
        told = [lines_above(tree).get(place, ()) for tree in trees]
        told += [self._breadcrumb(place), self._path(place)]
        return max((tuple(self._worthwhile(line, place)) for line in told), key=len)

    def _worthwhile(self, line: Line, place: int) -> Iterator[Node]:
        """Yield the nodes of a line; the first page of a site is above all and tells nothing."""
        for node in line:
            is_front = node.page is not None and not self._addresses.inside_root[node.page]
            if node.page != place and not is_front:
                yield node

    def _breadcrumb(self, place: int) -> Line:
        menus = self._pages[place].navigation.menus
        return tuple(
            node for menu in menus if menu.is_trail for node in nodes_of(menu.links, place, self._addresses)
        )

    def _path(self, place: int) -> Line:
        own, inside = self._addresses.inside_root[place], self._addresses.inside_root
        above = [
            (len(parts), page)
            for page, parts in enumerate(inside)
            if parts and len(parts) < len(own) and own[: len(parts)] == parts
        ]
        return tuple(Node(title=self._title(page), key=page, depth=0) for _, page in sorted(above))

    def _title(self, place: int) -> str:
        node = self._nodes.get(place)
        return node.title if node is not None else self._pages[place].title

    def _parent(self, place: int) -> int | None:
        return next((node.page for node in reversed(self._lines[place]) if node.page is not None), None)

    def trails(self) -> tuple[tuple[str, ...] | None, ...]:
        """Return the trail of each page."""
        return tuple(self._trail(place) if self._nests else None for place in range(len(self._pages)))

    def _trail(self, place: int) -> tuple[str, ...]:
        line = self._lines[place]
        titles = [node.title if node.page is None else self._title(node.page) for node in line]
        return (*titles, self._title(place))

    def unplaced(self) -> frozenset[int]:
        """Return the pages of a folder that neither the sitemap nor the menu names."""
        named = {node.page for node in self._tree}
        return frozenset(
            place
            for place, page in enumerate(self._pages)
            if self._tree and page.free and place not in named and self._parent(place) is None
        )

    def order(self) -> list[int]:
        """Return the pages as dossier.toml orders them, and where it leaves that free as they tell."""
        position = {place: number for number, place in enumerate(self._own_order())}
        return sorted(
            range(len(self._pages)),
            key=lambda place: (
                self._pages[place].entry,
                position[place] if self._pages[place].free else place,
            ),
        )

    def _own_order(self) -> list[int]:
        found = list(dict.fromkeys(node.page for node in self._tree if node.page is not None))
        rest = sorted(range(len(self._pages)), key=lambda place: natural(self._pages[place].name))
        for place in rest:
            self._add(place, found)
        return found

    def _add(self, place: int, found: list[int]) -> None:
        """Put a page, and before it those that it stands under, behind what stands under the same page."""
        waiting: list[int] = []
        page: int | None = place
        while page is not None and page not in found and page not in waiting:
            waiting.append(page)
            page = self._parent(page)
        for one in reversed(waiting):
            parent = self._parent(one)
            found.insert(self._end_of(parent, found), one)

    def _end_of(self, parent: int | None, found: list[int]) -> int:
        if parent not in found:
            return len(found)
        end = found.index(parent) + 1
        while end < len(found) and any(node.page == parent for node in self._lines[found[end]]):
            end += 1
        return end


def _same(pages: Sequence[Page], order: Sequence[int]) -> dict[int, int]:
    """Return the pages whose content came before, unless their breadcrumbs tell them apart."""
    first: dict[tuple[str, ...], list[int]] = {}
    found: dict[int, int] = {}
    for place in order:
        earlier = first.setdefault(pages[place].content, [])
        own = pages[place].trail_titles
        twin = next((one for one in earlier if pages[one].trail_titles in (own, ()) or not own), None)
        if twin is None:
            earlier.append(place)
        else:
            found[place] = twin
    return found
