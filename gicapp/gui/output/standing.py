"""Which of the files to be written are there already; a share that hangs hinders nobody."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gicapp.files.stamp import is_there
from gicapp.gui.background import Work


class Standing(QObject):
    """Looks at the targets of an export beside the window, at the last ones that were asked about.

    `found`: `names`, of those that are there, are others than before.
    """

    found = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()
        self._asked: tuple[Path, ...] = ()
        self._work: Work | None = None

    def look(self, targets: Sequence[Path]) -> None:
        """Look at these, once an earlier look there has ended; until then nothing is known.

        A look at another folder, which may hang, is not waited for.
        """
        before, self._asked = self._asked, tuple(targets)
        if self._asked != before:
            self.names = ()
        if self._work is not None and _folders(before) != _folders(self._asked):
            self._work.cancel()
        if self._work is None or self._work.has_ended:
            self._begin()

    def _begin(self) -> None:
        asked = self._asked
        self._work = Work("", lambda _: tuple(p.name for p in asked if is_there(p)), self)
        self._work.done.connect(lambda names: self._take(asked, names))
        self._work.start()

    def _take(self, asked: tuple[Path, ...], names: tuple[str, ...]) -> None:
        if asked != self._asked:
            self._begin()
        elif names != self.names:
            self.names = names
            self.found.emit()


def _folders(targets: Sequence[Path]) -> set[Path]:
    return {target.parent for target in targets}
