"""What keeps the work safe in a window, and what it asks the user about, without a box."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gicapp.core.revision import Version
from gicapp.core.rounds import whole_changes_to
from gicapp.files.owner import Owner
from gicapp.files.stamp import Stamp
from gicapp.gui.background import Wanted, Work
from gicapp.gui.messages.notices import Notices
from gicapp.gui.messages.offer import Choice, Offer, offer_undo
from gicapp.gui.safety.custody import Custody
from gicapp.gui.safety.folders import recovery_folder, versions_folder
from gicapp.gui.safety.holding import Holding
from gicapp.gui.safety.keeper import Keeper
from gicapp.gui.safety.saving import Saving
from gicapp.gui.safety.versions_page import VersionsPage
from gicapp.gui.safety.writer import Found, Refused
from gicapp.gui.session import Session
from gicapp.gui.session_work import wait_for

_DISK, _SAVE, _WAIT = "disk", "save", "wait"


class Safeguard(QObject):
    """Keeps recovery copies, holds the file, and stands before every save.

    `save_wanted` and `save_as_wanted` ask for a save; `compared` carries the page that shows how
    the report differs from its file.
    """

    save_wanted = Signal()
    save_as_wanted = Signal()
    compared = Signal(object)

    def __init__(self, session: Session, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._notices = notices
        self.keeper = Keeper(session, recovery_folder(), self)
        self.custody = Custody(session, versions_folder(), self)
        self.saving = Saving(session, self.custody, self)
        self.saving.saved.connect(self._clear)
        self.saving.refused.connect(self._refuse)
        self.saving.failed.connect(self._not_saved)
        self.saving.given_up.connect(self._given_up)
        self.custody.disturbed.connect(self._tell_disturbed)
        session.replaced.connect(self._clear)
        Holding(session, self.custody, notices, self.save_as_wanted.emit)

    def open(
        self,
        words: str,
        read: Callable[[Wanted], Found | None],
        then: Callable[[Found | None], object],
    ) -> Work:
        """Open a report file beside the window; let go of it where `then` does not begin with it.

        `read` is what the custody's opening is, or does that.
        """

        def settle(found: Found | None) -> None:
            if found is not None:
                self.custody.settle(found.path, found.holder)

        def take(found: Found | None) -> None:
            try:
                then(found)
            finally:
                settle(found)

        work = wait_for(self._session, words, read, take)
        work.outlasted.connect(settle)
        return work

    def wait(self, then: Callable[[], object], *others: Choice) -> None:
        """Do this once what is being saved is saved; say so, with what else can be done."""
        self.saving.wait(then)
        text = "正在保存，保存完成后自动继续刚才的操作。"
        choices = (*others, Choice("不再继续", self.saving.forget))
        self._notices.put(_WAIT, Offer(text, choices))

    def _refuse(self, refused: Refused) -> None:
        """Tell why nothing was written: that would have overwritten the work of others."""
        self._notices.take(_WAIT)
        if isinstance(refused.by, Stamp):
            self._tell_disturbed(refused.by)
        elif refused.by is not None:
            self._refuse_held(refused.path, refused.by)
        else:
            self._note_lost()
            self._notices.take(_DISK)  # one bar says it
            self._not_saved(f"“{refused.path.name}”所在的盘不在了，可能是网络盘断开。")

    def _not_saved(self, reason: str) -> None:
        """Tell why a save failed and what to do; everything stays in the window."""
        self._offer_again(f"没有保存成功。{reason}内容都还在窗口里，没有丢失。")

    def _given_up(self, path: Path) -> None:
        """Tell that nobody knows whether the file was written.

        What was saved before still is: it is whole on disk, the old file or the same again.
        """
        self.custody.look()  # where the old one is gone, that is told
        self._offer_again(
            f"没有等到保存完成：“{path.name}”所在的位置没有及时回应，可能是网络盘断开。"
            "内容都还在窗口里，没有丢失。"
        )

    def _offer_again(self, text: str) -> None:
        self._notices.take(_WAIT)
        choices = (Choice("再保存一次", self.save_wanted.emit), self._elsewhere())
        self._notices.put(_SAVE, Offer(text, choices, grave=True))

    def _elsewhere(self) -> Choice:
        return Choice("另存为…", self.save_as_wanted.emit)

    def _clear(self) -> None:
        for topic in (_DISK, _SAVE, _WAIT):
            self._notices.take(topic)

    def _refuse_held(self, path: Path, holder: Owner) -> None:
        text = f"“{path.name}”正由{holder.name}使用，没有覆盖它。请换一个文件名保存。"
        self._notices.put(_SAVE, Offer(text, (self._elsewhere(),), grave=True))

    def look(self) -> None:
        """Look whether others wrote to the file meanwhile."""
        self.custody.look()

    def _tell_disturbed(self, stamp: Stamp | None) -> None:
        if stamp is None:
            self._note_lost()
            text = (
                f"“{self._name()}”不在原来的位置了：可能被移动、改名，或者网络盘断开了。"
                "内容都还在窗口里，可以存回原处，也可以另存到别处。"
            )
            choices: tuple[Choice, ...] = (
                Choice("存回原处", self.save_wanted.emit),
                self._elsewhere(),
            )
        else:
            text = f"“{self._name()}”在磁盘上已被改动（{stamp.clock}），与窗口里的不是同一稿。"
            choices = (
                Choice("查看差异", lambda: self._ask_disk(stamp, self._compare_disk)),
                Choice("重新载入", lambda: self._ask_disk(stamp, self._reload)),
                Choice("保留我的", lambda: self._ask_disk(stamp, self._keep_mine)),
            )
        self._notices.put(_DISK, Offer(text, choices))

    def _note_lost(self) -> None:
        """Count the report as unsaved: what was saved is gone with its file."""
        self._session.is_lost = True
        self._session.saved_state_changed.emit()

    def _ask_disk(self, stamp: Stamp, act: Callable[[Path], object]) -> None:
        """Do what was chosen beside the window; the question stays until that is done."""
        self._tell_disturbed(stamp)
        if self._session.path is not None:
            act(self._session.path)

    def _read_disk(self, path: Path, then: Callable[[Found], object]) -> None:
        words = f"正在读取磁盘上的“{path.name}”"
        wait_for(self._session, words, self.custody.reading(path), then)

    def _compare_disk(self, path: Path) -> None:
        def show(found: Found) -> None:
            versions = [Version("磁盘上的一稿", found.report)]
            hint = f"“{path}”现在的内容，和窗口里的内容。"
            page = VersionsPage(self._session, "磁盘上的改动", hint, versions, whole_changes_to)
            page.fix_choice()
            self.compared.emit(page)

        self._read_disk(path, show)

    def _reload(self, path: Path) -> None:
        """Take the file's content over as one step, so that one's own can be had back."""
        session = self._session

        def take(found: Found) -> None:
            self.custody.accept(found)
            self._notices.take(_DISK)
            session.edit("重新载入", whole_changes_to(session.report, found.report))
            session.note_saved()
            offer_undo(session, "已重新载入磁盘上的一稿。", "改回我的")

        self._read_disk(path, take)

    def _keep_mine(self, path: Path) -> None:
        def tell(_: None) -> None:
            self._notices.take(_DISK)
            self._session.told.emit(
                "保留窗口里的内容；保存时覆盖磁盘上的一稿，它已记入“以前的版本”。"
            )

        words = f"正在读取磁盘上的“{path.name}”"
        wait_for(self._session, words, self.custody.accepting(path), tell)

    def _name(self) -> str:
        return "" if self._session.path is None else self._session.path.name

    def finish(self, *, keeps_copy: bool) -> None:
        """Let go of everything: the window closes; the recovery copy goes if it is not needed."""
        self.saving.leave()
        self.keeper.finish(keeps_copy=keeps_copy)
        self.custody.finish()
