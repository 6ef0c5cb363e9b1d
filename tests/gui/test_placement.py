from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gicapp.gui.placement import place, remember


def settings(folder: Path) -> QSettings:
    return QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)


def test_on_a_small_screen_the_window_takes_all_of_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    place(window, settings(tmp_path))  # the offscreen platform's screen has 800 × 800 points
    assert window.isMaximized()


def test_a_window_comes_back_where_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
    first.setGeometry(40, 30, 500, 400)
    remember(first, settings(tmp_path))
    place(second, settings(tmp_path))
    assert not second.isMaximized()
    assert second.size() == first.size()
