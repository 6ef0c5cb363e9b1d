"""The workbook: read back whole, live where it agrees, red where it does not."""

import io
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from gicapp.core.grid import Grid
from gicapp.core.recognition.recognise import recognise
from gicapp.core.report import Report
from gicapp.files.reading import content_of
from gicapp.files.xlsx import build_workbook
from gicapp.form.values import Value, show
from tests.files.word.documents import FORM, a_report
from tests.strategies import CELLS, VALUES

NEW = "requests.new.natural"


def read_back(data: bytes) -> dict[str, str]:
    """Return the text of every cell that the program finds in a workbook; blank cells as ""."""
    read: dict[str, str] = {}
    for grid in content_of(data).blocks:
        if isinstance(grid, Grid):
            here = grid.by_position()
            for cell, at in recognise(grid, FORM).cells.items():
                read[cell] = here[at].text if at in here else ""
    return read


def with_values(values: Mapping[str, Value]) -> Report:
    return replace(a_report(), values=MappingProxyType(dict(values)))


def test_last_year_beside_is_not_mistaken_for_this_year() -> None:
    report = replace(a_report(), prior=with_values({NEW: 99}))
    expected = {cell: show(report.value(cell)) for cell in FORM.cells}
    assert read_back(build_workbook(report, FORM)) == expected


@settings(max_examples=15, deadline=None)
@given(st.dictionaries(CELLS, VALUES, max_size=20))
def test_whatever_the_report_holds_it_is_read_back(values: dict[str, Value]) -> None:
    expected = {cell: show(values.get(cell)) for cell in FORM.cells}
    read = read_back(build_workbook(with_values(values), FORM))
    assert {cell: plain(text) for cell, text in read.items()} == {
        cell: plain(text) for cell, text in expected.items()
    }


def plain(text: str) -> str:
    """Write a number without needless zeros: Excel keeps 1.50 as 1.5."""
    return text if text in {"", "/"} else f"{Decimal(text).normalize():f}"


def test_a_total_that_agrees_is_a_formula_and_one_that_does_not_keeps_its_figure() -> None:
    parts = dict.fromkeys(FORM.totals[0].parts, 1)
    good = with_values({**parts, FORM.totals[0].cell: len(parts)})
    bad = with_values({**parts, FORM.totals[0].cell: 99})
    box = FORM.cells[FORM.totals[0].cell].box
    for report, is_formula in ((good, True), (bad, False)):
        book = openpyxl.load_workbook(io.BytesIO(build_workbook(report, FORM)))
        cell = book[FORM.table("requests").name].cell(3 + box.line, 1 + box.column)
        assert (cell.data_type == "f") is is_formula


def test_what_does_not_add_up_is_said_beside_it() -> None:
    parts = dict.fromkeys(FORM.totals[0].parts, 1)
    report = with_values({**parts, FORM.totals[0].cell: 99})
    book = openpyxl.load_workbook(io.BytesIO(build_workbook(report, FORM)), data_only=True)
    said = [cell.value for row in book[FORM.table("requests").name] for cell in row]
    assert f"差{99 - len(parts)}" in said


def test_labels_are_protected_and_figures_are_not() -> None:
    book = openpyxl.load_workbook(io.BytesIO(build_workbook(with_values({}), FORM)))
    for table in FORM.tables:
        sheet = book[table.name]
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        for box in table.boxes:
            cell = sheet.cell(3 + box.line, 1 + box.column)
            assert cell.protection.locked is not bool(box.cell)


def test_it_is_valid_without_an_author_and_the_same_twice(tmp_path: Path) -> None:
    data = build_workbook(a_report(), FORM)
    assert data == build_workbook(a_report(), FORM)
    (tmp_path / "数据.xlsx").write_bytes(data)
    result = OpenXmlValidator().validate(tmp_path / "数据.xlsx")
    assert [str(error) for error in result.errors if error.severity.name == "ERROR"] == []
    properties = openpyxl.load_workbook(io.BytesIO(data)).properties
    assert not properties.creator
