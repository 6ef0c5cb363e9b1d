"""Tables that became lines of text: a line for each row, or a line for each cell.

Copied out of Word or off a page, a table's rows keep their cells, but not how wide a merged
cell was. The widths are worked out from the rows below: a blank cell continues the one above
it, and cells of equal width in a run stand under one heading.
"""

from collections import Counter
from itertools import groupby
from typing import Final

from gicapp.core.content import Problem
from gicapp.core.grid import Grid, GridCell
from gicapp.files import limits
from gicapp.files.reading.unreadable import too_large

Row = list[str]

_MANY: Final = 4  # figures in a row, from which on their number must be that of the other rows
_FIGURE_LETTERS: Final = frozenset("0123456789０１２３４５６７８９.,，-－/—%件万元 　")


def grid_of(rows: list[Row], number: int) -> tuple[Grid, list[Problem]]:
    """Return the grid of rows of cell texts, the `number`th table of its text.

    A row with another number of figures than most could have them in any columns: they are
    left out, and a problem says so.
    """
    if len(rows) > limits.ROWS or sum(map(len, rows)) > limits.CELLS:
        raise too_large("文字中的表格太大")
    width = max(map(len, rows))
    if width > limits.COLUMNS:
        raise too_large("文字中的表格太宽")
    name = f"第 {number} 个表格"
    kept, problems = _without_unplaced(rows, width, name)
    usual = _usual(rows)
    cells: list[GridCell] = []
    below: list[int] | None = None
    texts: Row = []
    for index in range(len(rows) - 1, -1, -1):
        widths = _widths(kept[index], width, usual, (texts, below))
        cells += _placed(kept[index], widths, index)
        texts, below = kept[index], widths
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(name, tuple(cells)), problems


def is_uneven(rows: list[Row]) -> bool:
    """Tell whether rows of figures differ in length: merged labels took up one cell each."""
    return len({len(row) for row in rows if _figures_at_end(row) >= _MANY}) > 1


def is_unplaced(rows: list[Row]) -> bool:
    """Tell whether a heading row stands over columns that nobody can tell from its cells.

    The first row only decorates the others.
    """
    width, usual = max(map(len, rows)), _usual(rows)
    below: tuple[Row, list[int] | None] = ([], None)
    for row in reversed(rows[1:]):
        widths = _widths(row, width, usual, below)
        if len(row) > 1 and sum(widths) < width and any(cell.strip() for cell in row):
            return True
        below = (row, widths)
    return False


def _without_unplaced(rows: list[Row], width: int, name: str) -> tuple[list[Row], list[Problem]]:
    """Return the rows without figures of which nobody can say in which columns they stand."""
    usual = _usual(rows)
    lengths = [len(row) for row in rows if _figures_at_end(row) >= _MANY]
    is_even = lengths.count(width) * 2 > len(lengths)  # merged cells kept all their places
    kept, problems = [], []
    for index, row in enumerate(rows):
        count = _figures_at_end(row)
        known = len(row) == width or (count == usual and not (is_even and not row[-count].strip()))
        if known or min(count, usual) < _MANY - 1:
            kept.append(row)
            continue
        kept.append(row[:-count])
        figures = " ".join(row[-count:])
        problems.append(
            Problem(
                "row.figures",
                f"{name}第 {index + 1} 行",
                f"{name}第 {index + 1} 行的格数与其他行不同，无法确定各数属于哪一列，"
                f"没有读取“{figures[:60].strip()}”，请核对后填写。",
            )
        )
    return kept, problems


def _usual(rows: list[Row]) -> int:
    """Return how many figures most of the rows with many of them have, 0 where none has."""
    counts = Counter(count for row in rows if (count := _figures_at_end(row)) >= _MANY)
    return counts.most_common(1)[0][0] if counts else 0


def _placed(row: Row, widths: list[int], index: int) -> list[GridCell]:
    column = 0
    cells = []
    for order, (text, width) in enumerate(zip(row, widths, strict=True), 1):
        where = f"第 {index + 1} 行第 {order} 格"
        cells.append(GridCell(index, column, text, None, 1, width, where))
        column += width
    return cells


def _widths(row: Row, width: int, usual: int, below: tuple[Row, list[int] | None]) -> list[int]:
    """Return how many columns each cell of a row spans; the row itself may be too short."""
    spare = width - len(row)
    if spare <= 0:
        return [1] * len(row)
    figures = _figures_at_end(row)
    if figures:
        label = len(row) - figures - 1
        return [1 + spare if at == label else 1 for at in range(len(row))]
    texts, widths = below
    return (widths and _over(row, texts, widths)) or _leading(row, spare, usual)


def _leading(row: Row, spare: int, usual: int) -> list[int]:
    """Return widths with all that is missing given to a blank first cell, else to none.

    That cell stands above the labels, where the others are as many as the figures of a row.
    """
    above_labels = not row[0].strip() and (not usual or len(row) == usual + 1)
    return [1 + spare if at == 0 and above_labels else 1 for at in range(len(row))]


def _figures_at_end(row: Row) -> int:
    """Return how many cells at the end hold figures or nothing, when one of them is a figure."""
    count = 0
    for text in reversed(row):
        if not _FIGURE_LETTERS.issuperset(text.strip()):
            break
        count += 1
    return count if any(text.strip() for text in row[len(row) - count :]) else 0


def _over(row: Row, texts: Row, widths: list[int]) -> list[int] | None:
    """Return the widths of a heading row over the cells below it, None when they do not fit.

    `texts` and `widths` are those of the row below. Blank cells below continue one cell above
    each, but not among figures, where they are figures left out; runs of others with one width
    stand under one heading, or share the headings left.
    """
    labels = len(texts) - _figures_at_end(texts)
    blanks = [at < labels and not text.strip() for at, text in enumerate(texts)]
    groups: list[list[int]] = []
    for (blank, _), run in groupby(zip(blanks, widths, strict=True)):
        sizes = [size for _, size in run]
        groups += [[size] for size in sizes] if blank else [sizes]
    missing = len(row) - len(groups)
    longest = max(groups, key=len)
    if missing > 0 and len(longest) % (missing + 1) == 0:
        at, step = groups.index(longest), len(longest) // (missing + 1)
        parts = [longest[start : start + step] for start in range(0, len(longest), step)]
        groups[at : at + 1] = parts
    return [sum(group) for group in groups] if len(groups) == len(row) else None
