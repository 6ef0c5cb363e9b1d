"""Loads what a report needs beside the window; what is asked for meanwhile waits, or is left."""

from collections.abc import Callable
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from gicapp.gui.background import Work

_STANDS: Final = 100  # milliseconds: the first window is painted by then
_BESIDE: Final = ("gicapp.core.beginning", "gicapp.core.causes")  # half a second of patterns
_PAGES: Final = (  # that know Qt: the window's own thread loads them, one at a time
    "gicapp.gui.session",
    "gicapp.gui.safety.safeguard",
    "gicapp.gui.status_line",
    "gicapp.gui.workspace",
    "gicapp.gui.start.assistant_page",
    "gicapp.gui.start.profile_page",
    "gicapp.gui.tables.table_page",
    "gicapp.gui.texts.text_page",
)


class Preparation(QObject):
    """Has what a report needs loaded before the window's own thread asks for it.

    `begun` carries the work that waits for it, to be shown with a way to cancel.
    """

    begun = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._loading: Work | None = None
        self._waiting: Work | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._begin)
        self._pages = list(_PAGES)
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._load_page)

    def begin_soon(self) -> None:
        """Load once the window stands, so that the first report waits for nothing."""
        self._soon.start(_STANDS)

    def then(self, act: Callable[[], object], words: str = "正在准备编辑界面") -> None:
        """Do this once all is loaded, at once where nobody prepares; `words` say what is done.

        What was asked for before and still waits is given up: the last wish is meant.
        """
        if self._waiting is not None:
            self._waiting.cancel()
        if self._soon.isActive():
            self._soon.stop()
            self._begin()
        if self._loading is None:
            act()
            return
        loading = self._loading.thread_of_work
        self._waiting = Work(words, lambda _: loading.join(), self)
        self._waiting.ended.connect(self._forget)
        self._waiting.done.connect(lambda _: act())
        self.begun.emit(self._waiting)
        self._waiting.begin()

    def _forget(self) -> None:
        self._waiting = None

    def _begin(self) -> None:
        self._loading = Work("", lambda _: _load(), self)
        self._loading.ended.connect(self._end)
        self._loading.begin()

    def _end(self) -> None:
        self._loading = None
        self._idle.start()

    def _load_page(self) -> None:
        import_module(self._pages.pop(0))
        if not self._pages:
            self._idle.stop()


def _load() -> None:
    from gicapp.core.checks.catalogue import check
    from gicapp.core.report import Report
    from gicapp.form.loader import load_form

    for name in _BESIDE:
        import_module(name)
    report = Report()
    check(load_form(report.form), report)  # what the rules keep of a form, they keep now
