"""What the tags of a PDF say, read with a library that had no part in making it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
from pdfua import validate

HEADING = re.compile(r"/H([1-6])")


@dataclass(frozen=True)
class Tag:
    """An element of the tree of tags: its role, what it says of itself, and the elements in it."""

    role: str
    alt: str
    scope: str
    decoration: str
    inside: tuple["Tag", ...] = field(repr=False)

    def all(self, role: str) -> Iterator["Tag"]:
        """Every element with a role in or under this one, in reading order."""
        if self.role == role:
            yield self
        for one in self.inside:
            yield from one.all(role)

    def walk(self) -> Iterator["Tag"]:
        yield self
        for one in self.inside:
            yield from one.walk()


class Tagged:
    """A PDF, opened for questions."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.file = pikepdf.open(BytesIO(data))
        self.tree = _tag(self.file.Root.StructTreeRoot)

    @property
    def levels(self) -> list[int]:
        found = (HEADING.fullmatch(one.role) for one in self.tree.walk())
        return [int(one[1]) for one in found if one]

    @property
    def links(self) -> list[str]:
        """Every address outside the file that an annotation leads to."""
        annotations = (one for page in self.file.pages for one in page.get("/Annots", []))
        actions = (one.get("/A") for one in annotations)
        return [str(one.URI) for one in actions if one is not None and one.get("/S") == "/URI"]

    @property
    def bookmarks(self) -> list[str]:
        with self.file.open_outline() as outline:
            return list(_titles(outline.root))

    @property
    def pages(self) -> list[str]:
        """The text of each page, as a program that copies it finds it."""
        document = pypdfium2.PdfDocument(self.data)
        return [page.get_textpage().get_text_range() for page in document]

    @property
    def letters(self) -> str:
        return letters("".join(self.pages))

    @property
    def fonts(self) -> set[str]:
        named = (one.get("/BaseFont") for one in self.file.objects if isinstance(one, pikepdf.Dictionary))
        return {str(one).lstrip("/").partition("+")[2] or str(one) for one in named if one is not None}


def letters(text: str) -> str:
    """A text without what the end of a line may change: white space, hyphens, breaks."""
    return re.sub(r"[\s\u00ad\u200b\u0002\ufffe-]+", "", text)


def problems(data: bytes, path: Any) -> list[str]:
    """What an independent checker of PDF/UA-1 finds."""
    path.write_bytes(data)
    return [f"{one.rule_id}: {one.message}" for one in validate(str(path)).findings]


def _tag(node: pikepdf.Object) -> Tag:
    kids = node.get("/K", [])
    inside = (
        [kids]
        if isinstance(kids, pikepdf.Dictionary)
        else list(kids)
        if isinstance(kids, pikepdf.Array)
        else []
    )
    elements = [one for one in inside if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    return Tag(
        role=str(node.get("/S", "")),
        alt=str(node.get("/Alt", "")),
        scope=_attribute(node, "/Scope"),
        decoration=_attribute(node, "/TextDecorationType"),
        inside=tuple(_tag(one) for one in elements),
    )


def _attribute(node: pikepdf.Object, name: str) -> str:
    attributes = node.get("/A")
    listed = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    found = (one.get(name) for one in listed if isinstance(one, pikepdf.Dictionary))
    return next((str(one) for one in found if one is not None), "")


def _titles(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for one in items:
        yield one.title
        yield from _titles(one.children)
