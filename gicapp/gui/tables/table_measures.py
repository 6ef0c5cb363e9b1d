"""How wide and high the boxes of a table are on screen: the proportions of the paper, readable."""

from itertools import accumulate, pairwise
from math import ceil
from types import MappingProxyType
from typing import Final

from PySide6.QtGui import QFont

from gicapp.form.declaration import Table
from gicapp.gui.appearance import ems
from gicapp.gui.tables.label_text import INSET, label_height

_WIDEST: Final = 96  # Chinese characters: a table does not grow beyond it
_NARROWEST: Final = 42  # below it, it scrolls
_NARROWEST_VALUES: Final = 38  # where no labels stand beside them
_LINE: Final = 1.9  # characters
_LINE_WITH_PRIOR: Final = 2.9
_HEADER_LINE: Final = 1.7
_LOW: Final = MappingProxyType({_LINE: 1.35, _LINE_WITH_PRIOR: 2.3, _HEADER_LINE: 1.25})
_LABEL: Final = 16  # characters: labels with fewer take width from the values
_BROKEN: Final = 6  # characters: longer words are broken anywhere
_VALUE: Final = 3  # characters that a column of values keeps: a word of its label, five digits


def widths(table: Table, font: QFont, room: int) -> list[int]:
    """Return the width of every grid column in pixels; `room` is what the window has."""
    em, shares = ems(font, 1), table.widths_mm
    narrowest = _NARROWEST if table.label_columns else _NARROWEST_VALUES
    whole = max(em * narrowest, min(em * _WIDEST, room))
    ends = [int(whole * part / sum(shares)) for part in accumulate(shares)]
    columns = [end - start for start, end in pairwise((0, *ends))]  # they fill it to the pixel
    if table.label_columns:
        widest = max(range(table.label_columns), key=columns.__getitem__)
        if whole > room:  # the labels wrap, so that the figures stay in view
            columns[widest] -= min(whole - room, columns[widest] // 2)
        else:  # the labels wrap less, so that more lines stay in view
            columns[widest] += _given_up(columns, table.label_columns, _LABEL * em, font)
        for column in range(table.label_columns):
            lacking = max(0, _longest_word(table, column) * em + 2 * INSET - columns[column])
            columns[column] += lacking
            columns[widest] -= lacking
    return columns


def _longest_word(table: Table, column: int) -> int:
    """Return the length of the longest label of a column that is broken after its number."""
    words = [
        box.text.partition("）")[2] for box in table.boxes if box.column == column and box.lines > 1
    ]
    return max((len(word) for word in words if len(word) < _BROKEN), default=0)


def _given_up(columns: list[int], first: int, wanted: int, font: QFont) -> int:
    """Take from the columns of values what the widest label lacks; return how much it is."""
    least = ems(font, _VALUE) + 2 * INSET
    lacking, before = wanted - max(columns[:first]), sum(columns)
    each = max(0, ceil(lacking / (len(columns) - first)))
    columns[first:] = [min(width, max(width - each, least)) for width in columns[first:]]
    return before - sum(columns)


def is_broadest(table: Table, font: QFont, columns: list[int]) -> bool:
    """Tell whether a table is as wide as it may become."""
    return sum(columns) >= ems(font, _WIDEST) - len(table.widths_mm)


def heights(
    table: Table, font: QFont, columns: list[int], *, with_prior: bool, is_low: bool
) -> list[int]:
    """Return the height of every grid line in pixels, each label wrapped inside its box.

    Where the window is low the lines stand as close as a spreadsheet's.
    """
    valued = {box.line for box in table.boxes if box.cell} if with_prior else set()
    below = range(table.header_lines, table.height)
    sizes = [_HEADER_LINE] * table.header_lines
    sizes += [_LINE_WITH_PRIOR if line in valued else _LINE for line in below]
    lines = [round(ems(font, 1) * (_LOW[size] if is_low else size)) for size in sizes]
    for box in sorted((box for box in table.boxes if box.text), key=lambda box: box.lines):
        width = sum(columns[box.column : box.column + box.columns])
        missing = label_height(font, box.text, width) - sum(lines[box.line : box.line + box.lines])
        if missing > 0:
            lines[box.line + box.lines - 1] += missing
    return lines
