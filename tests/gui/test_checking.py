"""A long text is checked beside the window; what was found in a state that is past is dropped."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetField, SetText, SetValue
from gicapp.core.report import Report
from gicapp.gui.session import Session
from gicapp.gui.window import Window
from tests.gui.gate import Gate, hold, let_go, until

CHECK = "gicapp.core.checks.catalogue.check"
LONG = "（一）主动公开\n" + "全年主动公开政府信息，及时准确。\n" * 1000
SLIP = "xx年"  # a placeholder that was left


@pytest.fixture
def slow(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> Gate:
    hold(monkeypatch, gate, CHECK)
    return gate


def _write(session: Session, text: str) -> None:
    session.edit("输入文字", [SetText("1", text)])


def _is_found(session: Session) -> bool:
    return any(f.rule == "text.placeholder" for f in session.findings)


def test_one_writes_on_while_a_long_text_is_checked(
    window: Window, session: Session, slow: Gate, qtbot: QtBot
) -> None:
    _write(session, LONG + SLIP)
    until(qtbot, slow.reached.is_set)
    assert not _is_found(session)
    until(qtbot, lambda: "正在核对" in window.status.sums.text())
    _write(session, f"{LONG}写下去。{SLIP}")
    let_go(slow, qtbot)
    until(qtbot, lambda: not session.checking.is_checking)
    (found,) = [f for f in session.findings if f.rule == "text.placeholder"]
    text = session.report.text("1")
    assert found.span is not None
    assert text[slice(*found.span)] in SLIP
    assert "勾稽" in window.status.sums.text()


def test_a_check_that_takes_long_can_be_stopped_and_taken_up_again(
    window: Window, session: Session, slow: Gate, qtbot: QtBot
) -> None:
    line = window.status
    _write(session, LONG + SLIP)
    until(qtbot, line.stop.isVisible)
    qtbot.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    assert "已停止" in line.sums.text()
    let_go(slow, qtbot)
    assert not _is_found(session)
    assert not line.stop.isVisible()
    qtbot.mouseClick(line.resume, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: _is_found(session))
    assert "勾稽" in line.sums.text()
    assert not line.resume.isVisible()


def test_what_waited_for_a_check_that_was_stopped_is_not_done(
    session: Session, slow: Gate, qtbot: QtBot
) -> None:
    done: list[str] = []
    _write(session, LONG + SLIP)
    until(qtbot, slow.reached.is_set)
    session.checking.then(lambda: done.append("early"))
    session.checking.stop()
    let_go(slow, qtbot)
    assert not done
    session.checking.then(lambda: done.append("late" if _is_found(session) else "stale"))
    until(qtbot, lambda: bool(done))
    assert done == ["late"]


def test_what_was_found_in_a_text_that_is_gone_is_dropped(
    session: Session, slow: Gate, qtbot: QtBot
) -> None:
    seen: list[bool] = []
    session.findings_changed.connect(lambda: seen.append(_is_found(session)))
    _write(session, LONG + SLIP)
    until(qtbot, slow.reached.is_set)
    _write(session, LONG)
    let_go(slow, qtbot)
    until(qtbot, lambda: not session.checking.is_checking)
    assert seen == [False]


def test_what_needs_the_findings_waits_for_those_of_a_long_text(
    session: Session, slow: Gate, qtbot: QtBot
) -> None:
    done: list[bool] = []
    _write(session, LONG + SLIP)
    session.checking.then(lambda: done.append(_is_found(session)))
    until(qtbot, slow.reached.is_set)
    assert done == []
    let_go(slow, qtbot)
    until(qtbot, lambda: bool(done))
    assert done == [True]


def test_a_short_text_is_checked_before_what_needs_it(session: Session) -> None:
    done: list[bool] = []
    _write(session, SLIP)
    session.checking.then(lambda: done.append(_is_found(session)))
    assert done == [True]


def test_causes_that_were_looked_for_before_an_edit_are_dropped(
    session: Session, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    hold(monkeypatch, gate, "gicapp.core.causes.find_causes")
    session.edit("改", [SetValue("requests.granted.research", 4)])
    until(qtbot, gate.reached.is_set)
    session.undo()
    let_go(gate, qtbot)
    assert not session.checking.causes
    session.redo()
    until(qtbot, lambda: bool(session.checking.causes))
    assert "科研机构" in session.checking.causes[0].why


def test_what_needs_the_causes_waits_for_those_of_a_long_text(
    session: Session, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    done: list[bool] = []
    hold(monkeypatch, gate, "gicapp.core.causes.find_causes")
    _write(session, LONG)
    session.edit("改", [SetValue("requests.granted.research", 4)])
    until(qtbot, gate.reached.is_set)
    session.checking.then(lambda: done.append(bool(session.checking.causes)))
    assert done == []
    let_go(gate, qtbot)
    until(qtbot, lambda: done == [True])


def test_last_years_text_keeps_nobody_waiting_for_the_findings(session: Session) -> None:
    """What is typed is marked in the same frame, with a text of the usual length beside it."""
    usual = "全年主动公开政府信息，及时准确。\n" * 500
    prior = replace(session.report.prior or Report(), narrative=MappingProxyType({"1": usual}))
    session.edit("上年", [SetField("prior", prior)])
    _write(session, usual + SLIP)
    QApplication.processEvents()
    assert not session.checking.is_checking
    assert _is_found(session)
