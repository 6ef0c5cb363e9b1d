"""What the program begins with."""

import os
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from gicapp.core.report import Report
from gicapp.files.store import save_report
from gicapp.gui.appearance import recolour
from gicapp.gui.window import Window
from tests.gui.gate import Gate, hold


def _buttons(window: Window) -> dict[str, QToolButton]:
    found = cast("list[QToolButton]", window.start_page.findChildren(QToolButton))
    return {button.accessibleName() or button.text(): button for button in found}


def test_it_offers_the_ways_to_begin(fresh: Window) -> None:
    assert fresh.start_page.isVisible()
    assert {"新建报告", "打开报告", "导入已有数据", "看看样例"} <= set(_buttons(fresh))
    assert not fresh.actions_by_name["save"].isEnabled()


def test_a_new_report_begins_with_the_questions_about_it(fresh: Window) -> None:
    _buttons(fresh)["新建报告"].click()
    assert not fresh.start_page.isVisible()
    assert fresh.session.report == Report()


def test_the_sample_opens_as_a_report_without_a_file(fresh: Window) -> None:
    _buttons(fresh)["看看样例"].click()
    assert fresh.session.report.values
    assert fresh.session.path is None
    assert fresh.close()


def test_a_file_used_lately_is_one_click_away(qtbot: QtBot, fresh: Window, tmp_path: Path) -> None:
    save_report(tmp_path / "昨天.gic", Report(year=2022))
    fresh.documents.open(tmp_path / "昨天.gic")
    later = Window()
    qtbot.addWidget(later)
    later.show()
    _buttons(later)["昨天.gic"].click()
    assert later.session.report.year == 2022


@pytest.fixture
def one_is_gone(fresh: Window, tmp_path: Path) -> list[str]:
    """Remember a file that is there and one that no longer is; return their names."""
    names = ["昨天.gic", "前天.gic"]
    for name in names:
        save_report(tmp_path / name, Report(year=2022))
        fresh.documents.remember(tmp_path / name)
    (tmp_path / "前天.gic").unlink()
    return names


def _offered(window: Window, names: list[str]) -> list[str]:
    return [name for name in names if _buttons(window)[name].isVisible()]


def test_a_file_used_lately_that_is_gone_is_not_offered(
    one_is_gone: list[str], qtbot: QtBot
) -> None:
    later = Window()
    qtbot.addWidget(later)
    later.show()
    assert _offered(later, one_is_gone) == ["昨天.gic"]


def test_a_share_that_does_not_answer_keeps_no_window_from_coming(
    one_is_gone: list[str], gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    hold(monkeypatch, gate, "gicapp.gui.start.start_page.is_there")
    later = Window()
    qtbot.addWidget(later)
    later.show()
    assert gate.reached.wait(30)
    assert _offered(later, one_is_gone) == one_is_gone
    gate.opened.set()
    qtbot.waitUntil(lambda: _offered(later, one_is_gone) == ["昨天.gic"])


def test_a_window_that_holds_nothing_closes_without_a_question(fresh: Window) -> None:
    assert fresh.close()


QUITTING = """
import sys
from PySide6.QtCore import QTimer
from gicapp import app
opened = app.open_window
def quitting():
    application, window = opened()
    look = QTimer(application)
    look.timeout.connect(lambda: look_at(window) and application.quit())
    look.start(50)
    return application, window
app.open_window = quitting
"""


def _run_program(folder: Path, look_at: str, *arguments: str) -> list[str]:
    """Return what the program prints that is looked at every moment until this is true."""
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(  # this interpreter, this program
        [
            sys.executable,
            "-c",
            f"{QUITTING}\n{look_at}\nsys.exit(app.run(sys.argv[1:]))",
            *arguments,
        ],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout.split()


def test_the_program_opens_a_file_in_its_own_process_and_ends_well(tmp_path: Path) -> None:
    save_report(tmp_path / "报告.gic", Report(year=2021))
    code = """
def look_at(window):
    if window.start_page.isVisible():
        return False  # it is being read
    print(window.session.report.year, ascii(window.windowTitle()[:2]), flush=True)
    return True
"""
    said = _run_program(tmp_path, code, str(tmp_path / "报告.gic"))
    assert said == ["2021", ascii("报告")]


def test_the_rules_are_loaded_while_the_start_page_stands(tmp_path: Path) -> None:
    code = """
def look_at(window):
    return {"gicapp.core.text.claims", "gicapp.core.beginning", "gicapp.gui.texts.text_page"} <= {
        *sys.modules
    }
"""
    assert _run_program(tmp_path, code) == []  # and it ends


def test_a_share_that_hangs_does_not_keep_the_program_from_ending(tmp_path: Path) -> None:
    save_report(tmp_path / "报告.gic", Report(year=2021))
    code = """
from threading import Event
from gicapp.gui.safety import file_lock
def look_at(window):
    if window.session.path is None:
        return False
    file_lock.read_owner = lambda _: Event().wait()
    window.close()
    return True
"""
    assert _run_program(tmp_path, code, str(tmp_path / "报告.gic")) == []


@pytest.mark.parametrize(("folder", "said"), [("/共享", []), (".", ["end"])])
def test_python_does_not_wait_at_its_end_for_a_dialog_that_still_reads_a_share(
    tmp_path: Path, folder: str, said: list[str]
) -> None:
    code = f"""
import atexit
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QFileSystemModel
from gicapp.gui.file_dialog import chosen_in
def enter_and_leave(dialog):
    QTest.qWait(300)
    if {folder!r} != ".":
        dialog.findChild(QFileSystemModel).rootPathChanged.emit({folder!r})
QFileDialog.exec = enter_and_leave
atexit.register(print, "end", flush=True)
def look_at(window):
    chosen_in(QFileDialog(window, "", {str(tmp_path)!r}))
    return True
"""
    assert _run_program(tmp_path, code) == said


def test_its_icons_follow_the_colours(fresh: Window, qapp: QApplication) -> None:
    button = _buttons(fresh)["新建报告"]
    icon = cast("list[QLabel]", button.findChildren(QLabel))[0]
    before = icon.pixmap().toImage()
    recolour(qapp, dark=True)
    after = icon.pixmap().toImage()
    recolour(qapp, dark=False)
    assert after != before
    assert icon.pixmap().toImage() == before
