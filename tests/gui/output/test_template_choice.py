"""A unit's own template, and the folder of an export, on a share that does not answer."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gicapp.gui.documents import settings
from gicapp.gui.output.export_choices import ExportChoices, load_choices, store_choices
from gicapp.gui.output.export_page import ExportPage
from gicapp.gui.window import Window
from gicapp.resources import resource
from tests.gui.conftest import Answers
from tests.gui.gate import Gate, cancel, hold, let_go, until, waiting_bar

CHECK = "gicapp.gui.output.template_choice.check_template"
LOOK = "gicapp.gui.output.template_choice.is_there"


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    settings().remove("export")
    yield
    settings().remove("export")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    place = tmp_path / "本单位.docx"
    place.write_bytes(resource("templates/2021.docx").read_bytes())
    return place


@pytest.fixture
def choosing(
    window: Window, own: Path, answers: Answers, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> ExportPage:
    """Return the page on which a template was chosen that does not answer."""
    page = window.guide.export()
    page.folder.setText(str(own.parent))
    hold(monkeypatch, gate, CHECK)
    answers.to_open = [own]
    page.templates.activated.emit(page.templates.count() - 1)
    assert gate.reached.wait(30)
    return page


def test_a_template_that_is_slow_is_used_once_it_was_looked_at(
    window: Window, choosing: ExportPage, own: Path, gate: Gate, qtbot: QtBot
) -> None:
    assert "正在查看模板“本单位.docx”" in waiting_bar(window, qtbot).text.text()
    assert not choosing.export_button.isEnabled()
    assert "看完就可以导出" in choosing.note.text()
    gate.opened.set()
    until(qtbot, lambda: choosing.choices.template == own)
    assert choosing.export_button.isEnabled()
    assert choosing.templates.currentText() == "本单位模板：本单位.docx"
    assert window.waiting.bars == []


def test_whoever_does_not_wait_for_a_template_exports_with_the_one_before(
    window: Window, choosing: ExportPage, gate: Gate, qtbot: QtBot
) -> None:
    cancel(window, qtbot)
    assert choosing.export_button.isEnabled()
    assert choosing.templates.state == ""
    let_go(gate, qtbot)
    assert choosing.choices.template is None
    assert choosing.templates.currentIndex() == 0


def test_the_official_template_is_chosen_past_one_that_hangs(
    window: Window, choosing: ExportPage, gate: Gate, qtbot: QtBot
) -> None:
    choosing.templates.setCurrentIndex(0)
    choosing.templates.activated.emit(0)
    assert window.waiting.bars == []
    assert choosing.export_button.isEnabled()
    let_go(gate, qtbot)
    assert choosing.choices.template is None


def test_a_page_that_is_left_waits_for_no_template(
    window: Window, choosing: ExportPage, gate: Gate, qtbot: QtBot
) -> None:
    qtbot.mouseClick(choosing.leave_button, Qt.MouseButton.LeftButton)
    assert window.waiting.bars == []
    let_go(gate, qtbot)
    assert window.guide.choices.template is None


@pytest.fixture
def remembered(own: Path) -> Path:
    """Return a template that was used the last time."""
    store_choices(settings(), replace(ExportChoices(), template=own))
    return own


def test_where_the_last_template_does_not_answer_the_page_comes_and_says_so(
    window: Window, remembered: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    hold(monkeypatch, gate, LOOK)
    page = window.guide.export()
    assert gate.reached.wait(30)
    assert page.choices.template == remembered
    assert page.export_button.isEnabled()
    assert "模板“本单位.docx”所在的位置还没有回应" in page.note.text()
    gate.opened.set()
    until(qtbot, lambda: "还没有回应" not in page.note.text())
    assert page.choices.template == remembered


def test_a_template_that_is_gone_is_told_and_the_official_one_used(
    window: Window, remembered: Path
) -> None:
    remembered.unlink()
    page = window.guide.export()
    assert "找不到本单位模板" in window.message.text.text()
    assert page.choices.template is None
    assert page.fields.pitch.isEnabled()
    assert load_choices(settings()).template == remembered  # until something is exported


def test_the_preview_asks_no_share_for_the_template(
    window: Window, remembered: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(monkeypatch, gate, LOOK)
    window.guide.toggle_preview()
    assert window.guide.preview.is_shown
    assert window.guide.choices.template == remembered
    assert not gate.reached.is_set()


def test_what_would_be_replaced_in_another_folder_is_told_though_the_first_hangs(
    window: Window, tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "年报.docx").write_bytes(b"")
    page = window.guide.export()
    page.name.setText("年报")
    with monkeypatch.context() as slow:
        hold(slow, gate, "gicapp.gui.output.standing.is_there")
        page.folder.setText(str(tmp_path / "断开的盘"))
        assert gate.reached.wait(30)
    page.folder.setText(str(tmp_path))
    until(qtbot, lambda: "将替换已有的“年报.docx”" in page.note.text())
    let_go(gate, qtbot)
    assert "将替换已有的“年报.docx”" in page.note.text()
