"""The places of words, as lines of their source."""

from rodedraad.model.build import Build
from rodedraad.model.document import Span


def line_of(build: Build, document: str, span: Span) -> str:
    """Return the line that a span starts on, and which source it is where there are several."""
    texts = build.texts[document]
    line = texts[span.source].text.count("\n", 0, span.start) + 1
    return f"regel {line}" if len(texts) == 1 else f"bron {span.source + 1}, regel {line}"
