"""Which file an address of a site means, however much of the site was saved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.dossier.natural import natural
from rodedraad.dossier.pages.addresses import Addresses, Landing, parts_of
from rodedraad.dossier.pages.tree import Node, lines_above, menu_tree, nested

SITE = "https://voorbeeldstad.example"
NAMES = ("site/p1719/zorg/index.html", "site/p1720/wonen.html", "site/p1730/index.html", "site/index.html")


@pytest.mark.parametrize(
    ("target", "page", "found"),
    [
        ("/p1719/zorg", 1, 0),
        ("/p1719/zorg/", 1, 0),
        ("/P1719/Zorg/index.html?print=1#top", 1, 0),
        (f"{SITE}/p1720/wonen", 0, 1),
        ("http://www.voorbeeldstad.example/p1720/wonen", 0, 1),
        ("../../p1720/wonen.html", 0, 1),
        ("../p1720/wonen", 0, 1),
        ("/p1719", 1, 0),
        ("/p1730/verbonden-partijen", 0, 2),
        (f"{SITE}/begroting-2023/p1720/wonen", 0, 1),
    ],
)
def test_an_address_means_the_file_whose_path_ends_as_it_does(target: str, page: int, found: int) -> None:
    addresses = Addresses(NAMES, [f"{SITE}/p1719/zorg", None, None, None])
    assert addresses.of(target, page) == Landing(found, inside=True)


@pytest.mark.parametrize(
    ("target", "inside"),
    [
        ("/p1799/weg", True),
        (f"{SITE}/p1799/weg", True),
        ("../p1799/weg.html", True),
        ("https://elders.example/p1720/wonen", False),
        ("/p1720/plan.pdf", False),
        ("../../../../buiten.html", False),
        ("mailto:info@voorbeeldstad.example", False),
        ("http://[kapot", False),
        ("#boven", False),
    ],
)
def test_an_address_without_a_file_is_a_page_of_the_document_or_of_another_site(
    target: str, inside: bool
) -> None:
    addresses = Addresses(NAMES, [f"{SITE}/p1719/zorg", None, None, None])
    addresses.learn(["/p1719/zorg", "/p1720/wonen", f"{SITE}/p1730"])
    assert addresses.of(target, 0) == Landing(None, inside)


def test_pages_of_another_document_on_the_same_site_are_outside() -> None:
    addresses = Addresses(("a/programma/zorg.html", "a/programma/wonen.html"))
    addresses.learn(["/begroting-2023/programma/zorg", "/begroting-2023/programma/wonen"])
    assert addresses.of("/begroting-2023/programma/weg", 0).inside
    assert not addresses.of("/jaarstukken-2022/programma/weg", 0).inside


def test_a_name_that_several_pages_share_means_none_of_them() -> None:
    addresses = Addresses(("a/zorg/kosten.html", "a/wonen/kosten.html"))
    assert addresses.of("/kosten", 0).page is None
    assert addresses.of("/wonen/kosten", 0).page == 1


@given(st.lists(st.text(max_size=30), max_size=6), st.text(max_size=60))
def test_no_address_and_no_name_is_too_strange(names: list[str], target: str) -> None:
    addresses = Addresses(names, names)
    addresses.learn([target, *names])
    assert all(addresses.of(target, page).page in {None, *range(len(names))} for page in range(len(names)))
    backward = names[::-1]
    assert sorted(names, key=natural) == sorted(backward, key=natural)
    assert isinstance(parts_of(target), tuple)


def test_the_page_of_a_folder_comes_before_what_the_folder_holds() -> None:
    names = ["b/a.html", "b/index.html", "b/10.html", "b/9/x.html", "b.html", "a/z.html"]
    assert sorted(names, key=natural) == [
        "a/z.html",
        "b.html",
        "b/index.html",
        "b/9/x.html",
        "b/10.html",
        "b/a.html",
    ]


def tree(*lines: tuple[int | str, int]) -> tuple[Node, ...]:
    return tuple(
        Node(title=str(key), key=key if isinstance(key, int) else (key,), depth=depth) for key, depth in lines
    )


def test_menus_that_unfold_differently_are_one_tree() -> None:
    first = tree((0, 0), (1, 1), (2, 0), (4, 0))
    second = tree((0, 0), (2, 0), (3, 1), (4, 0))
    made = menu_tree([[first], [first], [second], [second], [second]])
    assert [(node.page, node.depth) for node in made] == [(0, 0), (1, 1), (2, 0), (3, 1), (4, 0)]
    assert {page: [one.page for one in line] for page, line in lines_above(made).items()} == {
        0: [],
        1: [0],
        2: [],
        3: [2],
        4: [],
    }


def test_lists_that_few_pages_have_and_lists_of_other_things_are_no_menu() -> None:
    menu, other, related = tree((0, 0), (1, 0)), tree(("contact", 0), ("privacy", 0)), tree((1, 0), (0, 0))
    assert [node.page for node in menu_tree([[menu, other], [menu, other], [related, menu]])] == [0, 1]
    assert menu_tree([[other], [other]]) == ()
    assert menu_tree([[menu], [], []]) == ()


def test_a_flat_tree_nests_by_numbers_and_a_nested_one_stays() -> None:
    titles = (
        "Inleiding",
        "Programma 1 Zorg",
        "1.1 Ouderen",
        "1.1.1 Loket",
        "1.2 Jeugd",
        "2. Wonen",
        "Bijlagen",
    )
    flat = tuple(Node(title=title, key=place, depth=0) for place, title in enumerate(titles))
    assert [node.depth for node in nested(flat)] == [0, 0, 1, 2, 1, 0, 0]
    deep = tree((0, 0), (1, 1))
    assert nested(deep) == deep
