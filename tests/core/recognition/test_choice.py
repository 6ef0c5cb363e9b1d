"""Several years or units in one source: asked, never guessed; what is asked for is taken."""

import pytest

from gicapp.core.content import Content, Paragraph
from gicapp.core.grid import Doubt, Grid, GridCell
from gicapp.core.reading import Reading
from gicapp.core.recognition.interpretation import interpret
from gicapp.form.loader import load_form
from tests.core.recognition.layouts import (
    DISCLOSURE,
    DISPUTES,
    FORM,
    REQUESTS,
    figure,
    grid,
    official,
    one_sheet,
    some_values,
)

OLD, NEW = some_values(1), some_values(2)


def _sheet(name: str, seed: int) -> Grid:
    return grid(one_sheet(some_values(seed)), f"工作表“{name}”")


def _codes(reading: Reading) -> set[str]:
    return {problem.code for problem in reading.problems}


def _two(first: str, second: str) -> Content:
    return Content("xlsx", (_sheet(first, 1), _sheet(second, 2)))


def test_a_workbook_of_two_years_asks_which() -> None:
    reading = interpret(_two("2022年", "2023年"))
    assert not reading.cells
    assert "choose.year" in _codes(reading)


@pytest.mark.parametrize(("year", "values"), [(2022, OLD), (2023, NEW)])
def test_the_year_asked_for_is_taken(year: int, values: dict[str, int]) -> None:
    reading = interpret(_two("2022年", "2023年"), year=year)
    assert dict(reading.cells) == dict(values)
    assert reading.year == year


def test_a_workbook_of_two_units_asks_which() -> None:
    content = _two("甲县教育局", "甲县公安局")
    assert "choose.unit" in _codes(interpret(content))
    reading = interpret(content, unit="甲县公安局")
    assert dict(reading.cells) == dict(NEW)
    assert reading.unit == "甲县公安局"


def test_two_tables_that_claim_a_cell_differently_leave_it_out() -> None:
    values = {**OLD, "requests.new.natural": 999}
    sheets = (_sheet("A", 1), grid(one_sheet(values), "工作表“B”"))
    reading = interpret(Content("xlsx", sheets))
    conflicts = [p for p in reading.problems if p.code == "cell.conflict"]
    assert [p.cells for p in conflicts] == [("requests.new.natural",)]
    assert dict(reading.cells) == {c: v for c, v in OLD.items() if c != "requests.new.natural"}


def _wide() -> Grid:
    cells = [GridCell(0, 0, "单位")]
    for column, cell in enumerate(FORM.cells.values(), 1):
        table = FORM.table(cell.table)
        group = f"{cell.row.group}·" if cell.row.group else ""
        cells.append(GridCell(0, column, table.name))
        cells.append(GridCell(1, column, f"{group}{cell.row.label}"))
        cells.append(GridCell(2, column, cell.column.label))
        cells.append(figure(3, column, OLD[cell.id]))
        cells.append(figure(4, column, NEW[cell.id]))
    return grid([*cells, GridCell(3, 0, "甲县教育局"), GridCell(4, 0, "甲县公安局")])


def test_a_sheet_with_a_line_for_each_unit_asks_which() -> None:
    content = Content("xlsx", (_wide(),))
    assert "choose.unit" in _codes(interpret(content))
    assert not interpret(content).cells
    reading = interpret(content, unit="甲县公安局")
    assert dict(reading.cells) == dict(NEW)
    assert reading.unit == "甲县公安局"


def test_another_year_and_another_unit_than_asked_for_are_told() -> None:
    title = Paragraph("某县财政局2022年政府信息公开工作年度报告")
    content = Content("docx", (title, _sheet("1", 1)))
    assert {"year.other", "unit.other"} <= _codes(interpret(content, year=2021, unit="教育局"))


def test_a_hidden_sheet_gives_way_to_a_visible_one_and_is_told() -> None:
    cells = [c._replace(doubt=Doubt.HIDDEN) for c in one_sheet(NEW)]
    hidden = Grid("工作表“旧”", tuple(cells), hidden=True)
    reading = interpret(Content("xlsx", (hidden, _sheet("1", 1))))
    assert dict(reading.cells) == dict(OLD)
    assert "value.hidden" in _codes(reading)


def test_a_total_that_differs_from_its_parts_is_kept_and_told() -> None:
    values = {**OLD, "disputes.review.total": 999}
    reading = interpret(Content("xlsx", (grid(official(DISPUTES, values)),)))
    assert reading.cells["disputes.review.total"] == 999
    told = [p.cells for p in reading.problems if p.code == "total.differs"]
    assert told == [("disputes.review.total",)]


