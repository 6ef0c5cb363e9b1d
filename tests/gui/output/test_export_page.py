"""The page of the export: one key for the same as last time, every question at once."""

from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetText, SetValue
from gicapp.core.charts import ChartKind
from gicapp.core.finding import Severity
from gicapp.core.layout import STANDARD, Layout, PageNumber, TableSize
from gicapp.errors import GicError
from gicapp.files.opening import open_any
from gicapp.gui.background import Work
from gicapp.gui.documents import settings
from gicapp.gui.output.export_choices import ExportChoices, Kind, load_choices, store_choices
from gicapp.gui.output.export_page import ExportPage
from gicapp.gui.session import Session
from gicapp.gui.window import Window
from gicapp.resources import resource
from tests.gui.conftest import Answers
from tests.gui.gate import Gate, hold, until, waiting_bar


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    settings().remove("export")
    yield
    settings().remove("export")


def _printed(window: Window) -> list[str]:
    pages = window.guide.preview.pane.view.pages
    return [passage.text for page in pages for passage in page.passages]


def _composed(window: Window) -> list[str]:
    """Return the texts of the pages as they are now, not as they were last shown."""
    pages = window.guide.preview.pane.booklet.pages
    return [passage.text for page in pages for passage in page.passages]


@pytest.fixture
def exporting(window: Window, tmp_path: Path) -> ExportPage:
    page = window.guide.export()
    page.folder.setText(str(tmp_path))
    page.name.setText("年报")
    return page


