"""What a source surely has not is told apart from what could not be read in it."""

from gicapp.core.checks.catalogue import check
from gicapp.core.content import Block, Content, Paragraph
from gicapp.core.grid import GridCell
from gicapp.core.reading import Absence, Reading
from gicapp.core.recognition.interpretation import interpret
from gicapp.core.report import Report
from gicapp.form.loader import load_form
from tests.core.recognition.layouts import (
    DISCLOSURE,
    FORM,
    REQUESTS,
    Cells,
    grid,
    official,
    some_values,
)

TITLE = Paragraph("某区城管局2023年政府信息公开工作年度报告")
REGULATIONS = [cell.id for cell in DISCLOSURE.cells if cell.row.id == "regulations"]


def _read(*blocks: Block) -> Reading:
    return interpret(Content("docx", (TITLE, *blocks)))


def _without(label: str, cells: Cells) -> Cells:
    """Return a table without the row that begins with a label."""
    row = next(cell.row for cell in cells if cell.text == label)
    return [c._replace(row=c.row - (c.row > row)) for c in cells if c.row != row]


def _said(reading: Reading) -> list[str]:
    return [f.message for f in check(FORM, Report(), reading) if f.rule == "value.blank"]


def _missing(reading: Reading) -> str:
    name = FORM.table(reading.tables[0]).name
    told = [p for p in reading.problems if p.code == "cells.missing" and p.where == name]
    return told[0].message


def test_a_row_that_the_table_has_not_is_no_row_that_was_not_read() -> None:
    reading = _read(grid(_without("规章", official(DISCLOSURE, some_values()))))
    assert reading.absent == dict.fromkeys(REGULATIONS, Absence.ROW)
    due = "来源的表格没有“规章”一行。没有规章制定权的机关一般填 0；有规章制定权的请按实际填写。"
    assert due in _missing(reading)
    assert due in _said(reading)


def test_any_other_row_is_to_be_looked_for() -> None:
    reading = _read(grid(_without("行政强制", official(DISCLOSURE, some_values()))))
    due = "来源的表格没有“行政强制”一行。请核对原文是否漏了这一行；确实没有的填 0。"
    assert due in _missing(reading)
    assert due in _said(reading)


def test_a_row_that_may_be_another_or_stand_elsewhere_is_not_called_missing() -> None:
    cells = official(DISCLOSURE, some_values())
    unknown = [c._replace(text="地方章程" if c.text == "规章" else c.text) for c in cells]
    rest = _without("规章", cells)
    for reading in (
        _read(grid(unknown)),
        _read(grid(rest), Paragraph("规章 3 0 12")),
        _read(grid(rest), grid([GridCell(0, 0, "规章（件）"), GridCell(0, 1, "3", 3)], "另一表")),
    ):
        assert not reading.absent
        assert "3 格没有读到：规章×" in _missing(reading)
        assert any(message.startswith("“规章”行有3格") for message in _said(reading))


def test_a_strange_row_right_under_the_headings_is_told_too() -> None:
    cells = official(DISCLOSURE, some_values())
    reading = _read(grid([c._replace(text=c.text.replace("规章", "地方章程")) for c in cells]))
    told = [p.message for p in reading.problems if p.code == "row.unknown"]
    assert any(message.startswith("“地方章程”在表式中没有对应的项目") for message in told)


def test_a_row_that_lost_a_cell_was_there() -> None:
    cells = official(DISCLOSURE, some_values())
    label = next(cell for cell in cells if cell.text == "规章")
    short = [c for c in cells if (c.row, c.column) != (label.row, 3)]
    assert not _read(grid(short)).absent


def test_of_a_table_that_is_cut_off_no_row_is_called_missing() -> None:
    cells = [cell for cell in official(REQUESTS, some_values()) if cell.row < 10]
    reading = _read(grid([c._replace(rows=min(c.rows, 10 - c.row)) for c in cells]))
    assert not reading.absent
    assert "格没有读到" in _missing(reading)


def test_the_trial_form_has_not_all_cells_of_the_form_in_force() -> None:
    form = load_form("2019")
    values = {cell: place for place, cell in enumerate(form.cells, 1)}
    cells = official(form.tables[0], values)
    reading = _read(grid(cells))
    lacking = {cell.id for cell in DISCLOSURE.cells} - set(form.maps.values())
    assert reading.absent == dict.fromkeys(lacking, Absence.FORM)
    assert "来源用的是2019年试行格式，没有现行格式的 5 格（规章×本年废止件数、" in _missing(reading)
    (fees,) = [message for message in _said(reading) if "行政事业性收费" in message]
    assert fees.startswith("“行政事业性收费×本年收费金额”：来源用的是2019年试行格式，没有这一格，")
    less = _read(grid(_without("规章", cells))).absent
    assert {cell: less[cell] for cell in REGULATIONS} == {
        "disclosure.regulations.issued": Absence.ROW,
        "disclosure.regulations.repealed": Absence.FORM,
        "disclosure.regulations.in_force": Absence.FORM,
    }


def test_a_group_was_one_row_in_the_trial_form() -> None:
    older = load_form("2019").tables[0]
    cells = official(REQUESTS, some_values())
    first = next(cell.row for cell in cells if cell.text.startswith("（六）其他处理"))
    joined = [c for c in cells if not first <= c.row < first + 3]
    joined = [c._replace(rows=c.rows - (c.rows > 10) * 2) for c in joined]
    joined.append(GridCell(first, 1, "（六）其他处理", None, 1, 2))
    figures = [2, 0, 0, 0, 0, 0, 2]  # all of 0 they would be the zeros of its rows
    joined += [GridCell(first, 3 + place, str(n), n) for place, n in enumerate(figures)]
    requests = grid(sorted(joined), "第 2 个表格")
    with_older = _read(grid(official(older, {})), requests)
    others = {cell.id for cell in REQUESTS.cells if cell.row.id.startswith("other.")}
    assert {c for c in with_older.absent if c.startswith("requests.")} == others
    assert not _read(requests).absent  # of a form that has the rows it is a person's question
