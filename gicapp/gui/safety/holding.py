"""Asks what to do about a report file that another has open: it is read only until then."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from gicapp.files.owner import Owner
from gicapp.gui.messages.notices import Notices
from gicapp.gui.messages.offer import Choice, Offer
from gicapp.gui.safety.custody import Custody
from gicapp.gui.session import Session
from gicapp.gui.session_work import wait_for

_LOCK: Final = "lock"


class Holding(QObject):
    """Says who has the session's file, and tries to hold it when told."""

    def __init__(
        self, session: Session, custody: Custody, notices: Notices, save_as: Callable[[], object]
    ) -> None:
        super().__init__(custody)
        self._session = session
        self._custody = custody
        self._notices = notices
        self._save_as = save_as
        custody.held.connect(self._show)
        self._show()

    def _show(self) -> None:
        holder = self._custody.holder
        self._session.held_by = "" if holder is None else holder.name
        self._session.saved_state_changed.emit()
        if holder is None:
            self._notices.take(_LOCK)
            return
        text = (
            f"“{self._name()}”正由{holder.name}使用，这里按只读打开：可以查看和修改，"
            "保存时要用另一个文件名。"
        )
        choices = (
            Choice("另存为…", self._save_as),
            Choice("再试一次", lambda: self._hold(self._custody.look, by_force=False)),
            Choice("接手编辑", lambda: self._hold(self._tell_taken, by_force=True)),
        )
        self._notices.put(_LOCK, Offer(text, choices))

    def _hold(self, then: Callable[[], None], *, by_force: bool) -> None:
        """Hold the file beside the window; what comes of it counts although it is cancelled."""
        path = self._session.path
        if path is None:
            return

        def settle(holder: Owner | None) -> None:
            self._custody.settle(path, holder)

        def take(holder: Owner | None) -> None:
            settle(holder)
            then()

        self._show()  # the question stays until it is answered
        words = f"正在查看谁在使用“{path.name}”"
        hold = self._custody.holding(path, by_force=by_force)
        wait_for(self._session, words, hold, take).outlasted.connect(settle)

    def _tell_taken(self) -> None:
        self._custody.look()
        holder = self._custody.holder
        if holder is not None:
            self._session.refuse(
                f"没能接手：{holder.name}的程序还占用着“{self._name()}”。"
                "请让对方先关闭，或者另存为。"
            )

    def _name(self) -> str:
        return "" if self._session.path is None else self._session.path.name
