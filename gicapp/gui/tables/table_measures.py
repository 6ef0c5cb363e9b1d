"""How wide and high the boxes of a table are on screen: the proportions of the paper, readable."""

from itertools import accumulate, pairwise
from typing import Final

from PySide6.QtGui import QFont

from gicapp.form.declaration import Table
from gicapp.gui.appearance import ems
from gicapp.gui.tables.label_header import label_height

_WIDEST: Final = 96  # Chinese characters: a table does not grow beyond it
_NARROWEST: Final = 42  # below it, it scrolls
_NARROWEST_VALUES: Final = 38  # where no labels stand beside them
_LINE: Final = 1.9  # characters
_LINE_WITH_PRIOR: Final = 2.9
_HEADER_LINE: Final = 1.7


def widths(table: Table, font: QFont, room: int) -> list[int]:
    """Return the width of every grid column in pixels; `room` is what the window has."""
    em, shares = ems(font, 1), table.widths_mm
    narrowest = _NARROWEST if table.label_columns else _NARROWEST_VALUES
    whole = max(em * narrowest, min(em * _WIDEST, room))
    ends = [int(whole * part / sum(shares)) for part in accumulate(shares)]
    columns = [end - start for start, end in pairwise((0, *ends))]  # they fill it to the pixel
    if table.label_columns and whole > room:  # the labels wrap, so that the figures stay in view
        widest = max(range(table.label_columns), key=columns.__getitem__)
        columns[widest] -= min(whole - room, columns[widest] // 2)
    return columns


def is_broadest(table: Table, font: QFont, columns: list[int]) -> bool:
    """Tell whether a table is as wide as it may become."""
    return sum(columns) >= ems(font, _WIDEST) - len(table.widths_mm)


def heights(table: Table, font: QFont, columns: list[int], *, with_prior: bool) -> list[int]:
    """Return the height of every grid line in pixels, each label wrapped inside its box."""
    em, header = ems(font, 1), table.header_lines
    lines = [round(em * _HEADER_LINE)] * header
    lines += [round(em * (_LINE_WITH_PRIOR if with_prior else _LINE))] * (table.height - header)
    for box in sorted((box for box in table.boxes if box.text), key=lambda box: box.lines):
        width = sum(columns[box.column : box.column + box.columns])
        missing = label_height(font, box.text, width) - sum(lines[box.line : box.line + box.lines])
        if missing > 0:
            lines[box.line + box.lines - 1] += missing
    return lines
