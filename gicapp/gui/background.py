"""Work that may take longer than a person waits for: done beside the window, and left when told.

No thread speaks to Qt: the window's own looks whether the work is done. A thread that outlives
what it works for would otherwise call what is being taken apart, or take apart what it holds last.
"""

from collections.abc import Callable
from threading import Thread
from typing import ClassVar, Final, TypeAlias, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from gicapp.errors import GicError

Wanted: TypeAlias = Callable[[], bool]  # what work asks before it does what cannot be taken back
_Result = TypeVar("_Result")
_LOOK_EVERY: Final = 10  # milliseconds: sooner than a person notices
_running: "set[Work]" = set()  # what a thread works on ends in the window's thread, none in its own


class Work(QObject):
    """One piece of work in a thread of its own, which never keeps the program from closing.

    `done` carries what it returned, `failed` the text of a GicError; neither comes once it was
    cancelled, `ended` comes in any case. `outlasted` carries what it returned although it was
    cancelled before. What it does must touch nothing that the window shows.
    """

    done = Signal(object)
    failed = Signal(str)
    ended = Signal()
    outlasted = Signal(object)
    patience: ClassVar[float] = 0.2  # seconds: what is done by then is done without a word

    def __init__(
        self, words: str, act: Callable[[Wanted], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.words = words  # what is being done, in Chinese
        self._act = act
        self._result: object = None
        self._error: Exception | None = None
        self.is_wanted = True
        self._is_told = False
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_EVERY)
        self._looking.timeout.connect(self._look)
        self.thread_of_work = Thread(target=self._run, daemon=True)

    def begin(self) -> None:
        """Begin, and wait for nothing."""
        _let_go()
        _running.add(self)
        self.thread_of_work.start()
        self._looking.start()

    def start(self) -> None:
        """Begin; what takes no longer than the patience is done when this returns."""
        self.begin()
        self.thread_of_work.join(self.patience)
        if not self.thread_of_work.is_alive():
            self._tell()

    @property
    def has_ended(self) -> bool:
        """Tell whether it is done, has failed, or was cancelled."""
        return self._is_told or not self.is_wanted

    def cancel(self) -> None:
        """Want nothing of it any more; what runs is left to end by itself."""
        if not self.has_ended:
            self.is_wanted = False
            self.ended.emit()

    def _run(self) -> None:
        try:
            self._result = self._act(lambda: self.is_wanted)
        except Exception as error:  # noqa: BLE001  # raised again in the window's own thread
            self._error = error

    def _look(self) -> None:
        if not self.thread_of_work.is_alive():
            _running.discard(self)
            self._looking.stop()
            self.deleteLater()
            self._tell()

    def _tell(self) -> None:
        if not self.is_wanted and self._error is None:
            self.outlasted.emit(self._result)
        if self.has_ended:
            return
        self._is_told = True
        self.ended.emit()
        if isinstance(self._error, GicError):
            self.failed.emit(str(self._error))
        elif self._error is not None:
            raise self._error
        else:
            self.done.emit(self._result)


def _let_go() -> None:
    """Forget the work that has come to its end after its window was closed."""
    for work in [work for work in _running if not isValid(work)]:
        if not work.thread_of_work.is_alive():
            _running.discard(work)


def answer_at_once(ask: Callable[[], _Result], parent: QObject) -> _Result | None:
    """Return what a question comes to within the patience; None where no answer comes.

    For what the window cannot go on without: a share that hangs must not hold it.
    """
    answers: list[_Result] = []
    work = Work("", lambda _: ask(), parent)
    work.done.connect(answers.append)
    work.start()
    work.cancel()  # what comes late comes too late
    return answers[0] if answers else None
