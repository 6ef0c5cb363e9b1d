"""Finished pages: what stands where, ready to be painted; no Qt, all lengths in points."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from gicapp.core.text.picture import Picture
from gicapp.gui.pages.style import MM, Style

PAPER_WIDTH: Final = 210 * MM
PAPER_HEIGHT: Final = 297 * MM
# The type area of GB/T 9704-2012: 156 × 225 mm.
LEFT: Final = 28 * MM
TOP: Final = 37 * MM
RIGHT: Final = PAPER_WIDTH - 26 * MM
BOTTOM: Final = PAPER_HEIGHT - 35 * MM
RULE: Final = 0.5  # the thickness of a table's lines

ASCENT: Final = 0.86  # of the size: how far a Chinese character reaches above its baseline


class Role(Enum):
    """What a passage is in the report."""

    NUMBER = "number"
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    LABEL = "label"
    VALUE = "value"
    SIGNATURE = "signature"
    FOLIO = "folio"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters to paint from `x` on, `width` wide, at a baseline."""

    text: str
    x: float
    baseline: float
    width: float
    style: Style


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of the report on one page, and the rectangle that it keeps to.

    `block` counts the report's titles, paragraphs and boxes in order: what is continued on the
    next page has the same number there. `repeated` marks labels said again after a page break;
    `cell` names the cell of a value.
    """

    role: Role
    block: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    pieces: tuple[Piece, ...]
    cell: str | None = None
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of a table, across or down."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture on a page, and the rectangle that it fills."""

    picture: Picture
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `number` counts from 1."""

    number: int
    passages: tuple[Passage, ...]
    strokes: tuple[Stroke, ...]
    plates: tuple[Plate, ...] = ()


@dataclass(frozen=True, slots=True)
class Booklet:
    """All pages of a report, and its title as the properties of a file state it."""

    title: str
    pages: tuple[Page, ...]
