"""Short ways to look at an extract."""

from rodedraad.model.terms import BlockRole
from rodedraad.model.text import Block, Extract
from rodedraad.reading import read
from tests.reading.guarantees import check

Row = tuple[str, str]


def checked(data: str | bytes, name: str) -> Extract:
    """What was read, with its guarantees checked."""
    extract = read(data.encode() if isinstance(data, str) else data, name)
    check(extract)
    return extract


def own(extract: Extract, block: Block) -> str:
    return extract.text[block.start : block.end]


def rows(extract: Extract) -> list[Row]:
    """Role and text of each block, the role with its level where it has one."""
    return [(f"{block.role}{block.level or ''}", own(extract, block)) for block in extract.blocks]


def content(extract: Extract) -> list[str]:
    return [own(extract, block) for block in extract.blocks if block.role is not BlockRole.FURNITURE]


def cells(extract: Extract) -> list[tuple[int | None, int | None, int | None, str]]:
    """Table, row, column and text of each block that stands in a table."""
    return [
        (block.table, block.row, block.column, own(extract, block))
        for block in extract.blocks
        if block.table is not None
    ]


def block_of(extract: Extract, text: str) -> Block:
    return next(block for block in extract.blocks if own(extract, block) == text)
