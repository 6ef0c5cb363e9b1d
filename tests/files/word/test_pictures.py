"""Pictures in the document: in line, described, within the type area, proven, read past."""

import io
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from gicapp.core.charts import ChartKind
from gicapp.core.comparison import compare
from gicapp.core.layout import Layout
from gicapp.core.report import Report
from gicapp.core.text.picture import picture_of
from gicapp.errors import GicError
from gicapp.files.reading import read_source
from gicapp.files.word import build_document, export_document
from gicapp.files.word.pictures import pictures_of
from gicapp.files.word.proof import Meant, prove
from tests.core.pictures import jpeg_headers, png
from tests.files.word.documents import FORM, a_report, body, styled
from tests.files.word.test_own_template import own_template
from tests.strategies import illustrated

WIDE, SMALL = picture_of(jpeg_headers(3000, 2000)), picture_of(png(20, 10))
_EMU = 36_000


def pictured() -> Report:
    return illustrated(a_report(), WIDE, SMALL, WIDE)


def test_pictures_stand_with_their_captions_described_and_within_the_type_area() -> None:
    data = build_document(pictured(), FORM)
    styles = [style for style, _ in styled(data)]
    place = styles.index("ReportPicture")
    assert styles[place : place + 6] == ["ReportPicture", "ReportCaption"] * 3
    assert [said.get("descr") for said in body(data).iter("{*}docPr")] == ["图题"] * 3
    widths = [int(frame.get("cx", "")) / _EMU for frame in body(data).iter("{*}extent")]
    assert widths == pytest.approx([156, 20 / 96 * 25.4, 156], abs=0.01)


def test_a_picture_that_is_shown_twice_is_in_the_document_once() -> None:
    data = build_document(pictured(), FORM)
    assert list(pictures_of(data)) == [WIDE.data, SMALL.data, WIDE.data]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert len([name for name in archive.namelist() if "media/" in name]) == 2


@pytest.mark.parametrize("template", [None, own_template()])
def test_a_document_with_pictures_is_proven_and_read_back_with_a_remark(
    template: bytes | None, tmp_path: Path
) -> None:
    own = tmp_path / "模板.docx"
    if template:
        own.write_bytes(template)
    path = tmp_path / "报告.docx"
    export_document(pictured(), FORM, path, own if template else None)
    reading = read_source(path)
    assert not [d for d in compare(pictured(), reading, FORM) if d.section == "5"]
    assert "picture.left" in [problem.code for problem in reading.problems]


def test_a_document_without_a_picture_that_was_meant_is_not_let_out() -> None:
    data = build_document(a_report(), FORM)
    with pytest.raises(GicError, match="图片"):
        prove(data, Meant({}, [], meant_all(data), [WIDE.data]), FORM)


def meant_all(data: bytes) -> Counter[str]:
    return Counter(text.strip() for _, text in styled(data) if text.strip())


def test_pictures_and_charts_together_are_valid_and_the_same_each_time(tmp_path: Path) -> None:
    report = replace(pictured(), prior=replace(a_report(), year=2022))
    layout = Layout(charts=tuple(ChartKind))
    data = build_document(report, FORM, layout)
    assert data == build_document(report, FORM, layout)
    path = tmp_path / "报告.docx"
    path.write_bytes(data)
    assert OpenXmlValidator().validate(path).is_valid
    numbers = [part.get("id") for part in body(data).iter("{*}docPr")]
    assert len(numbers) == len(set(numbers))
