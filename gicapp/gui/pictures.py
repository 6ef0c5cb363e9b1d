"""Pictures of the running window: every section's editor, with the findings beside it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from gicapp.core.report import Report
from gicapp.gui.appearance import dress, recolour
from gicapp.gui.session import Session
from gicapp.gui.window import Window, put_away

SCREEN: Final = QSize(1366, 728)  # a 1366×768 screen without the system's own bar


def section_pictures(
    report: Report,
    path: Path | None,
    folder: Path,
    *,
    size: QSize = SCREEN,
    dark: bool = False,
) -> list[Path]:
    """Write a PNG of every section's editor into a folder; return their paths.

    `path` is the file that the window shall show as the report's, if any. The platform must
    be able to draw (offscreen will do); an application is made where there is none.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["gicapp"])
        dress(app)
    recolour(app, dark=dark)
    folder.mkdir(parents=True, exist_ok=True)
    window = _window(report, path, size)
    pictures = []
    for number in range(window.workspace.sections.count()):
        window.workspace.show_section(number)
        window.workspace.page(number).focus_body()
        app.processEvents()
        target = folder / f"section-{number}.png"
        window.grab().save(str(target))
        pictures.append(target)
    window.session.begin(Report())
    window.close()
    put_away(window)
    return pictures


def _window(report: Report, path: Path | None, size: QSize) -> Window:
    session = Session()
    window = Window(session)
    window.resize(size)
    session.begin(report, path)
    window.show()
    session.check_now()
    return window
