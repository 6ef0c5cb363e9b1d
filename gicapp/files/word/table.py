"""The tables of a Word document: which of their cells is which cell of the form."""

from collections.abc import Iterable

from lxml import etree

from gicapp.core.grid import Grid
from gicapp.core.recognition.recognise import recognise
from gicapp.files.reading.document_table import read_table
from gicapp.files.reading.markup import attribute, child
from gicapp.files.word.paragraphs import element, set_text, space_of
from gicapp.form.declaration import Form


def set_cell(cell: etree._Element, text: str) -> None:
    """Put a text into a table cell; it looks like what stood there before."""
    paragraphs = cell.findall(f"{space_of(cell)}p")
    if not paragraphs:
        paragraphs = [element(cell, "p")]
        cell.append(paragraphs[0])
    set_text(paragraphs[0], text)
    for other in paragraphs[1:]:
        cell.remove(other)


def cells_by_id(tables: Iterable[etree._Element], form: Form) -> dict[str, etree._Element]:
    """Map every cell id that the recogniser finds in the tables to its table cell."""
    found: dict[str, etree._Element] = {}
    for number, table in enumerate(tables, 1):
        grid, _ = read_table(table, number)
        places = _places(table)
        for cell, position in positions_by_id(grid, form).items():
            found.setdefault(cell, places[position])
    return found


def _places(table: etree._Element) -> dict[tuple[int, int], etree._Element]:
    """Map the grid position at which a table cell begins to that cell."""
    places = {}
    for line, row in enumerate(table.iterfind("{*}tr")):
        column = _count(child(child(row, "trPr"), "gridBefore"), 0)
        for cell in row.iterfind("{*}tc"):
            places[line, column] = cell
            column += _count(child(child(cell, "tcPr"), "gridSpan"), 1)
    return places


def _count(mark: etree._Element | None, default: int) -> int:
    said = attribute(mark) or ""
    return int(said) if said.isdecimal() else default


def positions_by_id(grid: Grid, form: Form) -> dict[str, tuple[int, int]]:
    """Map every cell id that the recogniser finds in a grid to where its table cell begins."""
    cells = recognise(grid, form).cells
    if not cells:
        return {}
    here = grid.by_position()
    return {
        name: (here[place].row, here[place].column)
        for name, place in cells.items()
        if place in here
    }
