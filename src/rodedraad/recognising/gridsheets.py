"""Rows of figures from tables with cells."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rodedraad.model.document import Span
from rodedraad.model.text import Block
from rodedraad.recognising.drafts import Draft
from rodedraad.recognising.grid import cell_text
from rodedraad.recognising.heads import Head, Use, in_order, read_head
from rodedraad.recognising.notes import Note, read_note
from rodedraad.recognising.numbers import is_year, read_figure
from rodedraad.recognising.sheets import Cell, Line, Sheet, line_of
from rodedraad.recognising.units import Unit

type Cells = tuple[tuple[Unit, ...], ...]
