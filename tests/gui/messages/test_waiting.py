"""Work that takes long goes on beside the window: it is shown, can be cancelled, and is whole."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetField, SetValue
from gicapp.core.report import Report
from gicapp.core.rounds import sent
from gicapp.errors import GicError
from gicapp.files.store import save_report
from gicapp.gui.output.edited_page import EditedPage
from gicapp.gui.output.export_choices import Kind
from gicapp.gui.output.export_page import ExportPage
from gicapp.gui.safety.versions_page import VersionsPage
from gicapp.gui.session import Session
from gicapp.gui.session_work import wait_for
from gicapp.gui.start.receipt_page import ReceiptPage
from gicapp.gui.tables.table_view import TableView
from gicapp.gui.window import Window
from gicapp.resources import resource
from tests.gui.conftest import Answers
from tests.gui.gate import Gate, hold, let_go, waiting_bar

READ = "gicapp.files.reading.read_source"
PASTE = "gicapp.files.reading.read_clipboard"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "上年.xlsx"
    path.write_bytes(resource("sample/last-year.xlsx").read_bytes())
    return path


def _cancel(window: Window, gate: Gate, qtbot: QtBot) -> None:
    """Cancel what is being done, then let it end by itself."""
    qtbot.mouseClick(waiting_bar(window, qtbot).cancel_button, Qt.MouseButton.LeftButton)
    assert window.waiting.bars == []
    let_go(gate, qtbot)


def test_a_slow_source_is_shown_and_the_window_goes_on(
    window: Window,
    session: Session,
    source: Path,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    hold(monkeypatch, gate, READ)
    window.show_receipt(source, prior=True)
    assert "正在读取“上年.xlsx”" in waiting_bar(window, qtbot).text.text()
    session.edit("改", [SetField("year", 2030)])  # one can go on working meanwhile
    assert session.report.year == 2030
    gate.opened.set()
    qtbot.waitUntil(lambda: isinstance(window.workspace.shown_page, ReceiptPage))
    assert window.waiting.bars == []
    assert session.report.prior is not None
    assert session.report.prior.year == 2022


def test_a_source_that_is_cancelled_shows_no_receipt(
    window: Window,
    session: Session,
    source: Path,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    before = session.report
    hold(monkeypatch, gate, READ)
    window.show_receipt(source, prior=True)
    _cancel(window, gate, qtbot)
    assert not isinstance(window.workspace.shown_page, ReceiptPage)
    assert session.report == before
    assert not window.message.isVisible()


def test_the_assistant_waits_for_last_year_before_it_begins(
    window: Window, source: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = window.guide.begin()
    assert page is not None
    page.name.setText("某市知识产权局")
    hold(monkeypatch, gate, READ)
    page.read_prior(source)
    assert gate.reached.wait(30)
    assert not page.begin_button.isEnabled()
    assert "正在读取" in page.note.text()
    gate.opened.set()
    qtbot.waitUntil(page.begin_button.isEnabled)
    assert page.reading is not None


def test_what_is_cancelled_in_the_assistant_leaves_it_as_it_was(
    window: Window, source: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = window.guide.begin()
    assert page is not None
    page.name.setText("某市知识产权局")
    before = page.prior_note.text()
    hold(monkeypatch, gate, READ)
    page.read_prior(source)
    _cancel(window, gate, qtbot)
    assert page.reading is None
    assert page.prior_note.text() == before
    assert page.begin_button.isEnabled()
    page.begin()
    assert window.session.report.prior is None


def test_the_last_file_that_is_chosen_is_meant(
    window: Window, source: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = window.guide.begin()
    assert page is not None
    with monkeypatch.context() as slow:
        hold(slow, gate, READ)
        page.read_prior(source)
        assert gate.reached.wait(30)
    other = source.with_name("另一份.xlsx")
    other.write_bytes(source.read_bytes())
    page.read_prior(other)
    qtbot.waitUntil(lambda: page.reading is not None)
    let_go(gate, qtbot)
    assert page.prior_note.text().startswith("另一份.xlsx")


def test_opening_that_is_cancelled_keeps_the_report_that_is_open(
    window: Window,
    session: Session,
    path: Path,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    before = session.report
    hold(monkeypatch, gate, "gicapp.files.store.load_report")
    window.documents.open(path)
    assert "正在打开" in waiting_bar(window, qtbot).text.text()
    _cancel(window, gate, qtbot)
    assert session.path is None
    assert session.report == before


def test_another_report_cancels_what_was_being_read_for_the_one_before(
    window: Window,
    session: Session,
    source: Path,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    hold(monkeypatch, gate, READ)
    window.show_receipt(source, prior=True)
    assert gate.reached.wait(30)
    session.begin(Report(year=2025))
    let_go(gate, qtbot)
    assert not isinstance(window.workspace.shown_page, ReceiptPage)


def _put_on_clipboard(html: str) -> None:
    data = QMimeData()
    data.setText("甲某\t乙某\r\n")
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def test_a_huge_paste_can_be_cancelled_and_changes_nothing(
    window: Window,
    session: Session,
    table: Callable[[int], TableView],
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    view, before = table(3), session.report
    hold(monkeypatch, gate, PASTE)
    _put_on_clipboard("<table><tr><td>甲某</td><td>乙某</td></tr></table>")
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "剪贴板" in waiting_bar(window, qtbot).text.text()
    _cancel(window, gate, qtbot)
    assert session.report == before
    assert not window.message.isVisible()


@pytest.fixture
def exporting(window: Window, tmp_path: Path) -> ExportPage:
    page = window.guide.export()
    page.folder.setText(str(tmp_path))
    page.name.setText("年报")
    page.kinds[Kind.WEB].setChecked(True)
    return page


def test_an_export_that_is_cancelled_writes_nothing_and_the_page_stays(
    window: Window,
    exporting: ExportPage,
    gate: Gate,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    hold(monkeypatch, gate, "gicapp.files.word.proven_document")
    exporting.export()
    assert "正在导出" in exporting.note.text()
    _cancel(window, gate, qtbot)
    assert list(tmp_path.glob("年报*")) == []
    assert exporting.isVisible()
    assert exporting.export_button.isEnabled()


def test_a_comparison_that_is_cancelled_is_not_written(
    window: Window,
    answers: Answers,
    gate: Gate,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    session = window.session
    session.edit("送审", sent(session.report, "2024-01-05"))
    session.edit("改", [SetValue("requests.granted.research", 1)])
    page = window.archive.show_rounds()
    assert isinstance(page, VersionsPage)
    answers.to_save = [tmp_path / "对比.docx"]
    hold(monkeypatch, gate, "gicapp.files.word.marked.build_marked")
    qtbot.waitUntil(page.export_button.isEnabled)
    page.export_button.click()
    _cancel(window, gate, qtbot)
    assert not (tmp_path / "对比.docx").exists()


def test_an_edited_draft_that_is_cancelled_is_not_compared(
    window: Window,
    answers: Answers,
    path: Path,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    answers.to_open = [path]
    hold(monkeypatch, gate, READ)
    window.guide.review_edited()
    _cancel(window, gate, qtbot)
    assert not isinstance(window.workspace.shown_page, EditedPage)


def test_what_fails_late_is_said(
    window: Window, session: Session, gate: Gate, qtbot: QtBot
) -> None:
    def fail(_: object) -> None:
        raise GicError("读不了。")

    wait_for(session, "正在读", gate.hold(fail), print)
    with qtbot.waitSignal(session.failed):
        gate.opened.set()
    assert window.message.text.text() == "读不了。"
    assert window.waiting.bars == []


def test_what_is_done_before_its_bar_comes_never_shows_it(
    window: Window, session: Session, gate: Gate
) -> None:
    work = wait_for(session, "正在读", gate.hold(lambda _: None), lambda _: None)
    (bar,) = window.waiting.bars
    assert bar.coming.isActive()
    work.cancel()
    assert window.waiting.bars == []
    assert bar.coming.isActive() is False


def test_what_is_done_at_once_is_done_without_a_word(
    window: Window, session: Session, tmp_path: Path
) -> None:
    save_report(tmp_path / "快.gic", session.report)
    window.documents.open(tmp_path / "快.gic")
    assert session.path == tmp_path / "快.gic"
    assert window.waiting.bars == []
