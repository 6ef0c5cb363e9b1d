"""A grid that holds several reports, below or beside each other: parted by what names each.

Titles, years or units above each block, at its left, or over its columns say which rows and
columns are whose; what stands before the first of them, as common headings do, is everyone's.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from gicapp.core.grid import Grid, GridCell
from gicapp.core.recognition.identity import (
    looks_like_unit,
    read_title,
    stated_unit,
    years_in,
)
from gicapp.core.recognition.label_text import folded
from gicapp.core.recognition.plane import Position
from gicapp.core.recognition.vocabulary import Axis, Vocabulary

_MOST_CELLS: Final = 60_000  # of all parts together; more are lines of a table, one for a unit
_SHORT: Final = 12  # letters of a text that is little more than a year
_LONGEST: Final = 80
_YEAR_NUMBER: Final = re.compile(r"20[0-4]\d")
_YEAR_HEADINGS: Final = frozenset({"年", "年度", "年份", "报告年度", "统计年度"})
_LABELS: Final = (Axis.ROW, Axis.COLUMN, Axis.CELL)

Name: TypeAlias = int | str
_Mark = tuple[GridCell, Name]


@dataclass(frozen=True)
class Part:
    """What is one report's of a grid; `own` are the positions that no other part has."""

    grid: Grid
    year: int | None = None
    unit: str = ""
    own: frozenset[Position] = frozenset()


def parts_of(grid: Grid, words: Vocabulary) -> list[Part]:
    """Return the parts of a grid that say they are of several years or units; one for others."""
    parts = []
    for year, part in _parted(grid, list(_year_marks(grid)), words):
        its_year = year if isinstance(year, int) else None
        for unit, piece in _parted(part.grid, list(_unit_marks(part.grid, words)), words):
            owns = [its.own for its in (part, piece) if its.own]
            own = frozenset.intersection(*owns) if owns else frozenset()
            parts.append(Part(piece.grid, its_year, str(unit or ""), own))
    return parts


def _year_marks(grid: Grid) -> Iterator[_Mark]:
    """Yield the cells that name one year: titles, short texts, numbers in a column of years."""
    columns: set[int] = set()
    for cell in grid.cells:
        text = cell.text.strip()
        if cell.number is not None or text.isdecimal():
            if cell.column in columns and _YEAR_NUMBER.fullmatch(text):
                yield cell, int(text)
        elif "年" in text and len(text) <= _LONGEST:
            if text in _YEAR_HEADINGS:
                columns.add(cell.column)
            year = _year_of(text)
            if year is not None:
                yield cell, year


def _year_of(text: str) -> int | None:
    """Return the only year that a title or a short text names."""
    title = read_title(text)
    years = title.years if title else years_in(text) if len(text) <= _SHORT else ()
    return years[0] if len(years) == 1 else None


def _unit_marks(grid: Grid, words: Vocabulary) -> Iterator[_Mark]:
    """Yield the cells that name a unit: titles, statements, and names that stand alone."""
    for cell in grid.cells:
        text = cell.text
        if cell.number is not None or not 3 <= len(text) <= _LONGEST:
            continue
        title = read_title(text)
        unit = title.unit if title else stated_unit(text)
        if not unit and looks_like_unit(text) and not words.word(text).meanings:
            unit = "".join(text.split())
        if unit:
            yield cell, unit


def _parted(
    grid: Grid, marks: Sequence[_Mark], words: Vocabulary
) -> list[tuple[Name | None, Part]]:
    """Return the parts that marks make of a grid, each by its name; the grid where they do not."""
    whole: list[tuple[Name | None, Part]] = [(None, Part(grid))]
    if len({_same(name) for _, name in marks}) < 2:
        return whole
    beside = _beside(marks)
    owners, first = _owners(grid, beside or marks, across=bool(beside))
    pieces = _pieces(grid, owners, first, across=bool(beside))
    parts: list[tuple[Name | None, Part]] = [
        (name, part) for name, part in pieces if beside or _has_labels(part, words)
    ]
    return parts if len(parts) > 1 else whole


