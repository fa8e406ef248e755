"""The numbers of lists and headings as an OpenDocument shows them."""

from rodedraad.reading.numerals import numeral
from rodedraad.reading.odt.styles import Level, Styles


class Counting:
    """Counts the items of lists by their list style, and headings, which have none."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts: dict[str | None, dict[int, int]] = {}

    def restart(self, list_style: str | None) -> None:
        """A list of this style begins that does not continue the last one."""
        self._counts.pop(list_style, None)

    def marker(self, list_style: str | None, depth: int, start: int | None = None) -> str:
        """The number of the next item at a depth (from 1); empty for a bullet."""
        counts = self._counts.setdefault(list_style, {})
        level = self._styles.level(list_style, depth)
        counts[depth] = counts.get(depth, level.start - 1) + 1 if start is None else start
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        if not level.style:
            return ""
        return f"{level.prefix}{self._number(list_style, depth, level)}{level.suffix}".strip()

    def _number(self, list_style: str | None, depth: int, level: Level) -> str:
        shown = range(max(1, depth - level.shown + 1), depth + 1)
        parts = ((one, self._styles.level(list_style, one)) for one in shown)
        counts = self._counts[list_style]
        return ".".join(numeral(counts.get(one, part.start), part.style) for one, part in parts if part.style)
