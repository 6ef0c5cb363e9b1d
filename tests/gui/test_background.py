"""Work beside the window that outlives what it was done for."""

from collections.abc import Iterator
from threading import Event, get_ident
from weakref import finalize

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gicapp.gui.background import Work
from tests.gui.gate import until


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch, _patient: None) -> None:
    monkeypatch.setattr(Work, "patience", 0.0)


@pytest.fixture
def gate() -> Iterator[Event]:
    made = Event()
    yield made
    made.set()


def _finished(work: Work, gate: Event) -> None:
    gate.set()
    work.thread_of_work.join(30)
    assert not work.thread_of_work.is_alive()


def test_what_it_held_last_ends_in_the_windows_thread(qtbot: QtBot, gate: Event) -> None:
    window, ended = QObject(), list[int]()
    shown = QObject()
    finalize(shown, lambda: ended.append(get_ident()))
    work = Work("", lambda _, held=shown: gate.wait(30) and held, window)  # type: ignore[misc]
    work.start()
    shiboken6.delete(window)
    del shown
    _finished(work, gate)
    del work
    assert ended == []
    later = Work("", lambda _: None)
    later.start()
    assert ended == [get_ident()]
    until(qtbot, lambda: later.has_ended)


def test_nothing_is_told_to_a_window_that_is_gone(qtbot: QtBot, gate: Event) -> None:
    window, told = QObject(), list[object]()
    work = Work("", lambda _: gate.wait(30), window)
    work.done.connect(told.append)
    work.ended.connect(lambda: told.append("ended"))
    work.start()
    shiboken6.delete(window)
    _finished(work, gate)
    qtbot.wait(50)
    assert told == []


def test_what_is_told_is_told_in_the_windows_thread(qtbot: QtBot, gate: Event) -> None:
    told: list[int] = []
    work = Work("", lambda _: gate.wait(30))
    work.done.connect(lambda _: told.append(get_ident()))
    work.start()
    _finished(work, gate)
    assert told == []  # not before the window's thread looks
    until(qtbot, lambda: told == [get_ident()])
