"""What must hold of the Qt that is pinned."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_calls_into_qt_do_not_lose_references_of_none(qtbot: QtBot) -> None:
    """PySide6 6.12 does on Python 3.11, and the process dies after some thousand calls."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 100
