"""Labels of a source that are not worded as the form prints them."""

from dataclasses import replace
from pathlib import Path

import pytest

from gicapp.core.checks.catalogue import check
from gicapp.core.finding import Finding, Severity
from gicapp.core.intake import report_of
from gicapp.files.export import export_report
from gicapp.files.reading import read_source
from gicapp.form.loader import load_form
from tests.strategies import filled_with

FORM = load_form()


def _page(folder: Path, *changes: tuple[str, str]) -> list[Finding]:
    path = folder / "报告.html"
    export_report(replace(filled_with(0), year=2024), path)
    text = path.read_text("utf-8")
    for official, found in changes:
        assert official in text
        text = text.replace(official, found)
    path.write_text(text, "utf-8")
    reading = read_source(path)
    assert len(reading.cells) == len(FORM.cells)
    found_ = check(FORM, report_of(reading), reading)
    return [f for f in found_ if f.rule == "structure.tables"]


@pytest.mark.parametrize("ending", ["docx", "xlsx", "html"])
def test_what_the_program_writes_has_the_official_labels(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"报告.{ending}"
    export_report(replace(filled_with(0), year=2024), path)
    assert read_source(path).labels == ()


@pytest.mark.parametrize(
    ("official", "found", "section"),
    [
        ("本年废止件数", "本年废纸件数", 2),
        ("2.其他法律行政法规禁止公开", "2.其他法律和行政法规禁止公开", 3),
        ("1.属于国家秘密", "1、属于国家秘密", 3),
        ("行政规范性文件", "规范性文件", 2),
        ("其他处理", "其它处理", 3),
    ],
)
def test_other_words_in_a_label_are_a_warning_that_names_both(
    tmp_path: Path, official: str, found: str, section: int
) -> None:
    (finding,) = _page(tmp_path, (official, found))
    assert (finding.severity, finding.section) == (Severity.WARNING, section)
    assert found in finding.message
    assert official in finding.message


def test_the_note_in_the_corner_is_a_label_too(tmp_path: Path) -> None:
    (finding,) = _page(tmp_path, ("勾稽关系", "钩稽关系"))
    assert "钩稽" in finding.message


@pytest.mark.parametrize(
    ("official", "found"),
    [
        ("1.属于国家秘密", "1．属于 国家秘密"),
        ("1.属于国家秘密", "属于国家秘密"),
        ("（三）不予公开", "( 三 )不予公开"),
        ("本年废止件数", "本年<br>废止件数"),
    ],
)
def test_layout_and_widths_and_numbers_left_out_are_no_other_words(
    tmp_path: Path, official: str, found: str
) -> None:
    assert _page(tmp_path, (official, found)) == []


def test_all_other_words_of_a_table_are_one_finding(tmp_path: Path) -> None:
    (finding,) = _page(tmp_path, ("1.属于国家秘密", "1、属于国家秘密"), ("其他处理", "其它处理"))
    assert "有2处" in finding.message
