"""A key pressed in the real window until its findings are painted, against bare widgets.

Drives the whole window off the screen on the filled sample with last year's report loaded,
its section 一 made long. A keystroke ends when the report was checked and everything that
changed is painted. The baseline is a bare QTableView and a bare QTextEdit of the same contents
in windows of the same size, with no checks. One frame is 16 ms. The time is the process's own,
so that other work of a shared machine does not count; `--wall` takes the clock on the wall.
Usage: python -m benchmarks.keystroke [keystrokes] [--wall] [--profile]
"""

import cProfile
import os
import pstats
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import cycle
from types import MappingProxyType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")  # it has no size hints to give

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QTextEdit, QWidget

from gicapp.core.report import Report
from gicapp.files.sample import this_year
from gicapp.gui.appearance import dress
from gicapp.gui.session import Session
from gicapp.gui.sweeps import Sweeper
from gicapp.gui.tables.table_page import TablePage
from gicapp.gui.texts.text_page import TextPage
from gicapp.gui.window import Window, put_away

_SIZE = QSize(1366, 728)
_FRAME = 16.0  # milliseconds
_SHOWN = (50, 95, 99)  # percentiles
_WARMING = 20  # keystrokes that are not counted
_CHARACTERS = "依法公开政府信息办理申请"
_now = time.perf_counter if "--wall" in sys.argv else time.process_time
_Key = Callable[[], None]


def main() -> None:
    count = next((int(word) for word in sys.argv[1:] if word.isdecimal()), 500)
    app = QApplication([])
    dress(app)
    Sweeper(app)
    report = filled()
    window, session = _opened(report)
    with cProfile.Profile() if "--profile" in sys.argv else _Unprofiled() as profile:
        cells = _timed(table_keys(window), _until_checked(session), count)
        words = _timed(text_keys(window), _until_checked(session), count)
    bare_cells = _timed(_bare_table_keys(report), _settle, count)
    bare_words = _timed(_bare_text_keys(report), _settle, count)
    print(f"{len(report.text('1'))} characters in section 一, {len(session.findings)} findings")
    _print("a figure in table three", cells, bare_cells, "QTableView")
    _print("a character in section 一", words, bare_words, "QTextEdit")
    if isinstance(profile, cProfile.Profile):
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
    put_away(window)


class _Unprofiled:
    """Stands in for the profiler."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        return None


def filled() -> Report:
    """Return the sample with last year's report and a long section 一."""
    sample = this_year()
    text = "\n".join([sample.text("1")] * 5)
    return replace(sample, narrative=MappingProxyType({**sample.narrative, "1": text}))


def _opened(report: Report) -> tuple[Window, Session]:
    session = Session(report)
    window = Window(session)
    window.resize(_SIZE)
    window.show()
    session.check_now()
    return window, session


def table_keys(window: Window) -> Iterator[_Key]:
    """Yield the keys of figures typed down table three: each digit, then Return."""
    window.workspace.show_section(3)
    page = window.workspace.page(3)
    if not isinstance(page, TablePage):
        raise TypeError(page)
    page.focus_body()
    return _typed_cells(page.view)


def text_keys(window: Window) -> Iterator[_Key]:
    """Yield the keys of characters typed into the middle of section 一."""
    window.workspace.show_section(1)
    page = window.workspace.page(1)
    if not isinstance(page, TextPage):
        raise TypeError(page)
    return _typed_characters(page.editor)


def _typed_cells(view: QTableView) -> Iterator[_Key]:
    for figure in cycle("8135"):
        yield partial(_type, view, figure)
        yield lambda: QTest.keyClick(_editor(view), Qt.Key.Key_Return)
        below = view.model().index(
            (view.currentIndex().row() + 1) % view.model().rowCount(), view.currentIndex().column()
        )
        view.setCurrentIndex(below)


def _type(widget: QWidget, character: str) -> None:
    """Press and release a key that gives a character; a test key knows ASCII only."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(widget, event)


def _editor(view: QTableView) -> QWidget:
    return view.indexWidget(view.currentIndex()) or view


def _typed_characters(editor: QTextEdit) -> Iterator[_Key]:
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(len(editor.toPlainText()) // 2)
    editor.setTextCursor(cursor)
    for character in cycle(_CHARACTERS):
        yield partial(_type, editor, character)


def _bare_table_keys(report: Report) -> Iterator[_Key]:
    table = Session(report).form.table("requests")
    model = QStandardItemModel(table.height, table.width)
    for box in table.boxes:
        words = str(report.value(box.cell)) if box.cell else box.text
        model.setItem(box.line, box.column, QStandardItem(words))
    view = QTableView()
    view.setModel(model)
    _show_bare(view)
    view.setCurrentIndex(model.index(4, 4))
    return _typed_cells(view)


def _bare_text_keys(report: Report) -> Iterator[_Key]:
    editor = QTextEdit()
    editor.setPlainText(report.text("1"))
    _show_bare(editor)
    return _typed_characters(editor)


def _show_bare(widget: QWidget) -> None:
    window = QMainWindow(QApplication.activeWindow())
    window.setCentralWidget(widget)
    window.resize(_SIZE)
    window.show()
    widget.setFocus()


def _until_checked(session: Session) -> Callable[[], None]:
    """Return what lets events pass until nothing waits to be checked, and the paint after it."""

    def settled() -> None:
        QApplication.processEvents()
        while session.checking.is_checking:
            QApplication.processEvents()
        _settle()

    return settled


def _settle() -> None:
    """Let events pass; delete what is to be deleted, as the loop of a running program does."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def _timed(keys: Iterator[_Key], settled: Callable[[], object], count: int) -> list[float]:
    """Return the milliseconds of each keystroke."""
    settled()
    times = []
    for number, key in zip(range(_WARMING + count), keys, strict=False):
        before = _now()
        key()
        settled()
        if number >= _WARMING:
            times.append((_now() - before) * 1000)
    return times


def _print(name: str, times: list[float], bare: list[float], baseline: str) -> None:
    ours, floor = _percentiles(times), _percentiles(bare)
    verdict = "within a frame" if ours[-1] < _FRAME else "OVER A FRAME"
    print(f"{name:28} {_told(ours)} ms, {verdict}")
    print(f"  bare {baseline:22} {_told(floor)} ms")
    print(
        f"  ratio                      {_told([a / b for a, b in zip(ours, floor, strict=True)])}"
    )


def _percentiles(times: list[float]) -> list[float]:
    parts = statistics.quantiles(times, n=100)
    return [parts[n - 1] for n in _SHOWN]


def _told(figures: list[float]) -> str:
    return ", ".join(f"p{n} {figure:6.2f}" for n, figure in zip(_SHOWN, figures, strict=True))


if __name__ == "__main__":
    main()
