"""What every extract guarantees, checked in one place."""

from itertools import pairwise

from rodedraad.model.terms import BlockRole
from rodedraad.model.text import Block, Extract
from rodedraad.reading.marks import bullet_length
from rodedraad.reading.white import WHITE


def check(extract: Extract) -> None:
    """Fails where an extract breaks what `Extract` and `Block` promise."""
    text, blocks = extract.text, extract.blocks
    is_plain = extract.media_type == "text/plain"
    assert blocks
    text.encode("utf-8")
    edges = [0, *(edge for block in blocks for edge in (block.start, block.end)), len(text)]
    assert edges == sorted(edges)
    for block in blocks:
        own = text[block.start : block.end]
        assert own
        assert own == own.strip(WHITE)
        assert is_plain or "\n" not in own
        assert (block.table is None) == (block.row is None) == (block.column is None)
        assert block.role is not BlockRole.CELL or block.table is not None
        assert block.role is not BlockRole.HEADING or block.level in range(1, 7)
        assert block.role is not BlockRole.LIST_ITEM or (block.level or 0) >= 1
    ends = [0, *(block.end for block in blocks)]
    starts = [*(block.start for block in blocks), len(text)]
    for end, start in zip(ends, starts, strict=True):
        gap = text[end:start].strip(WHITE)
        assert not gap or (is_plain and bullet_length(f"{gap} x"))
    for one, other in pairwise(blocks):
        gap = text[one.end : other.start]
        assert is_plain or gap in gaps_allowed(one, other)
    check_asides(extract)
    check_tables(blocks)


def gaps_allowed(one: Block, other: Block) -> set[str]:
    """What may stand between two blocks: a mere newline only within one cell or one list."""
    if one.table is not None or other.table is not None:
        one_cell = (one.table, one.row, one.column) == (other.table, other.row, other.column)
        return {"\n"} if one_cell else {"\n\n"}
    listed = {BlockRole.LIST_ITEM, BlockRole.FURNITURE}
    return {"\n", "\n\n"} if {one.role, other.role} <= listed else {"\n\n"}


def check_asides(extract: Extract) -> None:
    furniture = [block for block in extract.blocks if block.role is BlockRole.FURNITURE]
    covered = [
        aside for aside in extract.set_aside for block in furniture if aside.start <= block.start < aside.end
    ]
    assert len(covered) == len(furniture)
    for aside in extract.set_aside:
        assert aside.why
        inside = [block for block in extract.blocks if aside.start <= block.start < aside.end]
        assert {block.role for block in inside} == {BlockRole.FURNITURE}
        assert (inside[0].start, inside[-1].end) == (aside.start, aside.end)


def check_tables(blocks: tuple[Block, ...]) -> None:
    seen: list[int] = []
    for block in blocks:
        if block.table is not None:
            assert min(block.row or 0, block.column or 0) >= 0
            if block.table not in seen:
                seen.append(block.table)
    assert seen == list(range(len(seen)))
