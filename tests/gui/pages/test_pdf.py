import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

from gicapp.core.layout import Layout, PageNumber
from gicapp.core.report import Report, Unit
from gicapp.errors import GicError
from gicapp.gui.pages.composition import compose
from gicapp.gui.pages.fonts import METRIC
from gicapp.gui.pages.pdf import build_pdf, export_pdf, searchable, without_date
from tests.strategies import FORM, filled_with

pytestmark = pytest.mark.usefixtures("qapp")

REPORT = Report(
    unit=Unit("某某局"),
    year=2023,
    values=filled_with(5).values,
    narrative={"1": "（一）主动公开\n2023年公开信息154条。", "6": "无其他需要报告的事项。"},
)
ELSEWHERE = """
from gicapp.form.loader import load_form
from gicapp.gui.pages.pdf import build_pdf
from tests.gui.pages.test_pdf import REPORT
import sys
sys.stdout.buffer.write(build_pdf(REPORT, load_form()))
"""


def test_the_file_has_the_pages_that_the_preview_shows() -> None:
    pages = compose(REPORT, FORM, METRIC).pages
    assert len(re.findall(rb"/Type /Page\b(?!s)", build_pdf(REPORT, FORM))) == len(pages)


def test_the_file_names_the_title_and_no_author_time_or_machine() -> None:
    data = build_pdf(REPORT, FORM)
    title = "某某局2023年政府信息公开工作年度报告".encode("utf-16-be")
    assert title in re.sub(rb"\\(.)", rb"\1", data)
    for secret in (b"/Author", b"/CreationDate", b"/ModDate", str(Path.home()).encode()):
        assert secret not in data


def test_the_places_of_the_objects_still_hold() -> None:
    data = build_pdf(REPORT, FORM)
    start = int(data.rpartition(b"startxref\n")[2].split()[0])
    assert data[start:].startswith(b"xref")
    places = re.findall(rb"(\d{10}) 00000 n", data[start:])
    for number, place in enumerate(places, 1):
        assert data[int(place) :].startswith(b"%d 0 obj" % number)


def test_the_same_report_gives_the_same_bytes_in_every_run() -> None:
    here = build_pdf(REPORT, FORM)
    assert build_pdf(REPORT, FORM) == here
    bare = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", ELSEWHERE]
    runs = [
        subprocess.run(command, env=bare, cwd=root, capture_output=True, check=True).stdout
        for _ in range(2)
    ]
    assert runs == [here, here]


def test_the_layout_is_honoured() -> None:
    assert build_pdf(REPORT, FORM, Layout(page_number=PageNumber.NONE)) != build_pdf(REPORT, FORM)


def test_the_date_gives_way_to_blanks_of_the_same_length() -> None:
    data = b"<<\n/Producer (Qt)\n/CreationDate (D:20261124022341Z)\n>>"
    assert without_date(data) == b"<<\n/Producer (Qt)\n" + b" " * 33 + b"\n>>"


def test_radicals_that_look_like_characters_are_noted_as_characters() -> None:
    codes = b"<0001> <0003> [<2F00> <4E8C> <2F08> ]"
    assert searchable(codes) == b"<0001> <0003> [<4E00> <4E8C> <4EBA> ]"


def test_other_parts_of_the_file_are_left_alone() -> None:
    other = b"<0001> <0001> <2F00> stream [<2F00"
    assert searchable(other) == other


def test_without_a_chinese_font_nothing_is_written_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda _system: [])
    with pytest.raises(GicError, match="没有中文字体"):
        export_pdf(REPORT, FORM, tmp_path / "年报.pdf")
    assert list(tmp_path.iterdir()) == []


def test_an_export_writes_the_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "年报.pdf"
    export_pdf(REPORT, FORM, target)
    assert target.read_bytes() == build_pdf(REPORT, FORM)
