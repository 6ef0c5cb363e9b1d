"""What every test of the window uses: a filled report, and a window that must ask nothing."""

import gc
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gicapp.core.report import Report, Unit
from gicapp.files.store import save_report
from gicapp.form.loader import load_form
from gicapp.gui.appearance import dress
from gicapp.gui.background import Work
from gicapp.gui.dialogs import Answer, Dialogs
from gicapp.gui.icons import pixmap
from gicapp.gui.session import Session
from gicapp.gui.sweeps import Sweeper
from gicapp.gui.tables.table_page import TablePage
from gicapp.gui.tables.table_view import TableView
from gicapp.gui.window import Window
from tests.gui.gate import Gate

FORM = load_form()


class Answers(Dialogs):
    """Answers every question with what the test says, and fails on one it did not expect."""

    def __init__(self) -> None:
        self.to_open: list[Path | None] = []
        self.to_save: list[Path | None] = []
        self.to_unsaved: list[Answer] = []

    def file_to_open(self, title: str, kinds: str, folder: str) -> Path | None:
        return self.to_open.pop(0)

    def file_to_save(self, title: str, kinds: str, proposed: str) -> Path | None:
        return self.to_save.pop(0)

    def unsaved(self, name: str) -> Answer:
        return self.to_unsaved.pop(0)


@pytest.fixture(scope="session", autouse=True)
def _own_settings() -> Iterator[None]:
    """Keep what the program remembers out of the user's own settings."""
    with tempfile.TemporaryDirectory() as folder:
        for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, folder)
        os.environ["XDG_STATE_HOME"] = os.environ["XDG_DATA_HOME"] = folder
        yield


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session", autouse=True)
def _put_away(qapp: QApplication) -> Iterator[None]:
    """Take apart while the application lives what would start timers after its end."""
    yield
    for widget in qapp.topLevelWidgets():
        if widget.parent() is None:  # a menu ends with its window
            widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    pixmap.cache_clear()
    qapp.clipboard().clear()  # off the screen it outlives Python, and what Python made must not


@pytest.fixture(scope="session", autouse=True)
def sweeper(qapp: QApplication) -> Iterator[Sweeper]:
    """Keep what tests leave behind from ending in a thread of a later one, as the program does."""
    made = Sweeper(qapp)
    yield made
    gc.enable()
    gc.collect()  # before what is left is put away: half a window in a circle would crash then


@pytest.fixture(autouse=True)
def _swept(sweeper: Sweeper) -> Iterator[None]:
    yield
    sweeper.sweep_if_due()  # few tests have a running event loop


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    """Delete the widgets that pytest-qt has closed, lest every later change of colours dress them.

    Only a running event loop would do that, and few tests have one.
    """
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let work beside the window be done at once, however slow the machine is."""
    monkeypatch.setattr(Work, "patience", 60.0)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch, _patient: None) -> Iterator[Gate]:
    """Yield a gate; nothing is waited for in the window's own thread."""
    monkeypatch.setattr(Work, "patience", 0.0)
    made = Gate()
    yield made
    made.opened.set()


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    if not qapp.styleSheet():
        dress(qapp)


def consistent_report() -> Report:
    """Return a report of which every table adds up, with last year's."""
    values = dict.fromkeys(FORM.cells, 0)
    for row in ("new", "granted", "handled"):
        for column in ("natural", "total"):
            values[f"requests.{row}.{column}"] = 3
    prior = Report(year=2022, values=MappingProxyType(dict.fromkeys(FORM.cells, 0)))
    return Report(
        unit=Unit("某市知识产权局"),
        year=2023,
        values=MappingProxyType(values),
        narrative=MappingProxyType(
            {"1": "（一）主动公开\n公开信息3条。", "5": "问题。", "6": "无。"}
        ),
        prior=prior,
    )


@pytest.fixture
def report() -> Report:
    return consistent_report()


@pytest.fixture
def typed_totals() -> Report:
    return replace(consistent_report(), automatic_totals=False)


@pytest.fixture
def session(report: Report) -> Session:
    made = Session(report)
    made.check_now()
    return made


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def window(qtbot: QtBot, session: Session, answers: Answers) -> Iterator[Window]:
    made = Window(session, answers)
    qtbot.addWidget(made, before_close_func=lambda w: w.session.begin(Report()))
    made.resize(1366, 728)
    made.show()
    yield made
    assert QApplication.activeModalWidget() is None


@pytest.fixture
def table(window: Window) -> Callable[[int], TableView]:
    """Return the function that shows a section's table and gives its view."""

    def shown(section: int) -> TableView:
        window.workspace.show_section(section)
        page = window.workspace.page(section)
        assert isinstance(page, TablePage)
        page.focus_body()
        return page.view

    return shown


@pytest.fixture
def path(tmp_path: Path, report: Report) -> Path:
    place = tmp_path / "报告.gic"
    save_report(place, report)
    return place


@pytest.fixture
def opened(window: Window, path: Path) -> Window:
    window.documents.open(path)
    return window
