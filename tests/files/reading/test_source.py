from pathlib import Path

import pytest
from hypothesis import given

from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files.reading import read_clipboard, read_source
from gicapp.files.reading.own_report import read_report
from gicapp.files.store import pack, save_report
from tests.files.reading.sources import Table, page, xlsx
from tests.strategies import FORM, REPORTS, filled_with


@given(report=REPORTS)
def test_our_own_file_gives_the_report_that_was_saved(report: Report) -> None:
    reading = read_report(pack(report), "a.gic")
    assert {cell: reading.cells[cell] for cell in FORM.cells} == {
        cell: report.value(cell) for cell in FORM.cells
    }
    assert dict(reading.narrative) == dict(report.narrative)
    assert (reading.unit, reading.year, reading.problems) == (report.unit.name, report.year, ())


def test_our_own_file_is_known_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "报告.xlsx"
    save_report(path, filled_with(3))
    assert read_source(path).format == "gic"


def test_our_own_file_when_broken_gives_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.gic"
    path.write_bytes(pack(filled_with(3))[:-60])
    reading = read_source(path)
    assert reading.is_empty
    assert [problem.code for problem in reading.problems] == ["file.damaged"]


def test_a_file_that_cannot_be_opened_is_an_action_that_cannot_be_done(tmp_path: Path) -> None:
    with pytest.raises(GicError, match="没有"):
        read_source(tmp_path / "没有.xlsx")
    with pytest.raises(GicError, match="无法打开"):
        read_source(tmp_path)


def test_a_source_without_a_report_is_empty_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(Table({(0, 0): "别的表", (1, 1): 3})))
    reading = read_source(path)
    assert reading.is_empty
    assert reading.problems


def _official() -> Table:
    """Return the table of section four with a different number in each cell."""
    table = next(table for table in FORM.tables if table.section == 4)
    numbers = {box.cell: order for order, box in enumerate(table.boxes)}
    return Table(
        {(b.line, b.column): numbers[b.cell] if b.cell else b.text for b in table.boxes},
        [
            (b.line, b.column, b.line + b.lines - 1, b.column + b.columns - 1)
            for b in table.boxes
            if (b.lines, b.columns) != (1, 1)
        ],
    )


def test_a_table_gives_its_cells_from_a_file_and_from_the_clipboard(tmp_path: Path) -> None:
    path = tmp_path / "a.dat"
    path.write_bytes(xlsx(_official()))
    table = next(table for table in FORM.tables if table.section == 4)
    expected = {box.cell: order for order, box in enumerate(table.boxes) if box.cell}
    assert dict(read_source(path).cells) == expected
    assert dict(read_clipboard("", page(_official())).cells) == expected


def test_what_cannot_be_opened_is_told_in_chinese(tmp_path: Path) -> None:
    for path, reason in (
        (tmp_path / "没有.xlsx", "没有这个文件"),
        (tmp_path, "这是文件夹或设备"),
        (tmp_path / ("长" * 300), "文件名太长"),
        (tmp_path / "零\0.xlsx", "文件名不能这样写"),
    ):
        with pytest.raises(GicError, match=reason):
            read_source(path)
