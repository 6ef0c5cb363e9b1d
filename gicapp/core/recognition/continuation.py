"""A table that goes on in the next grid: whether its columns are still where they were."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from gicapp.core.grid import Grid
from gicapp.core.recognition.recognise import Heads
from gicapp.core.recognition.vocabulary import Axis, Vocabulary

_OF_ROWS: Final = frozenset({Axis.ROW, Axis.GROUP})


def heads_on(grid: Grid, known: Heads, words: Vocabulary) -> Heads:
    """Return the headings of the grid before this one by the columns that they stand over here.

    A page's end may part a table into grids with more or fewer columns of labels: then both the
    labels and the last figures stand so many columns further.
    """
    moved = {table: _moved(grid, table, heads, words) for table, heads in known.items()}
    return {table: heads for table, heads in moved.items() if heads}


def _moved(
    grid: Grid, table: str, heads: Mapping[int, str], words: Vocabulary
) -> Mapping[int, str]:
    """Return the headings of one table, moved with its columns; none where that is not sure.

    It is not where labels or figures overlap the other's columns and the last figures do not say
    by how much.
    """
    ends: dict[int, int] = {}  # of the labels in each row
    for cell in grid.cells:
        meanings = words.word(cell.text).meanings if cell.number is None else ()
        axes = {meaning.axis for meaning in meanings if meaning.table == table}
        if axes == {Axis.COLUMN}:
            return heads  # it has headings of its own
        if axes & _OF_ROWS:
            ends[cell.row] = max(ends.get(cell.row, 0), cell.column + cell.columns)
    if not ends:
        return heads
    first, last = min(heads), max(heads)
    filled = [c.column for c in grid.cells if c.row in ends and c.text.strip()]
    begin = Counter(ends.values()).most_common(1)[0][0]
    by = begin - first
    if max(filled) == last and begin <= first:
        return heads
    if max(filled) - last == by:
        return {column + by: head for column, head in heads.items()}
    overlaps = begin > first or any(begin <= column < first for column in filled)
    return {} if overlaps else heads
