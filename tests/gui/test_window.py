"""The window as a whole: sections, findings, files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetField, SetText, SetValue
from gicapp.core.finding import Severity
from gicapp.core.report import Report
from gicapp.files.store import load_report, save_report
from gicapp.gui.appearance import recolour
from gicapp.gui.dialogs import Answer
from gicapp.gui.findings.finding_lines import ACCEPTED, Link
from gicapp.gui.findings.finding_model import FindingModel
from gicapp.gui.pictures import section_pictures
from gicapp.gui.session import Session
from gicapp.gui.tables.table_page import TablePage
from gicapp.gui.window import Window
from tests.gui.conftest import Answers


def _bump(session: Session) -> None:
    session.edit("改", [SetValue("requests.carried_out.natural", 1)])
    session.check_now()


def test_every_section_can_be_shown(window: Window) -> None:
    for number in range(window.workspace.sections.count()):
        window.workspace.sections.setCurrentRow(number)
        assert window.workspace.page(number).isVisible()
        window.workspace.page(number).focus_body()


def test_an_edit_is_checked_without_being_asked(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.findings_changed):
        session.edit("改", [SetValue("requests.carried_out.natural", 1)])
    assert session.count(Severity.ERROR) > 0
    assert window.status.sums.text() != "勾稽 42/42"


def test_several_edits_in_one_turn_are_checked_once(session: Session, qtbot: QtBot) -> None:
    checked = []
    session.findings_changed.connect(lambda: checked.append(1))
    with qtbot.waitSignal(session.findings_changed):
        for number in range(5):
            session.edit("改", [SetValue("requests.carried_out.natural", number + 1)])
    assert checked == [1]


def test_the_list_of_sections_says_how_each_stands(window: Window, session: Session) -> None:
    _bump(session)
    item = window.workspace.sections.item(3)
    assert "错误" in str(item.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "已完成" in str(
        window.workspace.sections.item(4).data(Qt.ItemDataRole.AccessibleTextRole)
    )


def test_a_click_on_a_finding_goes_to_its_cell(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    _bump(session)
    window.workspace.show_section(0)
    model = window.workspace.findings.model
    row = next(
        n for n, line in enumerate(model.lines) if line.finding and line.finding.section == 3
    )
    view = window.workspace.findings.list
    view.scrollTo(model.index(row))
    place = view.visualRect(model.index(row)).topLeft() + QPoint(30, 12)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    page = window.workspace.page(3)
    assert isinstance(page, TablePage)
    assert page.isVisible()
    finding = model.lines[row].finding
    assert finding
    assert page.view.current_cell() == finding.cells[0]
    assert page.view.delegate.outlined == frozenset(finding.cells)


def test_a_filter_hides_a_severity(window: Window, session: Session) -> None:
    _bump(session)
    window.workspace.findings.filters[Severity.ERROR].click()
    model = window.workspace.findings.model
    assert all(
        line.finding is None or line.finding.severity is not Severity.ERROR for line in model.lines
    )


def test_a_fix_is_one_click_and_can_be_undone(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    session.edit("空", [SetValue("requests.granted.natural", None)])
    session.check_now()
    before = session.report
    view, model = window.workspace.findings.list, window.workspace.findings.model
    row = next(n for n, line in enumerate(model.lines) if Link.FIX in line.links)
    view.scrollTo(model.index(row))
    place = view.link_place(model.index(row), Link.FIX)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.report.value("requests.granted.natural") == 3
    session.undo()
    assert session.report == before


def test_a_warning_is_accepted_with_a_reason_until_the_figures_change(
    window: Window, session: Session
) -> None:
    session.edit("改", [SetValue("disclosure.regulations.in_force", 3)])
    session.check_now()
    panel = window.workspace.findings
    lines = panel.model.lines
    row = next(n for n, x in enumerate(lines) if x.finding and x.finding.rule == "prior.in_force")
    panel.list.linked.emit(panel.model.index(row), Link.EXPLAIN)
    panel.reason.take_button.click()
    assert "情况说明" in window.message.text.text()
    panel.reason.text.setPlainText("机构改革划入。")
    panel.reason.take_button.click()
    session.check_now()
    assert not [f for f in session.findings if f.rule == "prior.in_force"]
    panel.model.fold(ACCEPTED, folded=False)
    accepted = panel.model.lines[-1]
    assert accepted.reason == "机构改革划入。"
    panel.list.linked.emit(panel.model.index(len(panel.model.lines) - 1), Link.RESTORE)
    session.check_now()
    assert [f for f in session.findings if f.rule == "prior.in_force"]


def test_undo_is_named_and_goes_across_sections(window: Window, session: Session) -> None:
    before = session.report
    session.edit("粘贴 12 格", [SetValue("disputes.review.upheld", 1)])
    session.edit("修改报告年度", [SetField("year", 2024)])
    assert window.actions_by_name["undo"].text() == "撤销「修改报告年度」"
    window.actions_by_name["undo"].trigger()
    assert window.actions_by_name["undo"].text() == "撤销「粘贴 12 格」"
    window.actions_by_name["undo"].trigger()
    assert session.report == before
    assert not window.actions_by_name["undo"].isEnabled()
    window.actions_by_name["redo"].trigger()
    assert session.report.value("disputes.review.upheld") == 1


def test_saving_asks_where_only_the_first_time(
    window: Window, session: Session, answers: Answers, tmp_path: Path
) -> None:
    answers.to_save = [tmp_path / "报告"]
    window.actions_by_name["save"].trigger()
    assert load_report(tmp_path / "报告.gic") == session.report
    _bump(session)
    assert window.isWindowModified()
    window.actions_by_name["save"].trigger()
    assert load_report(tmp_path / "报告.gic") == session.report
    assert not window.isWindowModified()
    assert window.status.saved.text().startswith("已保存")


def test_a_file_is_opened_and_remembered(
    window: Window, session: Session, answers: Answers, tmp_path: Path
) -> None:
    save_report(tmp_path / "甲.gic", Report(year=2020))
    answers.to_open = [tmp_path / "甲.gic"]
    window.actions_by_name["open"].trigger()
    assert session.report.year == 2020
    assert window.documents.recent()[0] == tmp_path / "甲.gic"
    assert window.windowTitle().startswith("甲")


def test_a_damaged_file_is_refused_in_the_bar_and_the_report_stays(
    window: Window, session: Session, tmp_path: Path
) -> None:
    before = session.report
    (tmp_path / "坏.gic").write_bytes(b"PK\x03\x04nothing")
    window.documents.open(tmp_path / "坏.gic")
    assert window.message.isVisible()
    assert "损坏" in window.message.text.text()
    assert session.report == before


@pytest.mark.parametrize(
    ("answer", "closed"),
    [(Answer.SAVE, True), (Answer.DISCARD, True), (Answer.CANCEL, False)],
)
def test_unsaved_work_is_asked_about_before_closing(
    answer: Answer,
    closed: bool,  # noqa: FBT001  # a parameter of the test
    window: Window,
    session: Session,
    answers: Answers,
    tmp_path: Path,
) -> None:
    session.edit("改", [SetField("year", 2025)])
    answers.to_unsaved = [answer]
    answers.to_save = [tmp_path / "存.gic"]
    assert window.close() is closed
    assert (tmp_path / "存.gic").exists() is (answer is Answer.SAVE)


def test_nothing_is_asked_when_all_is_saved(window: Window) -> None:
    assert window.close()


def test_the_profile_is_edited_in_its_page(window: Window, session: Session, qtbot: QtBot) -> None:
    from gicapp.gui.start.profile_page import ProfilePage

    window.workspace.show_section(0)
    page = window.workspace.page(0)
    assert isinstance(page, ProfilePage)
    page.year.selectAll()
    page.year.insert("2024年")
    qtbot.keyClick(page.year, Qt.Key.Key_Return)
    assert session.report.year == 2024
    page.rule_making.click()
    assert session.report.unit.rule_making
    page.year.setText("二零")
    page.year.editingFinished.emit()
    assert session.report.year == 2024
    assert "不是报告年度" in window.message.text.text()


def test_zeros_fill_what_is_left_as_one_step(window: Window, session: Session) -> None:
    session.begin(Report(year=2024))
    window.workspace.show_section(3)
    page = window.workspace.page(3)
    assert isinstance(page, TablePage)
    page.zero_choice.click()
    assert session.report.value("requests.carried_out.total") == 0
    session.undo()
    assert dict(session.report.values) == {}


def test_last_years_values_stand_under_this_years_on_demand(window: Window) -> None:
    window.workspace.show_section(3)
    page = window.workspace.page(3)
    assert isinstance(page, TablePage)
    before = page.view.rowHeight(0)
    page.prior_choice.click()
    assert page.view.rowHeight(0) > before


@pytest.mark.parametrize("dark", [False, True])
def test_pictures_of_all_sections_are_drawn(
    dark: bool,  # noqa: FBT001  # a parameter of the test
    report: Report,
    tmp_path: Path,
    qapp: QApplication,
) -> None:
    paths = section_pictures(report, None, tmp_path, size=QSize(1366, 728), dark=dark)
    recolour(qapp, dark=False)
    assert len(paths) == 7
    assert {QImage(str(path)).width() for path in paths} == {1366}


def test_the_findings_are_a_sound_model(session: Session, qtmodeltester: object) -> None:
    _bump(session)
    qtmodeltester.check(FindingModel(session), force_py=True)  # type: ignore[attr-defined]


def test_a_tables_section_shows_the_text_it_has(window: Window, session: Session) -> None:
    window.workspace.show_section(3)
    page = window.workspace.page(3)
    assert isinstance(page, TablePage)
    assert not page.editor.isVisible()
    session.edit("导入", [SetText("3", "另有说明。")])
    assert page.editor.isVisible()
    assert page.editor.toPlainText() == "另有说明。"


def test_sums_of_which_nothing_is_filled_are_not_called_even(
    window: Window, session: Session
) -> None:
    session.begin(Report())
    session.check_now()
    assert window.status.sums.text() == "勾稽 0/42"
    session.edit("填", [SetValue(cell, 0) for cell in session.form.cells])
    session.check_now()
    assert window.status.sums.text() == "勾稽 42/42"


class _Layouts(QObject):
    """Counts how often a widget lays itself out anew."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        self.count += event.type() is QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


def test_an_edit_renames_its_undoing_without_laying_out_the_toolbar(
    window: Window, session: Session
) -> None:
    _bump(session)
    QApplication.processEvents()
    layouts = _Layouts(window.head.toolbar)
    for number, name in enumerate(("填写", "改写")):
        session.edit(name, [SetValue("requests.carried_out.natural", 7 + number)])
        session.check_now()
        QApplication.processEvents()
        button = next(b for b in window.head.still_buttons if "撤销" in b.toolTip())
        assert name in button.toolTip()
        assert name in button.accessibleName()
        assert button.isEnabled()
    assert layouts.count == 0
    window.actions_by_name["find"].setIconText("找")
    QApplication.processEvents()
    assert layouts.count  # Qt does so for every other change of an action
