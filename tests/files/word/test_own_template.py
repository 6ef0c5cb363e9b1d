"""A unit's own template: letterhead, faces and last year's words; filled in place, or refused."""

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from gicapp.core.layout import Layout
from gicapp.errors import GicError
from gicapp.files.package import pack_parts, unpack_parts
from gicapp.files.word import build_document, export_document
from gicapp.form.declaration import Table
from tests.files.word.documents import FORM, a_report, body, tag, words

_BODY = "上年的正文。"


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@cache
def own_template() -> bytes:
    """Return last year's report of a unit, made in Word by hand: other styles, other widths."""
    document = docx.Document()
    letterhead = document.add_table(1, 1)
    letterhead.cell(0, 0).text = "某市统计局文件"
    document.add_paragraph("某统〔2023〕9号")
    title = document.add_paragraph("某市统计局2022年政府信息公开工作年度报告")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("上年的导语。")
    for section in FORM.sections:
        heading = document.add_paragraph()
        heading.add_run(section.heading[:2]).bold = True
        heading.add_run(section.heading[2:]).bold = True
        if section.table:
            _add_table(document, FORM.table(section.table))
            document.add_paragraph()
        else:
            run = document.add_paragraph().add_run(_BODY)
            run.font.size = Pt(15)
    document.add_paragraph("联系人：{{单位}}办公室")
    document.core_properties.author = "张三"
    return saved(document)


def _add_table(document: Document, table: Table) -> None:
    made = document.add_table(table.height, table.width)
    cells = made._cells  # cell() rebuilds all of them at each call
    for box in table.boxes:
        first = cells[box.line * table.width + box.column]
        last = cells[(box.line + box.lines - 1) * table.width + box.column + box.columns - 1]
        if first is not last:
            first = first.merge(last)
        first.text = box.text or "7"


def changed(data: bytes, change: Callable[[etree._Element], None]) -> bytes:
    parts = unpack_parts(data)
    root = etree.fromstring(parts["word/document.xml"])
    change(root)
    return pack_parts({**parts, "word/document.xml": etree.tostring(root)})


def paragraphs(data: bytes) -> Iterator[etree._Element]:
    return body(data).iterfind(tag("p"))


def test_it_is_filled_in_place() -> None:
    data = build_document(a_report(), FORM, template=own_template())
    texts = [words(paragraph) for paragraph in paragraphs(data)]
    assert texts[:4] == [
        "某统〔2023〕9号",
        "某市统计局2023年政府信息公开工作年度报告",
        "本报告依据条例编制，所列数据统计期限为2023年1月1日至12月31日。",
        "一、总体情况",
    ]
    assert texts[-1] == "联系人：某市统计局办公室"
    assert _BODY not in texts
    assert "上年的导语。" not in texts


def test_it_is_read_back_equal(tmp_path: Path) -> None:
    template = tmp_path / "模板.docx"
    template.write_bytes(own_template())
    export_document(a_report(), FORM, tmp_path / "报告.docx", template)
    assert (tmp_path / "报告.docx").exists()


def test_an_exported_report_is_a_template_that_gives_the_same_report() -> None:
    once = build_document(a_report(), FORM)
    assert build_document(a_report(), FORM, template=once) == once


def test_last_years_figures_give_way() -> None:
    last_year = build_document(replace(a_report(), values={}, narrative={}), FORM)
    texts = [words(p) for p in paragraphs(build_document(a_report(), FORM, template=last_year))]
    assert texts == [words(p) for p in paragraphs(build_document(a_report(), FORM))]


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(["delete", "repeat", "blank"]))
def test_a_damaged_template_is_filled_truly_or_refused(random: Random, how: str) -> None:
    def damage(root: etree._Element) -> None:
        hit = random.choice([part for part in root.iter() if part.getparent() is not None])
        if how == "repeat":
            hit.addnext(deepcopy(hit))
        elif how == "blank":
            hit.text = ""
        else:
            hit.getparent().remove(hit)  # type: ignore[union-attr] # it has one

    template = changed(own_template(), damage)
    with TemporaryDirectory() as folder, suppress(GicError):
        own = Path(folder) / "模板.docx"
        own.write_bytes(template)
        export_document(a_report(), FORM, Path(folder) / "报告.docx", own)
        assert (Path(folder) / "报告.docx").exists()


