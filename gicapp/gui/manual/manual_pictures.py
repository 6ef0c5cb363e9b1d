"""The manual's pictures, taken from the running program so that they never go stale.

`python -m gicapp.gui.manual.manual_pictures` writes them into `docs/images/manual/`.
"""

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from gicapp.core.change import SetValue
from gicapp.core.report import Report
from gicapp.files.sample import LAST_YEAR, REPORT, this_year
from gicapp.form.values import is_number
from gicapp.gui.appearance import dress
from gicapp.gui.background import Work
from gicapp.gui.pictures import SCREEN
from gicapp.gui.screen import draw_without_screen
from gicapp.gui.texts.text_page import TextPage
from gicapp.gui.window import Window
from gicapp.resources import manual, resource

_SETTLE: Final = 300  # milliseconds until preview and checks have caught up
_HUE: Final = 0xFFF8F8F8  # colours that differ in less look alike
_FOLDER: Final = "D:\\年度报告"  # what an office machine would show


def take_manual_pictures(folder: Path) -> list[Path]:
    """Write every picture as a PNG into a folder; return their paths. An application runs."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    window = Window()
    window.resize(SCREEN)
    window.show()
    for name, arrange in PICTURES.items():
        shown = arrange(window)
        _settle()
        window.message.hide()
        _settle()
        path = folder / f"{name}.png"
        _small(shown.grab().toImage()).save(str(path))
        paths.append(path)
    window.session.begin(Report())
    window.close()
    return paths


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(_SETTLE, loop.quit)
    loop.exec()


def _small(picture: QImage) -> QImage:
    """Return a picture in 256 colours, the commonest of each that look alike: a small file."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    near: dict[int, Counter[int]] = defaultdict(Counter)
    for colour, count in Counter(memoryview(plain.constBits()).cast("I")).items():
        near[colour & _HUE][colour] += count
    common = sorted(near.values(), key=Counter.total, reverse=True)[:256]
    colours = [alike.most_common(1)[0][0] for alike in common]
    flags = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, colours, flags)


def _start(window: Window) -> QWidget:
    return window


def _assistant(window: Window) -> QWidget:
    page = window.guide.begin()
    if page is not None:
        page.read_prior(resource(REPORT))
    return window


def _sample(window: Window, section: int) -> Window:
    window.session.begin(this_year())
    window.session.check_now()
    window.guide.preview.show(wanted=False)  # a picture before may have shown it
    window.workspace.show_section(section)
    window.workspace.page(section).focus_body()
    return window


def _table(window: Window) -> QWidget:
    """Show a slip of one: the cause is found, and the cells are marked."""
    _sample(window, 3)
    session = window.session
    total = next(iter(session.form.balances)).left[0]
    value = session.report.value(total)
    session.edit("改", [SetValue(total, value + 1 if is_number(value) else 1)])
    session.check_now()
    window.workspace.show_finding(session.findings[-1])
    window.workspace.show_section(3)
    return window


def _receipt(window: Window) -> QWidget:
    window.session.begin(replace(this_year(), prior=None))
    window.session.check_now()
    window.show_receipt(resource(LAST_YEAR), prior=True)
    return window


def _preview(window: Window) -> QWidget:
    _sample(window, 4)
    window.guide.preview.show()
    return window


def _text(window: Window) -> QWidget:
    """Show the list of live figures, where a figure is to be put in."""
    _sample(window, 1)
    page = window.workspace.page(1)
    if isinstance(page, TextPage):
        place = page.editor.toPlainText().index("全年我局")
        page.editor.show_span((place, place))
        page.editor.completion.open()
    return window


def _checklist(window: Window) -> QWidget:
    _sample(window, 3)
    window.guide.check_list()
    return window


def _export(window: Window) -> QWidget:
    _sample(window, 3)
    page = window.guide.export()
    page.folder.setText(_FOLDER)
    return window


PICTURES: Final[Mapping[str, Callable[[Window], QWidget]]] = MappingProxyType(
    {
        "start": _start,
        "assistant": _assistant,
        "table": _table,
        "text": _text,
        "receipt": _receipt,
        "preview": _preview,
        "checklist": _checklist,
        "export": _export,
    }
)


def main() -> int:
    """Write the pictures where the manual looks for them; return the exit code."""
    draw_without_screen()
    app = QApplication([sys.argv[0]])
    dress(app)
    Work.patience = 60.0  # no picture of a page that is still being read
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        take_manual_pictures(manual().parent / "images" / "manual")
    return 0


if __name__ == "__main__":
    sys.exit(main())
