"""What is measured to lay text out is what is painted."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from gicapp.gui.appearance import colours, recolour, tip, wrapped_height

TEXT = "“总体情况”还留有“【请填写政府信息公开平台建设情况】”，请填写或者删去。"


@pytest.mark.parametrize("family", ["", "No Such Family"])
def test_a_text_is_as_high_as_it_is_painted_whichever_family_is_there(
    qapp: QApplication, family: str
) -> None:
    font = QFont(qapp.font())
    font.setFamilies([family, *font.families()] if family else font.families())
    page = QPixmap(400, 400)
    painter = QPainter(page)
    painter.setFont(font)
    for width in range(180, 260):
        painted = painter.boundingRect(
            QRect(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), TEXT
        )
        assert wrapped_height(font, width, TEXT) == painted.height()
    painter.end()


def test_a_tip_is_rich_text_which_wraps_and_says_what_was_meant() -> None:
    assert tip("a < b\n第二行") == "<p>a &lt; b<br>第二行</p>"
    assert not tip("")


def test_the_menus_that_qt_makes_speak_chinese(qtbot: QtBot) -> None:
    field = QLineEdit("文字")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.deleteLater()
    assert words
    assert all(any(letter > "⺀" for letter in text) for text in words)


@pytest.mark.parametrize("high", [False, True])
def test_a_menu_stands_out_from_what_it_lies_on(
    qapp: QApplication, qtbot: QtBot, *, high: bool
) -> None:
    recolour(qapp, dark=True, high=high)
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("打开…")
    menu.addAction("保存")
    menu.setActiveAction(menu.actions()[0])
    menu.resize(menu.sizeHint())
    picture = menu.grab().toImage()
    first = menu.actionGeometry(menu.actions()[0])
    colour = colours()
    recolour(qapp, dark=False)
    assert picture.pixelColor(0, picture.height() // 2).name() == colour.frame
    assert picture.pixelColor(first.left() + 2, first.center().y()).name() == colour.selected