def test_new_text_looks_like_the_text_that_stood_there() -> None:
    data = build_document(a_report(), FORM, template=own_template())
    new = next(p for p in paragraphs(data) if words(p) == "措施。")
    size = new.find(f".//{tag('sz')}")
    assert size is not None
    assert size.get(tag("val")) == "30"


def test_its_author_does_not_come_along() -> None:
    data = build_document(a_report(), FORM, template=own_template())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any("thumbnail" in name for name in archive.namelist())
        assert "张三" not in archive.read("docProps/core.xml").decode()


def test_placeholders_are_replaced_even_where_word_split_them_into_runs() -> None:
    document = docx.Document(io.BytesIO(own_template()))
    paragraph = document.paragraphs[0]
    paragraph.text = ""
    for piece in ("{{", "文", "号}}", "　", "{{年份}}"):
        paragraph.add_run(piece)
    data = build_document(
        a_report(), FORM, Layout(number="某统〔2024〕2号"), template=saved(document)
    )
    assert words(next(paragraphs(data))) == "某统〔2024〕2号　2023"


def test_a_title_over_two_paragraphs_loses_its_first_one() -> None:
    document = docx.Document(io.BytesIO(own_template()))
    title = document.paragraphs[1]
    title.text = "2022年政府信息公开工作年度报告"
    first = title.insert_paragraph_before("某市统计局")
    first.alignment = WD_ALIGN_PARAGRAPH.CENTER
    data = build_document(a_report(), FORM, template=saved(document))
    assert [words(paragraph) for paragraph in paragraphs(data)][:2] == [
        "某统〔2023〕9号",
        "某市统计局2023年政府信息公开工作年度报告",
    ]


def test_a_title_placeholder_is_replaced() -> None:
    document = docx.Document(io.BytesIO(own_template()))
    document.paragraphs[1].text = "{{标题}}"
    data = build_document(a_report(), FORM, template=saved(document))
    assert words(list(paragraphs(data))[1]) == "某市统计局2023年政府信息公开工作年度报告"


def remove_heading(root: etree._Element) -> None:
    for paragraph in list(root.iter(tag("p"))):
        if words(paragraph) == "五、存在的主要问题及改进情况":
            paragraph.getparent().remove(paragraph)  # type: ignore[union-attr] # it has one


def remove_table(root: etree._Element) -> None:
    table = list(root.iter(tag("tbl")))[-1]
    table.getparent().remove(table)  # type: ignore[union-attr] # it has one


def add_placeholder(root: etree._Element) -> None:
    next(root.iter(tag("t"))).text = "{{局长}}"


def track_a_change(root: etree._Element) -> None:
    next(root.iter(tag("p"))).append(root.makeelement(tag("ins")))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (remove_heading, "没有找到标题“五、存在的主要问题及改进情况”"),
        (remove_table, "没有找到“政府信息公开行政复议、行政诉讼情况表”"),
        (add_placeholder, "不认识的占位符“{{局长}}”"),
        (track_a_change, "修订痕迹"),
    ],
)
def test_what_is_missing_is_said_before_anything_is_written(
    change: Callable[[etree._Element], None], said: str, tmp_path: Path
) -> None:
    template = tmp_path / "模板.docx"
    template.write_bytes(changed(own_template(), change))
    with pytest.raises(GicError, match=said):
        export_document(a_report(), FORM, tmp_path / "报告.docx", template)
    assert not (tmp_path / "报告.docx").exists()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rubbish", b"\xd0\xcf\x11\xe0old word file"])
def test_what_is_no_template_is_refused_in_chinese(data: bytes) -> None:
    with pytest.raises(GicError, match="模板"):
        build_document(a_report(), FORM, template=data or b"x")


def test_a_template_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(GicError, match="无法打开模板"):
        export_document(a_report(), FORM, tmp_path / "报告.docx", tmp_path / "没有.docx")