def test_the_same_as_last_time_is_one_key(
    window: Window, exporting: ExportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(exporting.export_button.hasFocus)
    qtbot.keyClick(exporting.export_button, Qt.Key.Key_Return)
    qtbot.waitUntil((tmp_path / "年报.docx").exists)
    assert "已导出“年报.docx”" in window.message.text.text()
    assert not window.guide.preview.is_shown


def test_every_kind_is_written_at_once(
    exporting: ExportPage, session: Session, tmp_path: Path
) -> None:
    for box in exporting.kinds.values():
        box.setChecked(True)
    exporting.export()
    written = {path.name for path in tmp_path.iterdir()}
    assert {"年报.docx", "年报.pdf", "年报.html", "年报.xlsx", "年报（核校单）.docx"} <= written
    again = open_any(tmp_path / "年报.docx").report
    assert dict(again.values) == dict(session.report.values)


def test_gaps_of_the_outline_are_told_before_and_after(
    exporting: ExportPage, session: Session, window: Window
) -> None:
    session.edit("写", [SetText("5", "一是【请填写问题】；二是【请填写问题】。")])
    session.edit("改", [SetValue("requests.granted.natural", 77)])
    session.check_now()
    told = "还有 2 处【请填写…】没有写，会原样印出来。"
    assert told in exporting.note.text()
    left = session.count(Severity.ERROR) - 2
    assert f"{told}还有 {left} 处错误没有改正。" in exporting.note.text()
    assert exporting.export_button.text() == "仍然导出"
    assert exporting.leave_button.text() == "返回填写"
    exporting.export()
    assert "其中还有 2 处【请填写…】没有写" in window.message.text.text()


def test_blanks_are_told_before_and_stay_blank(
    exporting: ExportPage, session: Session, tmp_path: Path
) -> None:
    assert exporting.export_button.text() == "导出"
    session.edit("空", [SetValue("requests.granted.research", None)])
    left = exporting.blanks()
    assert f"还有 {left} 格未填" in exporting.note.text()
    assert exporting.export_button.accessibleDescription() == exporting.note.text()
    assert exporting.export_button.text() == "仍然导出"
    assert exporting.leave_button.text() == "返回填写"
    exporting.export()
    again = open_any(tmp_path / "年报.docx").report
    assert again.value("requests.granted.research") is None


def test_going_back_to_fill_in_writes_nothing(
    window: Window, exporting: ExportPage, session: Session, tmp_path: Path
) -> None:
    session.edit("空", [SetValue("requests.granted.research", None)])
    before = set(tmp_path.iterdir())
    exporting.leave_button.click()
    assert set(tmp_path.iterdir()) == before
    assert window.workspace.shown_page is window.workspace.page(0)


def test_a_file_that_would_be_replaced_is_named(exporting: ExportPage, tmp_path: Path) -> None:
    (tmp_path / "年报.docx").write_bytes(b"")
    exporting.name.setText("")
    exporting.name.setText("年报")
    assert "将替换已有的“年报.docx”" in exporting.note.text()


def test_where_the_share_does_not_answer_the_page_comes_and_says_later_what_is_replaced(
    window: Window, tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "乙.docx").write_bytes(b"")
    hold(monkeypatch, gate, "gicapp.gui.output.standing.is_there")
    page = window.guide.export()
    page.folder.setText(str(tmp_path))
    page.name.setText("甲")
    assert gate.reached.wait(30)
    page.name.setText("乙")
    assert "将替换" not in page.note.text()
    gate.opened.set()
    qtbot.waitUntil(lambda: "将替换已有的“乙.docx”" in page.note.text())
    page.name.setText("丙")
    assert "将替换" not in page.note.text()


def test_the_layout_is_shown_in_the_preview_and_kept(
    window: Window, exporting: ExportPage, qtbot: QtBot
) -> None:
    exporting.fields.signature.setChecked(True)
    exporting.fields.number.setText("×知公开〔2025〕1号")
    exporting.fields.page_number.setCurrentIndex(list(PageNumber).index(PageNumber.CENTRE))
    qtbot.waitUntil(lambda: any("〔2025〕1号" in text for text in _printed(window)))
    exporting.export()
    kept = load_choices(settings())
    assert kept.layout.signature
    assert kept.layout.page_number is PageNumber.CENTRE
    assert kept.layout.number == ""


def test_every_choice_of_the_layout_can_be_shown_and_means_what_it_says(
    window: Window, exporting: ExportPage
) -> None:
    fields = exporting.fields
    assert fields.chosen == STANDARD
    for n, number in enumerate(PageNumber):
        for size, table_size in enumerate(TableSize):
            fields.page_number.setCurrentIndex(n)
            fields.table_size.setCurrentIndex(size)
            assert fields.chosen.page_number is number
            assert fields.chosen.table_size is table_size
            assert any("— 1 —" in text for text in _composed(window)) is (number != "none")


def test_an_own_template_that_cannot_be_filled_is_refused_when_it_is_chosen(
    window: Window, exporting: ExportPage, answers: Answers, tmp_path: Path
) -> None:
    import docx

    docx.Document().save(str(tmp_path / "空.docx"))
    answers.to_open = [tmp_path / "空.docx"]
    exporting.templates.activated.emit(exporting.templates.count() - 1)
    assert window.message.isVisible()
    assert exporting.choices.template is None


def test_an_own_template_is_used_and_settles_the_layout(
    exporting: ExportPage, answers: Answers, tmp_path: Path
) -> None:
    own = tmp_path / "本单位.docx"
    own.write_bytes(resource("templates/2021.docx").read_bytes())
    answers.to_open = [own]
    exporting.templates.activated.emit(exporting.templates.count() - 1)
    assert exporting.choices.template == own
    assert not exporting.fields.pitch.isEnabled()
    exporting.export()
    assert (tmp_path / "年报.docx").exists()


def test_a_folder_that_cannot_be_written_is_told_and_the_page_stays(
    window: Window, exporting: ExportPage, tmp_path: Path
) -> None:
    (tmp_path / "文件").write_bytes(b"")
    exporting.folder.setText(str(tmp_path / "文件"))
    exporting.export()
    assert window.message.isVisible()
    assert exporting.isVisible()


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what the desktop is asked to open."""
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened


def test_the_folder_of_what_was_exported_is_opened_from_the_bar(
    window: Window, exporting: ExportPage, tmp_path: Path, desktop: list[str]
) -> None:
    exporting.export()
    window.message.buttons[0].click()
    assert desktop == [str(tmp_path)]


def test_a_folder_on_a_share_that_hangs_is_opened_once_it_answers(
    window: Window,
    exporting: ExportPage,
    desktop: list[str],
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    folder = exporting.folder.text()
    exporting.export()
    until(qtbot, lambda: "已导出" in window.message.text.text())
    hold(monkeypatch, gate, "gicapp.files.stamp.is_there")
    window.message.buttons[0].click()
    assert f"正在打开“{Path(folder).name}”" in waiting_bar(window, qtbot).text.text()
    assert desktop == []
    gate.opened.set()
    until(qtbot, lambda: desktop == [folder])


def test_a_file_that_is_gone_since_is_told(
    window: Window, exporting: ExportPage, tmp_path: Path, desktop: list[str]
) -> None:
    exporting.export()
    (tmp_path / "年报.docx").unlink()
    window.message.buttons[1].click()
    assert desktop == []
    assert "打不开" in window.message.text.text()


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleQueue[bytes | GicError]]:
    """Yield where a test puts what the stand-in for LibreOffice shall answer."""
    answers: SimpleQueue[bytes | GicError] = SimpleQueue()

    def convert(*_: object) -> bytes:
        answer = answers.get(timeout=10)
        if isinstance(answer, GicError):
            raise answer
        return answer

    monkeypatch.setattr(Work, "patience", 0.0)
    monkeypatch.setattr("gicapp.files.office.find_office", lambda: Path("soffice"))
    monkeypatch.setattr("gicapp.files.office.pdf_of_document", convert)
    yield answers
    answers.put(b"")  # lets a thread end that waits still


@pytest.fixture
def by_office(office: SimpleQueue[bytes | GicError], exporting: ExportPage) -> ExportPage:
    assert office.empty()
    exporting.kinds[Kind.PDF].setChecked(True)
    exporting.office.setChecked(True)
    return exporting


def test_libreoffice_that_is_looked_for_on_a_lost_share_hinders_nobody(
    window: Window, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("gicapp.files.office.find_office", gate.hold(lambda: Path("soffice")))
    page = window.guide.export()
    assert gate.reached.wait(30)
    assert page.office.isHidden()
    gate.opened.set()
    until(qtbot, lambda: not page.office.isHidden())


def test_libreoffice_may_make_the_pdf_while_the_window_goes_on(
    office: SimpleQueue[bytes | GicError],
    by_office: ExportPage,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    by_office.export()
    assert "正在生成 PDF" in by_office.note.text()
    by_office.session.edit("改", [SetValue("requests.granted.research", 1)])
    assert "正在生成 PDF" in by_office.note.text()
    assert not by_office.export_button.isEnabled()
    with qtbot.waitSignal(by_office.exported):
        office.put(b"%PDF-1.7")
    assert (tmp_path / "年报.pdf").read_bytes() == b"%PDF-1.7"
    assert load_choices(settings()).office_pdf


def test_what_libreoffice_cannot_do_is_told_and_the_page_stays(
    window: Window,
    office: SimpleQueue[bytes | GicError],
    by_office: ExportPage,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    by_office.export()
    with qtbot.waitSignal(window.session.failed):
        office.put(GicError("LibreOffice 没有生成 PDF。"))
    assert by_office.export_button.isEnabled()
    assert not (tmp_path / "年报.pdf").exists()


def test_nobody_has_to_wait_for_libreoffice(
    window: Window,
    office: SimpleQueue[bytes | GicError],
    by_office: ExportPage,
    tmp_path: Path,
) -> None:
    by_office.export()
    assert by_office.work is not None
    thread = by_office.work.thread_of_work
    by_office.leave_button.click()
    office.put(b"%PDF-1.7")
    thread.join()
    QApplication.processEvents()
    assert not (tmp_path / "年报.pdf").exists()
    assert window.workspace.shown_page is window.workspace.page(0)


@pytest.mark.parametrize(
    "choices",
    [
        ExportChoices(),
        ExportChoices(frozenset(Kind), template=Path("模板.docx")),
        ExportChoices(frozenset({Kind.PDF}), office_pdf=True),
        ExportChoices(layout=Layout(lead=False, charts=tuple(ChartKind), digit_face="宋体")),
    ],
)
def test_choices_are_remembered(choices: ExportChoices) -> None:
    store_choices(settings(), choices)
    assert load_choices(settings()) == choices


def test_choices_that_cannot_be_read_are_the_standard() -> None:
    settings().setValue("export/pitch", "壹")
    settings().setValue("export/page_number", "nowhere")
    assert load_choices(settings()).layout == ExportChoices().layout
