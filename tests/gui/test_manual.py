"""The manual: whole, with its pictures, and shown by F1 without a network."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from gicapp.gui.actions import ACTIONS
from gicapp.gui.appearance import GAP
from gicapp.gui.guide import _CHAPTERS
from gicapp.gui.manual.manual_pictures import PICTURES, take_manual_pictures
from gicapp.gui.manual.manual_window import ManualWindow
from gicapp.gui.window import Window
from gicapp.resources import manual

TEXT = manual().read_text("utf-8")
HEAVIEST = 150 * 1024


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_the_manual_speaks_of_every_action_and_its_keys(action: object) -> None:
    text = action.text.removesuffix("…")  # type: ignore[attr-defined]
    assert text in TEXT
    assert action.keys in TEXT  # type: ignore[attr-defined]


def test_the_manual_shows_exactly_the_pictures_that_are_taken() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TEXT)
    assert sorted(shown) == sorted(f"images/manual/{name}.png" for name in PICTURES)
    for name in shown:
        path = manual().parent / name
        assert path.stat().st_size <= HEAVIEST
        assert not QImage(str(path)).isNull()


def test_the_pictures_are_taken_from_the_running_program(tmp_path: Path) -> None:
    paths = take_manual_pictures(tmp_path)
    assert [path.stem for path in paths] == list(PICTURES)
    assert all(0 < path.stat().st_size <= HEAVIEST for path in paths)
    assert len({path.read_bytes() for path in paths}) == len(paths)


def test_the_window_shows_every_chapter_with_its_pictures(qtbot: QtBot) -> None:
    shown = ManualWindow()
    qtbot.addWidget(shown)
    shown.show()
    titles = [shown.chapters.item(row).text() for row in range(shown.chapters.count())]
    assert titles == re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
    kind = QTextDocument.ResourceType.ImageResource.value
    for name in PICTURES:
        picture = shown.text.loadResource(kind, QUrl(f"images/manual/{name}.png"))
        assert isinstance(picture, QImage)
        assert 0 < picture.width() <= shown.text.width()


def test_a_chapter_is_brought_to_the_top(qtbot: QtBot) -> None:
    shown = ManualWindow()
    qtbot.addWidget(shown)
    shown.show()
    shown.chapters.setCurrentRow(4)
    assert shown.text.verticalScrollBar().value() > 0


def test_f1_opens_the_manual_at_what_the_user_is_doing(window: Window, qtbot: QtBot) -> None:
    assert set(_CHAPTERS.values()) <= set(re.findall(r"^## (.+)$", TEXT, re.MULTILINE))
    window.guide.check_list()
    window.actions_by_name["manual"].trigger()
    shown = window.guide.show_manual()
    qtbot.addWidget(shown)
    assert shown.isVisible()
    assert not shown.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)  # the report's window ends it
    assert shown.chapters.currentItem().text() == "送审清单"
    assert shown.text.cursorForPosition(QPoint(20, 3 * GAP)).block().text() == "送审清单"
    assert shown.text.horizontalScrollBar().maximum() == 0
    window.workspace.show_section(1)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
