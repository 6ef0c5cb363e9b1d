"""What a screen reader is told that follows the cursor, and must hear of the rest as well."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetValue
from gicapp.gui.session import Session
from gicapp.gui.tables.table_view import TableView
from gicapp.gui.window import Window

Heard = list[tuple[str, str]]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """Return the role and the name of every widget that an alert is given of."""
    told: Heard = []

    def note(event: QAccessibleEvent) -> None:
        if event.type() is QAccessible.Event.Alert:
            widget = event.object()
            assert isinstance(widget, QWidget)
            told.append(spoken(widget))

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    return told


def spoken(widget: QWidget) -> tuple[str, str]:
    """Return the role and the name that a screen reader is told of a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role().name, interface.text(QAccessible.Text.Name)


def test_what_is_refused_in_a_cell_is_spoken(
    heard: Heard, table: Callable[[int], TableView], qtbot: QtBot
) -> None:
    view = table(3)
    view.go_to(view.table_model.place("requests.new.natural"))
    qtbot.keyClick(view, Qt.Key.Key_A)
    editor = view.indexWidget(view.currentIndex())
    assert isinstance(editor, QLineEdit)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    reason = cast("QLabel | None", view.findChild(QLabel, "refusal"))
    assert reason is not None
    assert heard == [("Notification", reason.text())]


def test_a_bar_is_spoken_with_its_words(heard: Heard, window: Window, session: Session) -> None:
    del window
    session.told.emit("已清除 2 格。")
    assert heard == [("Notification", "已清除 2 格。")]


def test_what_is_undone_and_done_again_is_spoken(
    heard: Heard, window: Window, session: Session
) -> None:
    session.edit("清除 1 格", [SetValue("requests.new.natural", None)])
    window.actions_by_name["undo"].trigger()
    window.actions_by_name["redo"].trigger()
    assert heard == [("Notification", f"已{verb}：清除 1 格") for verb in ("撤销", "重做")]


def test_saving_is_spoken(heard: Heard, opened: Window) -> None:
    opened.session.edit("清除 1 格", [SetValue("requests.new.natural", None)])
    opened.actions_by_name["save"].trigger()
    role, words = heard[-1]
    assert role == "Notification"
    assert words == opened.status.saved.text()
    assert words.startswith("已保存")
