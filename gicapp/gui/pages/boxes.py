"""How the text of one table box is set: labels broken by sense, figures on one line."""

import re
from dataclasses import dataclass, replace
from typing import Final

from gicapp.core.report import Report
from gicapp.form.declaration import Box, Table
from gicapp.form.values import show
from gicapp.gui.pages.linebreak import Line
from gicapp.gui.pages.style import MM, Metric, Style
from gicapp.gui.pages.typesetting import Column, set_text

PADDING: Final = 1.6  # points between a line of the table and the text beside it
LEADING: Final = 1.25  # of the size, from line to line within a box
_NARROW: Final = 20 * MM  # a label in a narrower box is broken by sense
_VERTICAL: Final = 10 * MM  # a label in a narrower and tall box runs downwards
_SMALLEST: Final = 6.0  # a long figure is set smaller, down to this size
_NUMBERING: Final = re.compile(r"（[^（）]+）")


@dataclass(frozen=True, slots=True)
class SetBox:
    """A box with its text in lines; `left` where they begin at the left, not centred.

    `room` is the width for the text; `vertical` lines are one character each.
    """

    box: Box
    text: str
    style: Style
    lines: tuple[Line, ...]
    room: float
    left: bool = False
    vertical: bool = False

    @property
    def pitch(self) -> float:
        """Return the distance from line to line."""
        return self.style.size * LEADING

    @property
    def height(self) -> float:
        """Return the height that the lines need, the space around them included."""
        return len(self.lines) * self.pitch + 2 * PADDING

    def offset(self, line: Line) -> float:
        """Return how far a line is moved right from the left edge of the room."""
        if not self.left:
            return (self.room - line.right - line.left) / 2
        widest = max(line.right for line in self.lines)
        return min(PADDING, self.room - widest)


def set_box(table: Table, box: Box, report: Report, metric: Metric, style: Style) -> SetBox:
    """Return a box of a table with what the report has for it."""
    room = sum(table.widths_mm[box.column : box.column + box.columns]) * MM - 2 * PADDING
    column = Column(style, metric, room, style.size)
    if box.cell is not None:
        return _figure(box, show(report.value(box.cell)), column)
    if _is_vertical(box, room):
        lines = tuple(
            line for mark in box.text for line in set_text(mark, replace(column, room=style.size))
        )
        return SetBox(box, box.text, style, lines, room, vertical=True)
    return SetBox(box, box.text, style, _label(box.text, column), room, _is_left(table, box))


def _figure(box: Box, text: str, column: Column) -> SetBox:
    """Set a figure, smaller where it is too wide; one line as long as that can be read."""
    width = column.measure(text)
    if width > column.room:
        size = max(_SMALLEST, column.style.size * column.room / width)
        column = replace(column, style=replace(column.style, size=size), em=size)
    return SetBox(box, text, column.style, set_text(text, column), column.room)


def _label(text: str, column: Column) -> tuple[Line, ...]:
    """Break a label: after its number where that costs no line, else into words of two."""
    lines = set_text(text, column)
    if len(lines) == 1 or column.room > _NARROW:
        return lines
    parts = _parts(text)
    return tuple(line for part in parts for line in set_text(part, column))


def _parts(text: str) -> tuple[str, ...]:
    number = _NUMBERING.match(text)
    if number:
        return number[0], text[number.end() :]
    return tuple(text[start : start + 2] for start in range(0, len(text), 2))


def _is_vertical(box: Box, room: float) -> bool:
    return room < _VERTICAL and box.lines > 2 and not _NUMBERING.search(box.text)


def _is_left(table: Table, box: Box) -> bool:
    """Tell whether a label begins at the left: those of rows and the note in the corner do.

    Where a table has but one column of labels they are centred, as in the Word document.
    """
    is_corner = (box.line, box.column) == (0, 0)
    return table.label_columns > 1 and (box.labels_row is not None or is_corner)
