"""The tables of the form as they are printed: heights of rows, page breaks, ruled lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from gicapp.core.layout import TABLE_FACES, Layout, TableSize
from gicapp.core.report import Report
from gicapp.form.declaration import Table
from gicapp.gui.pages.boxes import SetBox, set_box
from gicapp.gui.pages.page import Stroke
from gicapp.gui.pages.style import MM, Face, Metric, Style

_TALL: Final = 20  # a table of more lines is set small, so that it fits a page
_SIZE: Final = 10.5  # 五号
_SMALL_SIZE: Final = 9.0  # 小五
_ROW: Final = 21.0  # the least height of a row
_SMALL_ROW: Final = 16.15
_NOTHING: Final = -1  # the number of the box outside the table
_SEARCHED: Final = 0.75  # of the room: below this a page is not ended for the sake of a group


@dataclass(frozen=True)
class SetTable:
    """A table with its text set: left edges of the columns and heights of the lines, in points.

    `edges` has one more entry than there are columns, the first is 0.
    """

    table: Table
    boxes: tuple[SetBox, ...]
    edges: tuple[float, ...]
    heights: tuple[float, ...]

    def height(self, start: int, end: int) -> float:
        """Return the height of lines `start` to `end`, after the repeated header if any."""
        header = self.header if start else 0
        return sum(self.heights[start:end]) + sum(self.heights[:header])

    @property
    def header(self) -> int:
        """Return the number of lines that are repeated on every page."""
        return self.table.header_lines


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of a table that stand on one page, in order: repeated header lines first."""

    lines: tuple[int, ...]
    repeated: int


def set_table(table: Table, report: Report, metric: Metric, layout: Layout) -> SetTable:
    """Set all boxes of a table and find the heights of its lines."""
    tall = table.height > _TALL
    style = _style(layout, tall=tall)
    boxes = tuple(set_box(table, box, report, metric, style) for box in table.boxes)
    edges = [0.0]
    for width in table.widths_mm:
        edges.append(edges[-1] + width * MM)
    heights = _heights(table.height, boxes, _SMALL_ROW if tall else _ROW)
    return SetTable(table, boxes, tuple(edges), tuple(heights))


def _style(layout: Layout, *, tall: bool) -> Style:
    small = tall if layout.table_size is TableSize.MIXED else layout.table_size is TableSize.SMALL
    face = Face.TABLE if layout.table_face == TABLE_FACES[0] else Face.BODY
    return Style(face, _SMALL_SIZE if small else _SIZE)


def _heights(count: int, boxes: Sequence[SetBox], least: float) -> list[float]:
    """Return the heights of the lines: every box has room, merged ones over all their lines."""
    heights = [least] * count
    for box in sorted(boxes, key=lambda box: box.box.lines):
        lines = range(box.box.line, box.box.line + box.box.lines)
        missing = box.height - sum(heights[line] for line in lines)
        for line in lines if missing > 0 else ():
            heights[line] += missing / len(lines)
    return heights


def parts(table: SetTable, room: float, page: float) -> Iterator[Part]:
    """Cut a table into the parts for its pages: `room` is left on the first, `page` on others.

    A line without figures is never the last of a page, and no line is ever cut.
    """
    start = 0
    while start < table.table.height:
        end = _end(table, start, room)
        header = range(table.header if start else 0)
        yield Part((*header, *range(start, end)), len(header))
        start, room = end, page


def least_room(table: SetTable, page: float) -> float:
    """Return the room that a table's first part asks for: all of it where it fits on a page."""
    whole = table.height(0, table.table.height)
    return whole if whole <= page else table.height(0, _breaks(table, 0)[0])


def _end(table: SetTable, start: int, room: float) -> int:
    """Return where the page ends: after the last line that fits, better between two groups."""
    breaks = _breaks(table, start)
    fitting = [end for end in breaks if table.height(start, end) <= room] or breaks[:1]
    if fitting[-1] == table.table.height:
        return fitting[-1]
    late = [end for end in fitting if table.height(start, end) >= room * _SEARCHED] or fitting
    return min(late, key=lambda end: (len(_cut_boxes(table, end)), -end))


def _breaks(table: SetTable, start: int) -> list[int]:
    """Return the ends of lines after `start` where a page may end."""
    valued = {box.box.line for box in table.boxes if box.box.cell}
    ends = [n + 1 for n in range(max(start, table.header), table.table.height) if n in valued]
    readable = [end for end in ends if _keeps_labels(table, start, end)]
    return sorted({*(readable or ends), table.table.height})


def _keeps_labels(table: SetTable, start: int, end: int) -> bool:
    """Tell whether every label that a page break cuts has room above it, where it is read first."""
    return all(
        sum(table.heights[max(start, box.box.line) : end]) >= box.height
        for box in _cut_boxes(table, end)
    )


def _cut_boxes(table: SetTable, end: int) -> list[SetBox]:
    return [box for box in table.boxes if box.box.line < end < box.box.line + box.box.lines]


def strokes(table: SetTable, part: Part, x: float, y: float) -> Iterator[Stroke]:
    """Yield the ruled lines of a part whose upper left corner is (`x`, `y`), each as one."""
    owners = _owners(table, part)
    tops = [y]
    for line in part.lines:
        tops.append(tops[-1] + table.heights[line])
    columns = [x + edge for edge in table.edges]
    for n, top in enumerate(tops):
        for first, last in _runs([a != b for a, b in zip(owners[n], owners[n + 1], strict=True)]):
            yield Stroke(columns[first], top, columns[last], top)
    yield from _uprights(owners, columns, tops)


def _uprights(
    owners: Sequence[Sequence[int]], columns: Sequence[float], tops: Sequence[float]
) -> Iterator[Stroke]:
    closed = [[_NOTHING, *row, _NOTHING] for row in owners[1:-1]]
    for n, x in enumerate(columns):
        for first, last in _runs([row[n] != row[n + 1] for row in closed]):
            yield Stroke(x, tops[first], x, tops[last])


def _owners(table: SetTable, part: Part) -> list[list[int]]:
    """Return which box covers each place, with a line of nothing above and below."""
    width = table.table.width
    nothing = [_NOTHING] * width
    rows = [[_NOTHING] * width for _ in part.lines]
    for number, box in enumerate(table.boxes):
        for n, line in enumerate(part.lines):
            if box.box.line <= line < box.box.line + box.box.lines:
                for column in range(box.box.column, box.box.column + box.box.columns):
                    rows[n][column] = number
    return [nothing, *rows, nothing]


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield first and last+1 of every run of true flags."""
    for flag, group in groupby(range(len(flags)), key=flags.__getitem__):
        if flag:
            places = list(group)
            yield places[0], places[-1] + 1
