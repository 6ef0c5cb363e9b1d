"""A table that a page's end parted, its columns moved: by its labels and its last figures."""

import pytest

from gicapp.core.content import Content, Paragraph
from gicapp.core.grid import Grid, GridCell
from gicapp.core.reading import Reading
from gicapp.core.recognition.interpretation import interpret
from tests.core.recognition.layouts import FORM, grid, official, some_values

REQUESTS = FORM.tables[1]
VALUES = some_values()
CELLS = official(REQUESTS, VALUES)
FIRST = min(c.column for c in CELLS if c.text == "自然人")  # the first column of figures
TITLE = Paragraph("某某县水利局2024年政府信息公开工作年度报告")


def _row_of(label: str) -> int:
    return next(cell.row for cell in CELLS if cell.text.startswith(label))


def _read(first: list[GridCell], second: list[GridCell]) -> Reading:
    rest: Grid = grid(sorted(second), "第 2 个表格")
    return interpret(Content("docx", (TITLE, grid(sorted(first), "第 1 个表格"), rest)))


def _parted(at: int, by: int) -> tuple[list[GridCell], list[GridCell]]:
    """Return the cells above and below a row, those below with so many columns more of labels."""
    below = []
    for cell in CELLS:
        if cell.row < at:
            continue
        last_label = cell.column < FIRST == cell.column + cell.columns
        moved = cell.column + by if cell.column >= FIRST else cell.column
        wider = cell.columns + by if last_label else cell.columns
        below.append(cell._replace(row=cell.row - at, column=moved, columns=wider))
    return [cell for cell in CELLS if cell.row < at], below


@pytest.mark.parametrize(
    ("label", "by"),
    [("（三）不予公开", 1), ("（三）不予公开", 2), ("四、结转", -1), ("四、结转", -2)],
)
def test_columns_that_moved_with_the_labels_are_read_where_they_are(label: str, by: int) -> None:
    reading = _read(*_parted(_row_of(label), by))
    assert dict(reading.cells) == {cell.id: VALUES[cell.id] for cell in REQUESTS.cells}


@pytest.mark.parametrize(("label", "by"), [("（三）不予公开", 1), ("四、结转", -2)])
def test_where_the_last_figures_do_not_say_so_none_is_taken(label: str, by: int) -> None:
    at = _row_of(label)
    first, second = _parted(at, by)
    last = max(cell.column for cell in second)
    reading = _read(first, [cell for cell in second if cell.column != last])
    above = {row.id for row in REQUESTS.rows[: at - _row_of("一、本年新收")]}
    assert {cell: VALUES[cell] for cell in reading.cells} == dict(reading.cells)
    assert {cell.split(".", 1)[1].rpartition(".")[0] for cell in reading.cells} <= above
    assert any(problem.code == "cells.missing" for problem in reading.problems)


def test_columns_that_did_not_move_are_read_though_the_last_is_blank() -> None:
    first, second = _parted(_row_of("（三）不予公开"), 0)
    last = max(cell.column for cell in second)
    blank = [c._replace(text="", number=None) if c.column == last else c for c in second]
    reading = _read(first, blank)
    read = {cell: value for cell, value in reading.cells.items() if not cell.endswith(".total")}
    assert read == {c.id: VALUES[c.id] for c in REQUESTS.cells if not c.id.endswith(".total")}
