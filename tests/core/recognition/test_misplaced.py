"""Figures that may be another cell's are left out, and each cell of them is named."""

from collections.abc import Callable

import pytest

from gicapp.core.content import Content, Problem
from gicapp.core.grid import GridCell
from gicapp.core.reading import Reading
from gicapp.core.recognition.interpretation import interpret
from tests.core.recognition import layouts as on
from tests.core.recognition.layouts import DISPUTES, FORM, REQUESTS, Cells, grid, official

NOW, BEFORE = on.some_values(5), on.some_values(6)
ROW = [f"requests.partial.{column.id}" for column in REQUESTS.columns]
LINE = 6  # of partial, under three rows of headings


def _read(cells: Cells, kind: str = "html") -> Reading:
    return interpret(Content(kind, (grid(cells),)))


def _named(reading: Reading, code: str) -> list[str]:
    return [cell for p in reading.problems if p.code == code for cell in p.cells]


def _beside(start: int, change: Callable[[Cells], Cells] = list) -> Cells:
    """Return table three of this year and, from a column on, that of last year."""
    return change(official(REQUESTS, NOW)) + change(official(REQUESTS, BEFORE, 0, start))


@pytest.mark.parametrize("change", [list, on.unmerged, on.filled])
@pytest.mark.parametrize("start", [10, 11, 14])
def test_a_table_beside_its_like_gives_no_figure_that_both_do_not_have(
    start: int, change: Callable[[Cells], Cells]
) -> None:
    reading = _read(_beside(start, change), "xlsx")
    assert all(reading.cells[cell] == NOW[cell] == BEFORE[cell] for cell in reading.cells)
    told = set(_named(reading, "cell.conflict"))
    assert told == {c.id for c in REQUESTS.cells if NOW[c.id] != BEFORE[c.id]}


def test_numbers_of_lines_before_the_second_table_are_no_figures_of_it() -> None:
    numbers = [GridCell(row, 11, str(row), row) for row in range(3, 28)]
    reading = _read([*_beside(12), *numbers], "xlsx")
    assert all(NOW[cell] == BEFORE[cell] for cell in reading.cells)


def test_a_figure_merged_over_two_cells_is_neithers() -> None:
    cells = [
        c._replace(columns=2) if (c.row, c.column) == (LINE, 5) else c
        for c in official(REQUESTS, dict.fromkeys(NOW, 7))
        if (c.row, c.column) != (LINE, 6)
    ]
    reading = _read(cells, "xlsx")
    assert _named(reading, "value.merged") == ROW[2:4]
    assert set(ROW) - set(reading.cells) == set(ROW[2:4])


@pytest.mark.parametrize("text", ["0", "/"])
def test_one_nought_for_a_row_is_one_for_each_cell_and_told(text: str) -> None:
    cells = [c for c in official(REQUESTS, NOW) if c.row != LINE or c.column < 3]
    reading = _read([*cells, GridCell(LINE, 3, text, None, 1, 7)], "xlsx")
    assert sorted(_named(reading, "value.merged")) == sorted(ROW)
    assert len({reading.cells[cell] for cell in ROW}) == 1


@pytest.mark.parametrize("kind", ["html", "docx", "csv"])
def test_a_row_with_a_figure_too_many_is_left_out_whole(kind: str) -> None:
    cells = [*official(REQUESTS, NOW), GridCell(LINE, 10, "9")]
    reading = _read(cells, kind)
    assert sorted(_named(reading, "row.long")) == sorted(ROW)
    assert set(reading.cells) == {c.id for c in REQUESTS.cells} - set(ROW)


def test_a_figure_beside_a_table_of_a_sheet_moves_nothing() -> None:
    reading = _read([*official(REQUESTS, NOW), GridCell(LINE, 10, "9", 9)], "xlsx")
    assert set(reading.cells) == {c.id for c in REQUESTS.cells}


def test_the_only_row_of_table_four_is_left_out_with_a_figure_too_many() -> None:
    reading = _read([*official(DISPUTES, NOW), GridCell(3, 15, "9")])
    assert not reading.cells
    assert set(_named(reading, "row.long")) == {c.id for c in DISPUTES.cells}


def test_headings_that_lack_a_column_put_the_whole_table_in_doubt() -> None:
    figures = [GridCell(row, 10, "9") for row in range(3, 28)]
    reading = _read([*official(REQUESTS, NOW), *figures])
    assert set(_named(reading, "column.unknown")) == {c.id for c in REQUESTS.cells}


def test_a_heading_too_many_leaves_no_row_in_which_it_moved_the_others() -> None:
    heads = [c._replace(column=c.column + (c.column > 3)) for c in _heads()]
    figures = [c for c in official(REQUESTS, NOW) if c.row > 2]
    reading = _read([*heads, GridCell(2, 4, "自然人"), *figures])
    assert not reading.cells
    assert set(_named(reading, "row.short")) == {c.id for c in REQUESTS.cells}


def _heads() -> Cells:
    return [c for c in on.unmerged(official(REQUESTS, NOW)) if c.row < 3]


def test_a_table_of_fees_below_table_four_leaves_it_alone() -> None:
    texts = ("通知收取件数", "通知收取金额（元）", "实际收取金额（元）")
    fees = [GridCell(5, 0, "信息处理费", None, 1, 3)]
    fees += [GridCell(6, k, text) for k, text in enumerate(texts)]
    fees += [GridCell(7, k, "3", 3) for k in range(3)]
    reading = _read([*official(DISPUTES, NOW), *fees], "xlsx")
    assert dict(reading.cells) == {c.id: NOW[c.id] for c in DISPUTES.cells}


def test_every_left_out_cell_is_named_in_words() -> None:
    problems = _read([*official(REQUESTS, NOW), GridCell(LINE, 10, "9")]).problems
    (problem,) = [p for p in problems if p.code == "row.long"]
    assert isinstance(problem, Problem)
    assert FORM.cells[ROW[0]].row.name in problem.message
