"""A table as any source holds it: cells placed on a grid with spans. Readers make grids."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from gicapp.form.values import Number


class Doubt(StrEnum):
    """Why the content of a source cell may not be taken as a plain figure."""

    HIDDEN = "hidden"  # it stands in a hidden row, column or sheet
    FORMULA = "formula"  # a formula without a cached result
    ERROR = "error"  # #REF! and the like
    DATE = "date"  # a date or time stands where a figure should


class GridCell(NamedTuple):
    """One placed cell; `row` and `column` count from 0, `rows` × `columns` is its span.

    `text` is what a person sees, untrimmed; `number` is set where the source itself holds a
    number (exact, never through a binary float's digits); `where` is the place in the
    source's own words (B5).
    """

    row: int
    column: int
    text: str
    number: Number | None = None
    rows: int = 1
    columns: int = 1
    where: str = ""
    doubt: Doubt | None = None
    formula: str = ""


@dataclass(frozen=True)
class Grid:
    """A table of placed cells that do not overlap; positions without a cell are blank.

    `name` says in Chinese where it stands (工作表“Sheet1”, 第 2 个表格). Any rectangle of
    cells may be missing or out of order. `headed` are columns of the form whose headings stand
    in its order above the rows of a flattened text, but over no column.
    """

    name: str
    cells: tuple[GridCell, ...]
    hidden: bool = False
    headed: tuple[str, ...] = ()

    def by_position(self) -> dict[tuple[int, int], GridCell]:
        """Map every covered (row, column) to the cell that covers it."""
        return {position: cell for cell in self.cells for position in covered(cell)}


def covered(cell: GridCell) -> Iterator[tuple[int, int]]:
    """Yield every (row, column) that a cell covers."""
    for down in range(cell.rows):
        for right in range(cell.columns):
            yield cell.row + down, cell.column + right
