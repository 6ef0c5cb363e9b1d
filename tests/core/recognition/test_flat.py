"""Tables that lost their lines: read by their labels, never with a figure in the wrong place."""

from collections.abc import Callable

import pytest

from gicapp.core.content import Content, Paragraph
from gicapp.core.reading import Reading
from gicapp.core.recognition.interpretation import interpret
from gicapp.form.declaration import Table
from gicapp.form.loader import load_form
from gicapp.form.values import show
from tests.core.recognition.layouts import DISCLOSURE, DISPUTES, FORM, REQUESTS, some_values

VALUES = some_values(3)
Way = Callable[[Table, list[list[str]]], list[str]]


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


def _inferred(lines: list[str]) -> list[str]:
    """Return what is said about columns placed by their order."""
    return [p.message for p in _read(lines).problems if p.code == "label.inferred"]


def test_headings_that_all_stand_above_whole_rows_need_no_word() -> None:
    assert not _inferred([" ".join(line) for line in _lines(REQUESTS)])
    assert not _inferred([text for line in _lines(REQUESTS) for text in line])


def test_headings_over_no_column_are_told_where_a_row_is_not_whole() -> None:
    lines = [" ".join(line) for line in _lines(REQUESTS)]
    lines[3] = lines[3].rpartition(" ")[0]
    (told,) = _inferred(lines)
    assert "的表头不在各列之上，不能与列对应，已按表式的顺序读取为“自然人、商业企业" in told


@pytest.mark.parametrize("other", ["", "商页企业"])
def test_headings_that_are_missing_or_mistyped_are_told(other: str) -> None:
    texts = [text for line in _lines(REQUESTS) for text in line]
    (told,) = _inferred([other if text == "商业企业" else text for text in texts])
    assert "有 7 列没有表头，按表式的顺序读取为“自然人、商业企业" in told


def test_a_row_that_lacks_a_figure_is_left_out_and_told() -> None:
    lines = [" ".join(line) for line in _lines(REQUESTS)]
    lines[3] = lines[3].rpartition(" ")[0]
    reading = _read(lines)
    lost = {cell for cell in FORM.cells if FORM.cells[cell].row.id == "new"}
    assert not lost & set(reading.cells)
    assert all(reading.cells[cell] == VALUES[cell] for cell in reading.cells)
    assert "row.short" in {p.code for p in reading.problems}


def _padded(table: Table, lines: list[list[str]]) -> list[str]:
    """Return the lines of a table as web pages are stored: signs stand for what is merged."""
    return [f"| {' | '.join(line)} {'|' * (table.width - len(line) + 1)}" for line in lines]


def _cell_by_cell(table: Table, lines: list[list[str]]) -> list[str]:
    """Return a line for each cell, then one of signs for what is merged."""
    found = []
    for line in lines:
        found += [f"{cell} |" if cell else "|" for cell in line]
        found += ["|" * (table.width - len(line))] if len(line) < table.width else []
    return found


def _pieces(_table: Table, lines: list[list[str]]) -> list[str]:
    return [" | ".join(line) + " |" for line in lines]


WAYS = pytest.mark.parametrize("way", [_padded, _cell_by_cell, _pieces])


@WAYS
def test_cells_parted_by_signs(way: Way) -> None:
    for table in (DISCLOSURE, REQUESTS, DISPUTES):
        reading = _read(way(table, _lines(table)))
        assert dict(reading.cells) == {cell.id: VALUES[cell.id] for cell in table.cells}


@WAYS
def test_blank_cells_parted_by_signs_stay_blank_in_their_places(way: Way) -> None:
    lines = _lines(REQUESTS)
    lines[3][1:4] = ["", "", ""]
    reading = _read(way(REQUESTS, lines))
    blank = [f"requests.new.{column.id}" for column in REQUESTS.columns[:3]]
    assert dict(reading.cells) == {
        cell.id: None if cell.id in blank else VALUES[cell.id] for cell in REQUESTS.cells
    }


@WAYS
def test_a_row_with_a_label_the_form_has_not_never_gives_its_figures_to_another(way: Way) -> None:
    lines = _lines(REQUESTS)
    lines.insert(7, ["另行统计的申请", *"1234567"])
    reading = _read(way(REQUESTS, lines))
    assert dict(reading.cells) == {cell.id: VALUES[cell.id] for cell in REQUESTS.cells}
    assert any("另行统计的申请" in problem.message for problem in reading.problems)


