"""How many texts are remembered with what was read from them, so that memory stays flat."""

from typing import Final

LINES: Final = 5_000
"""Passes over a document ask the same of the same lines; more lines than these few documents have."""
WORDS: Final = 20_000
"""As many as most documents use."""
TABLES: Final = 100
"""Whether a table can be read is asked before its lines are, and again when they are written."""
