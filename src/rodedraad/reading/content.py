"""What stands in one paragraph of a word processor's document."""

from dataclasses import dataclass, field

from lxml import etree

from rodedraad.reading.white import tidy


@dataclass(slots=True)
class Content:
    """The lines of a paragraph, what is known of its images, and the text boxes and notes it carries."""

    lines: list[list[str]] = field(default_factory=lambda: [[]])
    symbols: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)

    def say(self, text: str | None) -> None:
        """Text on the current line."""
        self.lines[-1].append(text or "")

    def show(self, *known: str | None) -> None:
        """What is known of an image."""
        tidied = (tidy(one or "") for one in known)
        self.symbols += (one for one in tidied if one and one not in self.symbols)

    def texts(self) -> list[str]:
        """The lines that hold text."""
        texts = (tidy("".join(line)) for line in self.lines)
        return [text for text in texts if text]
