"""A window's work is kept safe, from its beginning to the close of the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gicapp.gui.messages.bars import Bars
from gicapp.gui.messages.notices import Notices
from gicapp.gui.messages.offer import Choice
from gicapp.gui.safety.folders import recovery_folder

if TYPE_CHECKING:
    from gicapp.gui.documents import Documents
    from gicapp.gui.messages.waiting import Waiting
    from gicapp.gui.safety.archive import Archive
    from gicapp.gui.safety.safeguard import Safeguard
    from gicapp.gui.session import Session


class Keeping(QObject):
    """Keeps a window's work safe; what it needs is loaded when wanted.

    `close_wanted`: what kept the window from closing is done with.
    """

    safeguard: "Safeguard"
    close_wanted = Signal()

    def __init__(
        self, documents: "Documents", archive: "Archive", waiting: "Waiting", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._documents, self._archive, self._waiting = documents, archive, waiting
        self._session: Session | None = None
        self._waits_for_nothing = False
        self.bars = Bars()
        self.notices = Notices(self.bars)

    def attach(self, session: "Session") -> None:
        """Keep the work of a session safe."""
        from gicapp.gui.safety.safeguard import Safeguard

        self._session = session
        safeguard, documents = Safeguard(session, self.notices, self), self._documents
        self.safeguard = documents.gate = safeguard
        safeguard.saving.saved.connect(documents.remember)
        safeguard.save_wanted.connect(documents.save)
        safeguard.save_as_wanted.connect(documents.save_as)
        safeguard.compared.connect(self._archive.show)

    def look(self) -> None:
        """Look whether others wrote to the file while the window was not active."""
        if self._session is not None:
            self.safeguard.look()

    def may_close(self) -> bool:
        """Tell whether the window may close now; a save that goes on closes it when it is done."""
        if self._session is None or self._waits_for_nothing:
            return True
        anyway = Choice("不等了，直接关闭", self._close_anyway)
        return self._documents.may_leave(self.close_wanted.emit, anyway)

    def _close_anyway(self) -> None:
        """Close although the work is not saved: its recovery copy stays for the next start."""
        self._waits_for_nothing = True
        self.close_wanted.emit()

    def finish(self) -> None:
        """Let go of the file, and of the recovery copy if it is not needed: the window closes."""
        if self._session is not None:
            self._documents.leave()
            self.safeguard.finish(keeps_copy=self._waits_for_nothing)
        from gicapp.files.recovery import forget_dropped

        forget_dropped(recovery_folder())

    def offer_recovery_soon(self) -> None:
        """Offer what a crash left behind, once the window stands."""
        QTimer.singleShot(0, self, self.offer_recovery)

    def offer_recovery(self) -> None:
        """Offer what a crash left behind."""
        if any(recovery_folder().glob("*.gic")):
            from gicapp.gui.safety.recovery import Recovery

            show = self._archive.show
            Recovery(recovery_folder(), self._documents, self.notices, self._waiting, show).offer()
