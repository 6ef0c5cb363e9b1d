"""Keystroke to repainted findings, on the filled sample, with real widgets.

Two walks: digits typed into table three and taken with Enter, and letters typed into section
one. Each keystroke is measured from the key event to the moment when the findings were checked
and everything that changed was painted. The baseline of the ratio is the same keystroke in a
bare table (or text) that checks nothing.
Usage: python benchmarks/keystroke.py [keystrokes]
"""

import os
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget, QTextEdit, QWidget

from gicapp.files.sample import this_year
from gicapp.gui.appearance import dress
from gicapp.gui.session import Session
from gicapp.gui.table_page import TablePage
from gicapp.gui.text_page import TextPage
from gicapp.gui.window import Window

_FRAME = 16.0  # milliseconds


def _measured(app: QApplication, strike: Callable[[int], None], count: int) -> list[float]:
    """Return the milliseconds from each keystroke until nothing is left to do or to paint."""
    times = []
    for number in range(count):
        start = time.perf_counter()
        strike(number)
        for _ in range(3):  # the check waits for the event loop, its repaint for the next turn
            app.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    return times


def _typing(widget: QWidget) -> Callable[[int], None]:
    """Return a keystroke: a digit, which opens an editor or is written, now and then Enter."""

    def strike(number: int) -> None:
        target = QApplication.focusWidget() or widget
        key = Qt.Key.Key_Return if number % 2 else Qt.Key(Qt.Key.Key_0.value + number % 10)
        QTest.keyClick(target, key)

    return strike


def _report(name: str, ours: list[float], bare: list[float]) -> None:
    percentiles = statistics.quantiles(ours, n=100)
    ratio = statistics.median(ours) / statistics.median(bare)
    print(
        f"{name}: median {statistics.median(ours):.1f} ms, 99 % {percentiles[98]:.1f} ms "
        f"(aim: {_FRAME:.0f}); bare widget median {statistics.median(bare):.1f} ms, "
        f"ratio {ratio:.1f}"
    )


def main() -> None:
    """Print the medians, the 99th percentiles and the ratios to bare widgets."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    app = QApplication([])
    dress(app)
    window = Window(Session(this_year()))
    window.resize(1366, 728)
    window.show()
    window.session.check_now()
    table, text = window.workspace.page(3), window.workspace.page(1)
    assert isinstance(table, TablePage)
    assert isinstance(text, TextPage)
    window.workspace.show_section(3)
    table.focus_body()
    _measured(app, _typing(table.view), 20)
    in_table = _measured(app, _typing(table.view), count)
    window.workspace.show_section(1)
    text.focus_body()
    text.editor.moveCursor(QTextCursor.MoveOperation.End)
    in_text = _measured(app, _typing(text.editor), count)
    bare_table, bare_text = QTableWidget(28, 10), QTextEdit()
    for widget in (bare_table, bare_text):
        widget.resize(860, 560)
        widget.show()
        widget.setFocus()
    bare_table.setCurrentCell(0, 0)
    bare_table.activateWindow()
    _report("table", in_table, _measured(app, _typing(bare_table), count))
    bare_text.activateWindow()
    bare_text.setFocus()
    _report("text", in_text, _measured(app, _typing(bare_text), count))
    os._exit(0)


if __name__ == "__main__":
    main()
