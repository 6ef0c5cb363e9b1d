"""Process start to first paint, against a bare PySide6 window with three tables.

Each run is a process of its own, the two kinds in turn; the ratio is of the medians. Both find
their modules compiled, as they are on a user's machine.
Usage: python benchmarks/startup.py [runs]
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

_ROOT = Path(__file__).resolve().parent.parent
_PAINTED = """
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: (print(time.perf_counter() - start), os._exit(0)))
        return False
"""
_BARE = f"""
import os, time
start = float(os.environ["STARTED"])
from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTableView
{_PAINTED}
class Zeros(QAbstractTableModel):
    def rowCount(self, parent=QModelIndex()):
        return 28
    def columnCount(self, parent=QModelIndex()):
        return 10
    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return "0" if role == Qt.ItemDataRole.DisplayRole else None
app = QApplication([])
window, splitter = QMainWindow(), QSplitter()
for _ in range(3):
    table = QTableView()
    table.setModel(Zeros(splitter))
    splitter.addWidget(table)
window.setCentralWidget(splitter)
window.resize(1366, 728)
painted = Painted()
table.viewport().installEventFilter(painted)
window.show()
app.exec()
"""
_WHOLE = f"""
import os, time
start = float(os.environ["STARTED"])
from PySide6.QtCore import QEvent, QObject, QTimer
{_PAINTED}
from gicapp.app import open_window
app, window = open_window()
painted = Painted()
window.start_page.installEventFilter(painted)
window.show()
app.exec()
"""


def _seconds(code: str, compiled: str) -> float:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(_ROOT),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": compiled,
        "STARTED": str(time.perf_counter()),  # one clock for all processes of the machine
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])


def main() -> None:
    """Print the medians and their ratio; the aim is 1.3 at most."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    bare, whole = [], []
    with TemporaryDirectory() as compiled:
        _seconds(_BARE, compiled), _seconds(_WHOLE, compiled)
        for _ in range(runs):
            bare.append(_seconds(_BARE, compiled))
            whole.append(_seconds(_WHOLE, compiled))
    base, ours = statistics.median(bare), statistics.median(whole)
    print(f"bare PySide6 window, three tables: {base * 1000:.0f} ms")
    print(f"gicapp, first paint:               {ours * 1000:.0f} ms")
    print(f"ratio: {ours / base:.2f} (aim: 1.3 at most)")


if __name__ == "__main__":
    main()
