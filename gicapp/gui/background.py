"""Work that takes longer than a person waits for: done beside the window, and left when told."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, Signal

from gicapp.errors import GicError


class Work(QObject):
    """One piece of work in a thread of its own, which never keeps the program from closing.

    `done` carries what it returned, `failed` the text of a GicError; neither comes once it was
    cancelled. What it does must touch nothing that the window shows.
    """

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, act: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._act = act
        self._wanted = True
        self.thread_of_work = Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin."""
        self.thread_of_work.start()

    def cancel(self) -> None:
        """Want nothing of it any more; what runs is left to end by itself."""
        self._wanted = False

    def _run(self) -> None:
        try:
            result = self._act()
        except GicError as error:
            self._tell(self.failed.emit, str(error))
        else:
            self._tell(self.done.emit, result)

    def _tell(self, emit: Callable[[object], None], what: object) -> None:
        with suppress(RuntimeError):  # the window was closed meanwhile
            if self._wanted:
                emit(what)
