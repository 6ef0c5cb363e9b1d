"""A file that is dragged onto the window from the desktop."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from gicapp.files.stamp import is_file
from gicapp.gui.background import answer_at_once


class FileDrop(QObject):
    """Takes files dropped anywhere on a widget; `dropped` carries the path of one."""

    dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Accept a single file; leave everything else alone."""
        if isinstance(event, QDragEnterEvent) and self._file_in(event.mimeData()) is not None:
            event.acceptProposedAction()
            return True
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            path = self._file_in(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                self.dropped.emit(path)
                return True
        return False

    def _file_in(self, data: QMimeData) -> Path | None:
        """Return the one local file that is dragged, or None.

        One on a share that does not answer counts as a file: whoever takes it waits beside the
        window.
        """
        urls = data.urls()
        if len(urls) != 1 or not urls[0].isLocalFile():
            return None
        path = Path(urls[0].toLocalFile())
        return None if answer_at_once(lambda: is_file(path), self) is False else path