def test_a_row_of_a_page_that_lacks_a_cell_is_left_out_whole() -> None:
    cells = [c for c in official(REQUESTS, OLD) if not (c.row == 3 and c.column == 9)]
    page = interpret(Content("html", (grid(cells),)))
    assert not [cell for cell in page.cells if FORM.cells[cell].row.id == "new"]
    assert "row.short" in _codes(page)
    sheet = interpret(Content("xlsx", (grid(cells),)))
    assert sheet.cells["requests.new.natural"] == OLD["requests.new.natural"]
    assert sheet.cells["requests.new.total"] is None


def test_a_formula_without_a_result_is_worked_out_where_it_is_a_sum() -> None:
    cells = [
        c._replace(text="", number=None, doubt=Doubt.FORMULA, formula="=SUM(D4:I4)")
        if c.row == 3 and c.column == 9
        else c
        for c in official(REQUESTS, OLD)
    ]
    reading = interpret(Content("xlsx", (grid(cells),)))
    assert reading.cells["requests.new.total"] == OLD["requests.new.total"]
    assert "value.recomputed" in _codes(reading)


def test_the_tables_of_2019_are_mapped_and_what_has_no_equal_is_told() -> None:
    form = load_form("2019")
    values = {cell: place for place, cell in enumerate(form.cells, 1)}
    title = Paragraph("某市2020年政府信息公开工作年度报告")
    table = grid(official(form.tables[0], values))
    reading = interpret(Content("docx", (title, table, grid(official(REQUESTS, OLD)))))
    assert reading.form == "2019"
    expected = {new: values[old] for old, new in form.maps.items()}
    assert {c: v for c, v in reading.cells.items() if c.startswith("disclosure")} == expected
    assert "form.unmapped" in _codes(reading)
    late = interpret(Content("docx", (Paragraph("某市2022年政府信息公开工作年度报告"), table)))
    assert "form.outdated" in _codes(late)


def test_what_has_no_equal_is_told_as_it_stands() -> None:
    form = load_form("2019")
    written = dict.fromkeys(form.cells, "")
    written |= {"disclosure.procurement.purchases": "12", "disclosure.fees.items": "/"}
    written["disclosure.procurement.spent"] = "3065000.40元"
    table = Grid(
        "第 1 个表格",
        tuple(
            c._replace(text=written.get(box.cell, c.text) if box.cell else c.text, number=None)
            for box, c in zip(form.tables[0].boxes, official(form.tables[0], {}), strict=True)
        ),
    )
    (told,) = (
        p for p in interpret(Content("docx", (table,))).problems if p.code == "form.unmapped"
    )
    assert told.message.partition("没有读取：")[2] == (
        "行政事业性收费×上一年项目数量 /；"
        "政府集中采购×采购项目数量 12；政府集中采购×采购总金额 3065000.40元。"
    )


def test_a_label_close_to_two_official_ones_is_not_taken_and_told() -> None:
    cells = [
        c._replace(text=c.text.replace("行政许可", "行政处可")) for c in official(DISCLOSURE, OLD)
    ]
    reading = interpret(Content("xlsx", (grid(cells),)))
    assert "disclosure.licensing.decisions" not in reading.cells
    assert "label.doubtful" in _codes(reading)


def test_the_statistics_table_of_2018_is_refused_and_explained() -> None:
    rows = [("主动公开政府信息数", "120"), ("同意公开答复数", "3"), ("申请信息不存在数", "1")]
    cells = [
        GridCell(row, column, text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    reading = interpret(Content("docx", (grid(cells),)))
    assert reading.is_empty
    assert "form.superseded" in _codes(reading)


def test_a_figure_that_another_table_leaves_blank_is_taken_and_told() -> None:
    empty = grid(official(REQUESTS, {}), "第 1 个表格")
    filled = grid(official(REQUESTS, NEW), "第 2 个表格")
    reading = interpret(Content("docx", (empty, filled)))
    told = {c for p in reading.problems if p.code == "cell.blank_elsewhere" for c in p.cells}
    assert told == {cell.id for cell in REQUESTS.cells}
    assert all(reading.cells[cell] == NEW[cell] for cell in told)


def test_a_flood_of_mistyped_labels_is_no_report() -> None:
    labels = [box.text for table in FORM.tables for box in table.boxes if len(box.text) > 5]
    texts = {label[:at] + chr(0x4E00 + at) + label[at + 1 :] for label in labels for at in range(5)}
    texts |= {text[:-1] + chr(0x5E00 + at) for text in texts for at in range(40)}
    cells = [GridCell(at // 10, at % 10, text) for at, text in enumerate(sorted(texts))]
    figures = [figure(at, 10, at + 1) for at in range(9)]
    reading = interpret(Content("xlsx", (grid([*cells, *figures]),)))
    assert not reading.cells
    assert "table.unknown" in _codes(reading)
    assert "label.slip" not in _codes(reading)