@WAYS
def test_words_in_a_figure_s_place_are_read_as_what_they_are(way: Way) -> None:
    lines = _lines(REQUESTS)
    lines[3][1] = "22（其中当面申请16件）"
    reading = _read(way(REQUESTS, lines))
    assert reading.cells["requests.new.natural"] == 22
    assert "value.remark" in {p.code for p in reading.problems}


@WAYS
def test_the_tables_of_2019_parted_by_signs(way: Way) -> None:
    older = load_form("2019")
    table = older.table("disclosure")
    lines: list[list[str]] = [[] for _ in range(table.height)]
    for box in table.boxes:
        lines[box.line].append(box.text or "5")
    reading = _read(way(table, lines))
    assert reading.form == "2019"
    assert reading.cells["disclosure.licensing.decisions"] == 5


def test_text_around_tables_parted_by_signs_stays_text() -> None:
    table = _padded(DISCLOSURE, _lines(DISCLOSURE))
    text = [
        "某局2023年政府信息公开工作年度报告",
        "字体：大 | 中 | 小",
        "一、总体情况",
        "主动公开。",
    ]
    reading = _read([*text, "二、主动公开政府信息情况", *table, "五、存在的主要问题", "有问题。"])
    assert (reading.unit, reading.year) == ("某局", 2023)
    assert dict(reading.narrative) == {"1": "主动公开。", "5": "有问题。"}
    assert dict(reading.cells) == {cell.id: VALUES[cell.id] for cell in DISCLOSURE.cells}


@WAYS
def test_a_group_written_as_one_row_is_asked_about_and_never_joins_another_row(way: Way) -> None:
    lines = _lines(REQUESTS)
    place = next(i for i, line in enumerate(lines) if "（六）其他处理" in line)
    lines[place : place + 3] = [["（六）其他处理", *"1000001"]]
    reading = _read(way(REQUESTS, lines))
    asked = [p for p in reading.problems if p.code == "row.undecided"]
    assert len(asked) == 1
    assert "其他处理" in asked[0].message
    assert not [cell for cell in reading.cells if cell.startswith("requests.other.")]
    others = {cell.id for cell in REQUESTS.cells if not cell.row.id.startswith("other.")}
    assert {cell: VALUES[cell] for cell in others} == dict(reading.cells)


@WAYS
def test_a_group_written_as_one_row_of_zeros_is_0_in_each_of_its_rows(way: Way) -> None:
    lines = _lines(REQUESTS)
    place = next(i for i, line in enumerate(lines) if "（六）其他处理" in line)
    lines[place : place + 3] = [["（六）其他处理", *"0000000"]]
    reading = _read(way(REQUESTS, lines))
    rows = {cell.id for cell in REQUESTS.cells if cell.row.id.startswith("other.")}
    assert {cell: reading.cells[cell] for cell in rows} == dict.fromkeys(rows, 0)
    told = {problem.code: set(problem.cells) for problem in reading.problems}
    assert told["row.zero"] == rows
    assert "row.undecided" not in told


def test_figures_with_their_units_are_figures_of_their_rows() -> None:
    table = load_form("2019").table("disclosure")
    lines: list[list[str]] = [[] for _ in range(table.height)]
    for box in table.boxes:
        lines[box.line].append(box.text or "5")
    lines[-1][-2:] = ["12", "3065000.40元"]
    for flat in ([" ".join(line) for line in lines], [text for line in lines for text in line]):
        reading = _read(["二、主动公开政府信息情况", *flat, "三、收到和处理政府信息公开申请情况"])
        (told,) = (p.message for p in reading.problems if p.code == "form.unmapped")
        assert "采购项目数量 12；政府集中采购×采购总金额 3065000.40元" in told
        assert "row.short" not in {p.code for p in reading.problems}
        assert "2" not in reading.narrative


@pytest.mark.parametrize("amount", ["3.5万元", "3.5 万元", "３.５万元"])
def test_an_amount_with_its_unit_is_read(amount: str) -> None:
    lines = [text for line in _lines(DISCLOSURE) for text in line]
    lines[-1] = amount
    assert show(_read(lines).cells["disclosure.fees.amount"]) == "3.5"