def _same(name: Name) -> Name:
    return folded(name) if isinstance(name, str) else name


def _beside(marks: Sequence[_Mark]) -> list[_Mark]:
    """Return the marks of the first row in which different ones stand beside each other."""
    rows: dict[int, list[_Mark]] = {}
    for mark in marks:
        rows.setdefault(mark[0].row, []).append(mark)
    several = (row for row in rows.values() if len({_same(name) for _, name in row}) > 1)
    return next(several, [])


def _line(cell: GridCell, *, across: bool) -> tuple[int, int]:
    return (cell.column, cell.columns) if across else (cell.row, cell.rows)


def _owners(grid: Grid, marks: Sequence[_Mark], *, across: bool) -> tuple[Mapping[int, Name], int]:
    """Return whose each line (row or column) is, from its mark on, and the first that is owned."""
    end = max(sum(_line(cell, across=across)) for cell in grid.cells)
    filled = {_line(cell, across=across)[0] for cell in grid.cells if cell.text.strip()}
    named = {_line(cell, across=across)[0]: name for cell, name in reversed(marks)}
    worded = {_same(name): name for _, name in sorted(named.items(), reverse=True)}
    starts: list[tuple[int, Name]] = []
    for at, name in sorted(named.items()):
        start = _after_gap(at, starts[-1][0], filled) if across and starts else at
        starts.append((start, worded[_same(name)]))
    owners: dict[int, Name] = {}
    for (at, name), (until, _) in zip(starts, [*starts[1:], (end, "")], strict=True):
        owners.update(dict.fromkeys(range(at, until), name))
    return owners, starts[0][0]


def _after_gap(at: int, before: int, filled: Collection[int]) -> int:
    """Return where a block begins whose name may stand in its middle: after a blank column."""
    gaps = [line for line in range(before + 1, at) if line not in filled]
    return gaps[-1] + 1 if gaps else at


def _pieces(
    grid: Grid, owners: Mapping[int, Name], first: int, *, across: bool
) -> list[tuple[Name, Part]]:
    """Return each owner's lines of a grid with what stands before all of them."""
    names = list(dict.fromkeys(owners.values()))
    cells: dict[Name, list[GridCell]] = {name: [] for name in names}
    own: dict[Name, set[Position]] = {name: set() for name in names}
    room = _MOST_CELLS
    for cell in grid.cells:
        for name, start, last in _shares(_line(cell, across=across), owners, first, names):
            size = last - start + 1
            piece = (
                cell._replace(column=start, columns=size)
                if across
                else cell._replace(row=start, rows=size)
            )
            cells[name].append(piece)
            if start >= first:
                own[name].add((piece.row, piece.column))
            room -= 1
        if room < 0:
            return []
    return [
        (name, Part(replace(grid, cells=tuple(sorted(its))), own=frozenset(own[name])))
        for name, its in cells.items()
    ]


def _shares(
    line: tuple[int, int], owners: Mapping[int, Name], first: int, names: Sequence[Name]
) -> list[tuple[Name, int, int]]:
    """Return whose a cell is, each with the first and the last of the lines that it keeps."""
    at, size = line
    if size == 1 and at >= first:
        return [(owners[at], at, at)]
    reach: dict[Name, tuple[int, int]] = {}
    for place in range(at, at + size):
        for name in names if place < first else (owners[place],):
            reach[name] = (reach.get(name, (place,))[0], place)
    return [(name, *ends) for name, ends in reach.items()]


def _has_labels(part: Part, words: Vocabulary) -> bool:
    """Tell whether a part has labels of the form of its own, and is no mere line of figures."""
    return any(
        any(m.axis in _LABELS for m in words.word(cell.text).meanings)
        for cell in part.grid.cells
        if cell.number is None and (cell.row, cell.column) in part.own
    )
