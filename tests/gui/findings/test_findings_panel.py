"""The panel of findings: reasons, folding, what stays where it is, and the keys to go on."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetField, SetText, SetValue
from gicapp.core.dismissal import dismiss
from gicapp.core.finding import Severity
from gicapp.form.loader import load_form
from gicapp.gui.appearance import scaled, wrapped_height
from gicapp.gui.findings.finding_lines import ACCEPTED, CAUSES, TO_FILL, Line, Link
from gicapp.gui.findings.finding_model import FindingModel
from gicapp.gui.findings.findings_panel import FindingsPanel
from gicapp.gui.session import Session
from gicapp.gui.tables.table_page import TablePage
from gicapp.gui.texts.text_page import TextPage
from gicapp.gui.window import Window

IN_FORCE = "disclosure.regulations.in_force"


@pytest.fixture
def panel(window: Window) -> FindingsPanel:
    return window.workspace.findings


def _row(panel: FindingsPanel, rule: str) -> int:
    lines = panel.model.lines
    return next(n for n, line in enumerate(lines) if line.finding and line.finding.rule == rule)


def _line(panel: FindingsPanel, rule: str) -> Line:
    return panel.model.lines[_row(panel, rule)]


def _follow(panel: FindingsPanel, rule: str, link: Link) -> None:
    panel.list.linked.emit(panel.model.index(_row(panel, rule)), link)


def _set(session: Session, cell: str, value: int | None) -> None:
    session.edit("改", [SetValue(cell, value)])
    session.check_now()


def _accept(panel: FindingsPanel, session: Session, reason: str) -> None:
    _set(session, IN_FORCE, 3)
    _follow(panel, "prior.in_force", Link.EXPLAIN)
    panel.reason.text.setPlainText(reason)
    panel.reason.take_button.click()
    session.check_now()


def test_an_accepted_finding_stands_apart_folded_with_its_reason(
    panel: FindingsPanel, session: Session
) -> None:
    _accept(panel, session, "机构改革划入。")
    assert panel.model.lines[-1].text == "已说明 1 条"
    assert panel.model.lines[-1].folded
    panel.model.fold(ACCEPTED, folded=False)
    assert panel.model.lines[-1].text.endswith("说明：机构改革划入。")


def test_a_reason_is_reworded_and_every_step_undone(panel: FindingsPanel, session: Session) -> None:
    _accept(panel, session, "机构改革划入。")
    panel.model.fold(ACCEPTED, folded=False)
    _follow(panel, "prior.in_force", Link.REWORD)
    assert panel.reason.text.toPlainText() == "机构改革划入。"
    panel.reason.text.setPlainText("机构改革，\n划入三件。")
    panel.reason.take_button.click()
    session.check_now()
    assert [d.reason for _, d in session.accepted] == ["机构改革， 划入三件。"]
    session.undo()
    session.undo()
    session.check_now()
    assert session.accepted == ()
    assert Link.EXPLAIN in _line(panel, "prior.in_force").links


def test_a_reason_lapses_with_its_figures_and_is_kept_to_begin_with(
    panel: FindingsPanel, session: Session
) -> None:
    _accept(panel, session, "机构改革划入。")
    _set(session, IN_FORCE, 4)
    line = _line(panel, "prior.in_force")
    assert line.reason == ""
    assert "失效：机构改革划入。" in line.text
    _follow(panel, "prior.in_force", Link.EXPLAIN)
    assert panel.reason.text.toPlainText() == "机构改革划入。"


def test_an_error_that_must_be_put_right_offers_no_reason(
    panel: FindingsPanel, session: Session
) -> None:
    _set(session, "requests.granted.natural", None)
    assert Link.EXPLAIN not in _line(panel, "value.blank").links
    _follow(panel, "value.blank", Link.EXPLAIN)
    assert panel.reason.isHidden()


def test_a_reason_can_be_given_and_left_with_the_keys(
    panel: FindingsPanel, session: Session, qtbot: QtBot
) -> None:
    _set(session, IN_FORCE, 3)
    panel.list.setCurrentIndex(panel.model.index(_row(panel, "prior.in_force")))
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(panel.reason.text, "ok")
    qtbot.keyClick(panel.reason.text, Qt.Key.Key_Escape)
    assert panel.reason.isHidden()
    assert not session.report.dismissals
    qtbot.keyClick(panel.list, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(panel.reason.text, "ok")
    qtbot.keyClick(panel.reason.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [given.reason for given in session.report.dismissals] == ["ok"]


def test_what_is_being_explained_stays_while_its_figures_change(
    panel: FindingsPanel, session: Session
) -> None:
    _set(session, IN_FORCE, 3)
    _follow(panel, "prior.in_force", Link.EXPLAIN)
    panel.reason.text.setPlainText("划入。")
    _set(session, IN_FORCE, 5)
    panel.reason.take_button.click()
    session.check_now()
    assert [finding.rule for finding, _ in session.accepted] == ["prior.in_force"]
    _follow(panel, next(f.rule for f in session.findings), Link.EXPLAIN)
    session.begin(replace(session.report, dismissals=()))
    assert panel.reason.isHidden()


def test_headings_count_and_fold_their_lines(panel: FindingsPanel, session: Session) -> None:
    _set(session, "requests.granted.natural", 9)
    heads = [line for line in panel.model.lines if line.is_heading]
    for head in (head for head in heads if head.group.isdecimal()):
        count = sum(line.group == head.group and not line.is_heading for line in panel.model.lines)
        assert head.text.endswith(f"（{count}）")
        panel.model.fold(head.group, folded=True)
    left = {line.group for line in panel.model.lines if not line.is_heading}
    assert left <= {CAUSES}


def test_a_heading_folds_by_click_and_by_arrow_keys(
    panel: FindingsPanel, session: Session, qtbot: QtBot
) -> None:
    _set(session, IN_FORCE, 3)
    row = _row(panel, "prior.in_force")
    group = panel.model.lines[row].group
    panel.list.setCurrentIndex(panel.model.index(row))
    qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    assert group in panel.model.folded
    qtbot.keyClick(panel.list, Qt.Key.Key_Right)
    assert group not in panel.model.folded
    head = next(n for n, x in enumerate(panel.model.lines) if x.is_heading and x.group == group)
    place = panel.list.visualRect(panel.model.index(head)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert group in panel.model.folded


def _crowd(session: Session) -> None:
    blanks = [SetValue(cell.id, None) for cell in session.form.table("requests").cells[:60]]
    session.edit("清空", blanks)
    session.check_now()


def test_the_lines_in_sight_stay_where_they_are_while_others_come_and_go(
    window: Window, panel: FindingsPanel, session: Session
) -> None:
    _crowd(session)
    QApplication.processEvents()
    bar = panel.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    chosen = panel.list.indexAt(panel.list.viewport().rect().center())
    panel.list.setCurrentIndex(chosen)
    line, top = panel.model.line(chosen), panel.list.visualRect(chosen).top()
    session.edit("改", [SetText("1", ""), SetValue(IN_FORCE, 7)])
    session.check_now()
    QApplication.processEvents()
    now = panel.list.currentIndex()
    assert now.row() != chosen.row()
    assert panel.model.line(now) == line
    assert panel.list.visualRect(now).top() == top
    assert window.isVisible()


def test_what_stays_is_never_taken_out_of_the_list(session: Session) -> None:
    model, gone = FindingModel(session), []
    model.rowsAboutToBeRemoved.connect(lambda _, first, last: gone.append((first, last)))
    model.modelAboutToBeReset.connect(lambda: gone.append(("reset", "")))
    session.edit("写", [SetText("5", "问题。问题。")])
    session.edit("改", [SetValue(IN_FORCE, 3)])
    session.check_now()
    gone.clear()
    session.edit("改", [SetValue(IN_FORCE, 4)])  # the same finding with another figure
    session.check_now()
    assert gone == []


def test_the_keys_go_through_all_open_findings_and_round(
    window: Window, panel: FindingsPanel, session: Session
) -> None:
    _set(session, "requests.granted.natural", 9)
    session.edit("说明", dismiss(session.findings[-1], session.report, "属实"))
    session.check_now()
    seen = []
    for _ in session.findings:
        window.actions_by_name["next_finding"].trigger()
        line = panel.model.line(panel.list.currentIndex())
        assert line
        seen.append(line.finding)
    assert tuple(seen) == session.findings
    window.actions_by_name["next_finding"].trigger()
    window.actions_by_name["previous_finding"].trigger()
    line = panel.model.line(panel.list.currentIndex())
    assert line
    assert line.finding == session.findings[-1]


def test_the_cursor_goes_through_the_columns_and_round(
    window: Window, panel: FindingsPanel
) -> None:
    window.workspace.show_section(3)
    page = window.workspace.page(3)
    assert isinstance(page, TablePage)
    page.focus_body()
    seen = []
    for name in ("next_pane", "next_pane", "next_pane", "previous_pane"):
        window.actions_by_name[name].trigger()
        seen.append(QApplication.focusWidget())
    assert seen == [panel.list, window.workspace.sections, page.view, window.workspace.sections]
    assert panel.list.currentIndex().isValid()


def test_a_typed_figure_that_disagrees_becomes_a_live_one_with_one_click(
    window: Window, panel: FindingsPanel, session: Session
) -> None:
    text = "（二）依申请公开\n全年共收到政府信息公开申请8件。"
    narrative = MappingProxyType({**session.report.narrative, "1": text})
    session.begin(replace(session.report, narrative=narrative))
    session.check_now()
    row = next(n for n, line in enumerate(panel.model.lines) if Link.LIVE in line.links)
    panel.list.linked.emit(panel.model.index(row), Link.LIVE)
    session.check_now()
    assert "⟦" in session.report.text("1")
    window.workspace.show_section(1)
    page = window.workspace.page(1)
    assert isinstance(page, TextPage)
    assert page.editor.toPlainText().endswith("申请3件。")
    session.undo()
    assert session.report.text("1") == text


def test_a_link_followed_late_is_checked_against_the_report_as_it_is(
    panel: FindingsPanel, session: Session
) -> None:
    _set(session, "requests.granted.natural", None)
    row = next(n for n, line in enumerate(panel.model.lines) if Link.FIX in line.links)
    session.edit("改", [SetValue("requests.granted.natural", 3)])  # not yet checked
    before = session.report
    panel.list.linked.emit(panel.model.index(row), Link.FIX)
    assert session.report == before


def test_causes_that_explain_equally_well_are_all_shown_for_a_person_to_choose(
    panel: FindingsPanel, session: Session
) -> None:
    session.edit("改", [SetField("automatic_totals", False)])
    _set(session, "disputes.review.total", 1)
    head, *causes = [line for line in panel.model.lines if line.group == CAUSES]
    assert "不止一种" in head.text
    assert len(causes) > 1
    assert all(line.links == (Link.FIX,) for line in causes)
    panel.list.linked.emit(panel.model.index(panel.model.lines.index(causes[1])), Link.FIX)
    session.check_now()
    assert not [line for line in panel.model.lines if line.group == CAUSES]


def test_while_results_are_left_to_fill_this_is_said_before_any_cause(
    panel: FindingsPanel, session: Session, window: Window
) -> None:
    for cell, value in session.report.values.items():
        if value and not cell.startswith("requests.new"):
            _set(session, cell, 0)
    heading, left, guesses, after = panel.model.lines[:4]
    assert (heading.text, heading.group) == ("接着填", TO_FILL)
    assert left.text.startswith("本年新收和上年结转共 3 件申请，还有 3 件没有填办理结果。")
    assert not left.links
    assert guesses.text.startswith("如果已经填完，可能的原因（")
    assert guesses.folded
    assert after.is_heading
    panel.list.clicked.emit(panel.model.index(1))
    page = window.workspace.shown_page
    assert isinstance(page, TablePage)
    assert page.view.current_cell() == "requests.granted.natural"


def test_a_line_says_its_severity_and_what_can_be_done_to_a_screen_reader(
    panel: FindingsPanel, session: Session
) -> None:
    _set(session, IN_FORCE, 3)
    spoken = panel.model.data(
        panel.model.index(_row(panel, "prior.in_force")), Qt.ItemDataRole.AccessibleTextRole
    )
    assert str(spoken).startswith("警告：")
    assert "说明理由" in str(spoken)
    assert session.count(Severity.WARNING) > 0


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_a_heading_is_measured_as_it_is_painted(panel: FindingsPanel, factor: float) -> None:
    font = scaled(panel.font(), 0.92 * factor, bold=True)
    canvas = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    painter.setFont(font)
    wrap = int(Qt.TextFlag.TextWordWrap)
    headings = [section.heading for section in load_form().sections]
    measured, painted = [], []
    for heading in headings:
        text = f"{heading}（12）"
        just = painter.boundingRect(QRect(0, 0, 2000, 1000), wrap, text).width()
        for width in range(just - 4, just + 5):  # where it only just fits its line
            measured.append(wrapped_height(font, width, text))
            painted.append(painter.boundingRect(QRect(0, 0, width, 1000), wrap, text).height())
    painter.end()
    assert measured == painted
