"""Tables that lost their lines: read by their labels, never with a figure in the wrong place."""

from gicapp.core.content import Content, Paragraph
from gicapp.core.reading import Reading
from gicapp.core.recognition.interpretation import interpret
from gicapp.form.declaration import Table
from gicapp.form.values import show
from tests.core.recognition.layouts import DISCLOSURE, DISPUTES, FORM, REQUESTS, some_values

VALUES = some_values(3)


def _lines(table: Table) -> list[list[str]]:
    """Return the texts of a table, line by line of its grid."""
    lines: list[list[str]] = [[] for _ in range(table.height)]
    for box in table.boxes:
        lines[box.line].append(box.text or show(VALUES[box.cell or ""]))
    return lines


def _read(lines: list[str]) -> Reading:
    return interpret(Content("txt", tuple(map(Paragraph, lines))))


def test_a_line_for_each_row() -> None:
    for table in (DISCLOSURE, REQUESTS, DISPUTES):
        reading = _read([" ".join(line) for line in _lines(table)])
        assert dict(reading.cells) == {cell.id: VALUES[cell.id] for cell in table.cells}


def test_a_line_for_each_cell() -> None:
    for table in (DISCLOSURE, REQUESTS):
        reading = _read([text for line in _lines(table) for text in line])
        assert dict(reading.cells) == {cell.id: VALUES[cell.id] for cell in table.cells}
        assert "label.inferred" in {p.code for p in reading.problems} or table is DISCLOSURE


def test_a_row_that_lacks_a_figure_is_left_out_and_told() -> None:
    lines = [" ".join(line) for line in _lines(REQUESTS)]
    lines[3] = lines[3].rpartition(" ")[0]
    reading = _read(lines)
    lost = {cell for cell in FORM.cells if FORM.cells[cell].row.id == "new"}
    assert not lost & set(reading.cells)
    assert all(reading.cells[cell] == VALUES[cell] for cell in reading.cells)
    assert "row.short" in {p.code for p in reading.problems}
