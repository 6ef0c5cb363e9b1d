"""Holds what works beside the window until a test lets it go on."""

from collections.abc import Callable
from threading import Event, Thread, current_thread
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gicapp.gui.messages.waiting import WaitingBar
from gicapp.gui.window import Window

_Result = TypeVar("_Result")


class Gate:
    """Holds what passes through it until the test opens it."""

    def __init__(self) -> None:
        self.reached, self.opened, self.passed = Event(), Event(), Event()
        self.threads: list[Thread] = []  # that came to it

    def hold(self, act: Callable[..., _Result]) -> Callable[..., _Result]:
        def held(*arguments: object, **named: object) -> _Result:
            self.threads.append(current_thread())
            self.reached.set()
            assert self.opened.wait(30)
            try:
                return act(*arguments, **named)
            finally:
                self.passed.set()

        return held


def hold(monkeypatch: pytest.MonkeyPatch, gate: Gate, name: str) -> None:
    """Put a gate before a function of this dotted name."""
    module, _, function = name.rpartition(".")
    act = getattr(__import__(module, fromlist=[function]), function)
    monkeypatch.setattr(name, gate.hold(act))


def waiting_bar(window: Window, qtbot: QtBot) -> WaitingBar:
    """Return the bar of what is being done, once it is seen."""
    qtbot.waitUntil(lambda: any(bar.isVisible() for bar in window.waiting.bars))
    return window.waiting.bars[0]


def cancel(window: Window, qtbot: QtBot) -> None:
    """Cancel what is being done, once its bar is seen."""
    qtbot.mouseClick(waiting_bar(window, qtbot).cancel_button, Qt.MouseButton.LeftButton)


def let_go(gate: Gate, qtbot: QtBot) -> None:
    """Let what was held come to its end, and the window see it."""
    gate.opened.set()
    assert gate.passed.wait(30)
    for thread in gate.threads:
        thread.join(30)
    qtbot.wait(100)


def until(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    """Wait until this holds, on a machine that may be busy."""
    qtbot.waitUntil(holds, timeout=10_000)
