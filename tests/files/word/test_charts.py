"""Charts in the document: native ones with their workbook, described, captioned, read past."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from gicapp.core.charts import ChartKind, chart_of
from gicapp.core.comparison import Difference, compare
from gicapp.core.layout import Layout
from gicapp.core.report import Report
from gicapp.files.reading import read_source
from gicapp.files.word import build_document, export_document
from tests.files.word.documents import FORM, a_report, body, styled, tag
from tests.files.word.test_own_template import own_template

ALL = Layout(charts=tuple(ChartKind))


def charted() -> Report:
    return replace(a_report(), prior=replace(a_report(), year=2022))


def test_each_chart_stands_below_its_table_with_a_caption() -> None:
    data = build_document(charted(), FORM, ALL)
    names = [child.tag.rpartition("}")[2] for child in body(data)]
    place = [i for i, name in enumerate(names) if name == "tbl"][1]
    assert names[place + 1 : place + 7] == ["p"] * 6
    captions = [text for style, text in styled(data) if style == "ReportCaption"]
    assert [caption[:2] for caption in captions] == ["图1", "图2", "图3"]


def test_each_chart_says_in_words_what_it_shows() -> None:
    drawings = body(build_document(charted(), FORM, ALL)).iter("{*}docPr")
    expected = [chart_of(kind, charted(), FORM).description for kind in ChartKind]
    assert [drawing.get("descr") for drawing in drawings] == expected


def test_each_chart_can_be_edited_with_its_own_workbook() -> None:
    with zipfile.ZipFile(io.BytesIO(build_document(charted(), FORM, ALL))) as archive:
        book = openpyxl.load_workbook(io.BytesIO(archive.read("word/embeddings/report1.xlsx")))
    chart = chart_of(ChartKind.RESULTS, charted(), FORM)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == list(chart.categories)
    assert [row[1] for row in rows[1:]] == list(chart.series[0].numbers)


@pytest.mark.parametrize("template", [None, own_template()])
def test_a_document_with_charts_is_read_back_equal(template: bytes | None, tmp_path: Path) -> None:
    own = tmp_path / "模板.docx"
    if template:
        own.write_bytes(template)

    def compared(layout: Layout) -> tuple[Difference, ...]:
        path = tmp_path / "报告.docx"
        export_document(charted(), FORM, path, own if template else None, layout)
        return compare(charted(), read_source(path), FORM)

    assert not [difference for difference in compared(ALL) if difference.cell]
    assert compared(ALL) == compared(Layout())  # their captions are no text of the report


def test_it_is_valid_and_the_same_twice(tmp_path: Path) -> None:
    data = build_document(charted(), FORM, ALL)
    assert data == build_document(charted(), FORM, ALL)
    (tmp_path / "报告.docx").write_bytes(data)
    result = OpenXmlValidator().validate(tmp_path / "报告.docx")
    assert [str(error) for error in result.errors] == []


def test_without_charts_nothing_of_them_is_left() -> None:
    data = build_document(charted(), FORM)
    assert body(data).find(f".//{tag('drawing')}") is None
