"""The Word document: the report on the official template, set as the standard asks, and clean."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from gicapp.core.comparison import compare
from gicapp.core.grid import Grid
from gicapp.core.layout import Layout, PageNumber, TableSize
from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files.reading import content_of, read_source
from gicapp.files.word import build_document, export_document
from gicapp.form.values import NOT_APPLICABLE
from tests.files.word.documents import FORM, a_report, body, part, styled, tag, words
from tests.strategies import REPORTS


def texts_of(data: bytes) -> list[str]:
    return [text for _, text in styled(data)]


def style_of(data: bytes, style: str, path: str) -> dict[str, str]:
    """Return the attributes of an element of a style, by local name."""
    sheet = part(data, "word/styles.xml")
    found = sheet.find(f"{tag('style')}[@{tag('styleId')}='{style}']")
    assert found is not None
    element = found.find("/".join(tag(name) for name in path.split("/")))
    assert element is not None
    return {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}


def test_the_same_report_gives_the_same_bytes() -> None:
    assert build_document(a_report(), FORM) == build_document(a_report(), FORM)


def test_text_stands_under_its_heading_at_its_level() -> None:
    assert styled(build_document(a_report(), FORM)) == [
        ("ReportTitle", "某市统计局2023年政府信息公开工作年度报告"),
        ("BodyText", "本报告依据条例编制，所列数据统计期限为2023年1月1日至12月31日。"),
        ("Heading1", "一、总体情况"),
        ("BodyText", "综述。"),
        ("Heading2", "（一）主动公开"),
        ("BodyText", "公开12条。"),
        ("Heading3", "1.公开平台"),
        ("BodyText", "“网站”<运行>正常 & 稳定。"),
        ("Heading4", "（1）专栏"),
        ("Heading1", "二、主动公开政府信息情况"),
        ("Heading1", "三、收到和处理政府信息公开申请情况"),
        ("Heading1", "四、政府信息公开行政复议、行政诉讼情况"),
        ("Heading1", "五、存在的主要问题及改进情况"),
        ("BodyText", "问题。"),
        ("BodyText", "措施。"),
        ("Heading1", "六、其他需要报告的事项"),
        ("BodyText", "未收取信息处理费。"),
    ]


def test_text_of_a_table_section_stands_before_its_table() -> None:
    data = build_document(a_report(**{"2": "说明如下。"}), FORM)
    names = [child.tag.rpartition("}")[2] for child in body(data)]
    assert names[names.index("tbl") - 1] == "p"
    assert "说明如下。" in texts_of(data)


def test_a_long_title_breaks_before_its_year() -> None:
    report = a_report()
    report = replace(report, unit=replace(report.unit, name="广州开发区知识产权局"))
    title = next(iter(body(build_document(report, FORM)).iterfind(tag("p"))))
    assert [t.text for t in title.iter(tag("t"))] == [
        "广州开发区知识产权局",
        "2023年政府信息公开工作年度报告",
    ]


def test_the_page_is_a4_with_22_lines_of_28_characters() -> None:
    page = body(build_document(a_report(), FORM)).find(tag("sectPr"))
    assert page is not None
    margins = page.find(tag("pgMar"))
    assert margins is not None
    sides = {
        side: int(margins.get(tag(side), "")) / 1440 * 25.4
        for side in ("top", "bottom", "left", "right")
    }
    expected = {"top": 37, "bottom": 35, "left": 28, "right": 26}
    assert sides == pytest.approx(expected, abs=0.1)
    height = 16838 - int(margins.get(tag("top"), "")) - int(margins.get(tag("bottom"), ""))
    grid = page.find(tag("docGrid"))
    assert grid is not None
    assert height / int(grid.get(tag("linePitch"), "")) == 22
    pitch = 16 + int(grid.get(tag("charSpace"), "")) / 4096
    assert int((11906 - 1587 - 1474) / 20 / pitch) == 28


@pytest.mark.parametrize(
    ("style", "face", "half_points"),
    [
        ("ReportTitle", "方正小标宋简体", "44"),
        ("BodyText", "仿宋_GB2312", "32"),
        ("Heading1", "黑体", "32"),
        ("Heading2", "楷体_GB2312", "32"),
        ("Heading3", "仿宋_GB2312", "32"),
        ("TableFigure", "宋体", "21"),
        ("TableFigureSmall", "宋体", "18"),
        ("PageNumberOdd", "宋体", "28"),
    ],
)
def test_every_style_has_the_face_and_size_of_the_standard(
    style: str, face: str, half_points: str
) -> None:
    data = build_document(a_report(), FORM)
    assert style_of(data, style, "rPr/rFonts")["eastAsia"] == face
    assert style_of(data, style, "rPr/sz")["val"] == half_points


def test_headings_are_real_ones_with_outline_levels() -> None:
    data = build_document(a_report(), FORM)
    for level in (1, 2, 3):
        assert style_of(data, f"Heading{level}", "name")["val"] == f"heading {level}"
        outline = style_of(data, f"Heading{level}", "pPr/outlineLvl")
        assert outline["val"] == str(level - 1)


def test_no_paragraph_or_run_outside_tables_is_formatted_by_hand() -> None:
    for paragraph in body(build_document(a_report(), FORM)).iterfind(tag("p")):
        assert paragraph.find(f"{tag('r')}/{tag('rPr')}") is None
        assert not words(paragraph).startswith(("　", " "))


def test_header_rows_repeat_and_no_row_splits() -> None:
    tables = list(body(build_document(a_report(), FORM)).iterfind(tag("tbl")))
    for table, declared in zip(tables, FORM.tables, strict=True):
        rows = list(table.iterfind(tag("tr")))
        repeated = [row.find(f"{tag('trPr')}/{tag('tblHeader')}") is not None for row in rows]
        assert repeated == [line < declared.header_lines for line in range(declared.height)]
        assert all(row.find(f"{tag('trPr')}/{tag('cantSplit')}") is not None for row in rows)


def test_a_layout_is_followed() -> None:
    layout = Layout(
        lead=False,
        signature=True,
        date=date(2024, 3, 5),
        number="某统〔2024〕2号",
        pitch=Decimal(28),
        page_number=PageNumber.CENTRE,
        table_face="仿宋",
        table_size=TableSize.SMALL,
    )
    data = build_document(a_report(), FORM, layout)
    texts = texts_of(data)
    assert texts[:3] == [
        "某统〔2024〕2号",
        "某市统计局2023年政府信息公开工作年度报告",
        "一、总体情况",
    ]
    assert texts[-2:] == ["某市统计局", "2024年3月5日"]
    assert style_of(data, "Normal", "pPr/spacing")["line"] == "560"
    assert style_of(data, "PageNumberEven", "pPr/jc")["val"] == "center"
    assert style_of(data, "TableFigure", "rPr/rFonts")["eastAsia"] == "仿宋"
    assert style_of(data, "TableFigure", "rPr/sz")["val"] == "18"


def test_digits_can_have_the_face_of_the_text() -> None:
    data = build_document(a_report(), FORM, Layout(digit_face="仿宋_GB2312"))
    for style in ("BodyText", "Heading2", "TableFigure"):
        assert style_of(data, style, "rPr/rFonts")["ascii"] == "仿宋_GB2312"
    assert style_of(data, "ReportTitle", "rPr/rFonts")["ascii"] == "方正小标宋简体"


def test_the_signature_stands_centred_over_its_date() -> None:
    report = a_report()
    name = "某市某某区统计局政务办"  # 11 characters of 320 twips; the date has 7 digits of 160
    report = replace(report, unit=replace(report.unit, name=name))
    data = build_document(report, FORM, Layout(signature=True, date=date(2024, 1, 20)))
    right = int(style_of(data, "ReportSignature", "pPr/ind")["right"])
    assert right + 11 * 320 / 2 == 4 * 320 + (7 * 160 + 3 * 320) / 2


def test_a_table_that_no_longer_fits_a_page_begins_one_and_may_break() -> None:
    data = build_document(a_report(), FORM, Layout(table_size=TableSize.LARGE))
    heads = [p for p in body(data).iterfind(tag("p")) if _begins_page(p)]
    assert [words(head) for head in heads] == ["三、收到和处理政府信息公开申请情况"]
    assert style_of(data, "TableFigureSmall", "pPr/keepNext")["val"] == "0"


def _begins_page(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{tag('pPr')}/{tag('pageBreakBefore')}") is not None


def test_page_numbers_can_be_left_out() -> None:
    data = build_document(a_report(), FORM, Layout(page_number=PageNumber.NONE))
    assert body(data).find(f".//{tag('footerReference')}") is None


def test_nothing_of_who_where_and_when_is_in_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(build_document(a_report(), FORM))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        text = b"".join(archive.read(name) for name in archive.namelist()).decode()
    for word in ("creator", "lastModifiedBy", "created", "bookmark", "rsid", "{{", "altChunk"):
        assert word not in text


def test_a_signed_and_numbered_report_is_read_back_equal(tmp_path: Path) -> None:
    for signature in (False, True):
        layout = Layout(signature=signature, date=date(2024, 1, 2), number="某统〔2024〕2号")
        export_document(a_report(), FORM, tmp_path / "报告.docx", layout=layout)
    assert content_of((tmp_path / "报告.docx").read_bytes()).format == "docx"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(REPORTS)
def test_whatever_a_report_holds_it_is_read_back_equal(tmp_path: Path, report: Report) -> None:
    export_document(report, FORM, tmp_path / "报告.docx")


def test_characters_that_no_document_can_hold_are_left_out() -> None:
    data = build_document(a_report(**{"6": "未\x0b收\ufffe取\x1f。"}), FORM)
    assert texts_of(data)[-2:] == ["未", "收取。"]


def test_blank_slash_and_zero_stay_what_they_are(tmp_path: Path) -> None:
    cells = list(FORM.cells)[:3]
    values = dict(zip(cells, (None, NOT_APPLICABLE, 0), strict=True))
    report = replace(a_report(), values=MappingProxyType(values))
    export_document(report, FORM, tmp_path / "报告.docx")
    content = content_of((tmp_path / "报告.docx").read_bytes())
    grid = next(block for block in content.blocks if isinstance(block, Grid))
    here = {(cell.row, cell.column): cell.text for cell in grid.cells}
    boxes = [FORM.cells[cell].box for cell in cells]
    assert [here[box.line, box.column] for box in boxes] == ["", "/", "0"]


def test_the_exported_report_read_again_is_the_same_report(tmp_path: Path) -> None:
    export_document(a_report(), FORM, tmp_path / "报告.docx")
    reading = read_source(tmp_path / "报告.docx")
    assert {problem.code for problem in reading.problems} == {"total.differs"}  # as in the report
    assert compare(a_report(), reading, FORM) == ()
    assert len(reading.cells) == len(FORM.cells)


def test_an_export_that_reads_back_differently_leaves_the_earlier_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(b"earlier")
    other = build_document(replace(a_report(), values={}), FORM)
    monkeypatch.setattr("gicapp.files.word.document.pack_parts", lambda _: other)
    with pytest.raises(GicError, match="读回核对"):
        export_document(a_report(), FORM, path)
    assert path.read_bytes() == b"earlier"
