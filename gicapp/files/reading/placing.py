"""Cells of a sheet put together as a grid: merges become spans, references become places."""

import functools
import re
from collections.abc import Iterable, Iterator
from itertools import product
from operator import itemgetter
from typing import Final

from gicapp.core.content import Problem
from gicapp.core.grid import Doubt, Grid, GridCell
from gicapp.files import limits
from gicapp.files.reading.unreadable import too_large

Merge = tuple[int, int, int, int]  # top, left, bottom, right; all within, counted from 0
Placed = dict[tuple[int, int], GridCell]

_RANGE: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")

_LONGEST: Final = 100  # characters of a reference, with blanks around it


@functools.lru_cache(maxsize=2048)
def letters(column: int) -> str:
    """Name a column as a spreadsheet does: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_of(name: str) -> int:
    """Return the number of a column from its letters: A is 0."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number - 1


def range_of(reference: str) -> Merge | None:
    """Return the rectangle that B2:D4 names; None when it is not one."""
    return _range_of(reference) if len(reference) <= _LONGEST else None


@functools.lru_cache(maxsize=2048)  # the merges of a form come again in every report
def _range_of(reference: str) -> Merge | None:
    match = _RANGE.fullmatch(reference.strip().upper())
    if match is None:
        return None
    left, top, right, bottom = match.groups()
    columns = sorted((column_of(left), column_of(right or left)))
    rows = sorted((int(top) - 1, int(bottom or top) - 1))
    return rows[0], columns[0], rows[1], columns[1]


def position_of(reference: str) -> tuple[int, int] | None:
    """Return (row, column) of a reference such as B5; None when it is not one."""
    area = range_of(reference) if ":" not in reference else None
    return area and area[:2]


def sheet_name(name: str) -> str:
    """Say in Chinese which sheet is meant."""
    return f"工作表“{name}”"


def mark_hidden(
    cells: Placed, rows: set[int], columns: list[tuple[int, int]], *, everything: bool
) -> None:
    """Give the cells in hidden rows and columns (first, last) their doubt, unless they have one."""
    if not (rows or columns or everything):
        return
    for position, cell in cells.items():
        row, column = position
        unseen = everything or row in rows or any(a <= column <= b for a, b in columns)
        if unseen and cell.doubt is None:
            cells[position] = cell._replace(doubt=Doubt.HIDDEN)


def check_extent(rows: int, columns: int, name: str) -> None:
    """Raise Unreadable when a sheet reaches too far; counts, not indexes."""
    if rows > limits.ROWS or columns > limits.COLUMNS or rows * columns > limits.AREA:
        raise too_large(f"{name}的内容延伸到第 {rows} 行、第 {columns} 列")


def check_filled(grids: Iterable[Grid]) -> None:
    """Raise Unreadable when the sheets read so far hold more cells than a source may."""
    if sum(len(grid.cells) for grid in grids) > limits.CELLS:
        raise too_large(f"有内容的单元格超过 {limits.CELLS} 个")


def place(
    name: str, cells: Placed, merges: Iterable[Merge], *, hidden: bool = False
) -> tuple[Grid, list[Problem]]:
    """Return a grid of cells by (row, column) with merges as spans, and what was covered.

    Merges are cut to the rectangle that the cells fill; what stands under a merge is not seen
    by anybody, so it is left out and said. Of overlapping merges the first counts.
    """
    if not cells:
        return Grid(name, (), hidden), []
    bottom, _ = max(cells)
    right = max(map(itemgetter(1), cells))
    check_extent(bottom + 1, right + 1, name)
    taken: set[tuple[int, int]] = set()
    problems: list[Problem] = []
    budget = 2 * limits.AREA  # overlapping merges could be looked at without end
    for top, left, last, end in merges:
        area = (top, left, min(last, bottom), min(end, right))
        size = (area[2] - top + 1) * (area[3] - left + 1)
        if size <= 1 or (top, left) in taken:
            continue
        budget -= size
        if budget < 0:
            raise too_large(f"{name}的合并单元格互相重叠")
        positions = list(product(range(top, area[2] + 1), range(left, area[3] + 1)))
        if taken.isdisjoint(positions):
            taken.update(positions)
            _merge(cells, area)
            problems += _uncover(name, cells, positions)
    in_order = tuple(map(cells.__getitem__, sorted(cells)))
    return Grid(name, in_order, hidden), problems


def _merge(cells: Placed, area: Merge) -> None:
    """Give the first cell of an area its span, and make one where the area is blank."""
    row, column, last, end = area
    head = cells.get((row, column))
    where = head.where if head else f"{letters(column)}{row + 1}"
    text, number = (head.text, head.number) if head else ("", None)
    doubt, formula = (head.doubt, head.formula) if head else (None, "")
    size = (last - row + 1, end - column + 1)
    cells[row, column] = GridCell(row, column, text, number, *size, where, doubt, formula)


def _uncover(name: str, cells: Placed, positions: list[tuple[int, int]]) -> Iterator[Problem]:
    """Drop the cells under a merge; tell of those that hold something else than its first."""
    head = cells[positions[0]]
    for position in sorted(cells.keys() & positions[1:]):
        under = cells.pop(position)
        if under.text.strip() and under.text != head.text:
            yield Problem(
                "value.covered",
                f"{name} {under.where}",
                f"{name}的 {under.where} 被合并单元格遮住，其中的“{under.text[:20]}”没有读取，"
                "请核对。",
            )
