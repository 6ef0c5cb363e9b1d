"""What keeps the work safe in a window, and what it asks the user about, without a box."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gicapp.core.revision import Version
from gicapp.core.rounds import whole_changes_to
from gicapp.files.owner import Owner
from gicapp.files.stamp import Stamp
from gicapp.files.store import load_report
from gicapp.gui.messages.notices import Notices
from gicapp.gui.messages.offer import Choice, Offer, offer_undo
from gicapp.gui.safety.custody import Custody
from gicapp.gui.safety.folders import recovery_folder, versions_folder
from gicapp.gui.safety.keeper import Keeper
from gicapp.gui.safety.saving import Saving
from gicapp.gui.safety.versions_page import VersionsPage
from gicapp.gui.safety.writer import Refused
from gicapp.gui.session import Session

_LOCK, _DISK, _SAVE, _WAIT = "lock", "disk", "save", "wait"


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
        self.custody.held.connect(self._show_holder)
        self.custody.disturbed.connect(self._tell_disturbed)
        session.replaced.connect(self._clear)
        self._show_holder()

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
            self._notices.take(_DISK)  # one bar says it
            self._not_saved(f"“{refused.path.name}”所在的盘不在了，可能是网络盘断开。")

    def _not_saved(self, reason: str) -> None:
        """Tell why a save failed and what to do; everything stays in the window."""
        self._offer_again(f"没有保存成功。{reason}内容都还在窗口里，没有丢失。")

    def _given_up(self, path: Path) -> None:
        """Tell that nobody knows whether the file was written; what is open counts as unsaved."""
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

    def _show_holder(self) -> None:
        holder = self.custody.holder
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
            self._elsewhere(),
            Choice("再试一次", self._try_again),
            Choice("接手编辑", self._take_over),
        )
        self._notices.put(_LOCK, Offer(text, choices))

    def _try_again(self) -> None:
        self.custody.try_again()
        self.custody.look()

    def _take_over(self) -> None:
        self.custody.take_over()
        self.custody.look()
        if self.custody.holder is not None:
            self._session.refuse(
                f"没能接手：{self.custody.holder.name}的程序还占用着“{self._name()}”。"
                "请让对方先关闭，或者另存为。"
            )

    def _refuse_held(self, path: Path, holder: Owner) -> None:
        text = f"“{path.name}”正由{holder.name}使用，没有覆盖它。请换一个文件名保存。"
        self._notices.put(_SAVE, Offer(text, (self._elsewhere(),), grave=True))

    def look(self) -> None:
        """Look whether others wrote to the file meanwhile."""
        self.custody.look()

    def _tell_disturbed(self, stamp: Stamp | None) -> None:
        if stamp is None:
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
                Choice("查看差异", self._compare_disk),
                Choice("重新载入", self._reload),
                Choice("保留我的", self._keep_mine),
            )
        self._notices.put(_DISK, Offer(text, choices))

    def _compare_disk(self) -> None:
        self.custody.look()  # the question stays until it is answered
        path = self._session.path
        if path is None:
            return
        versions = [Version("磁盘上的一稿", load_report(path))]
        hint = f"“{path}”现在的内容，和窗口里的内容。"
        page = VersionsPage(self._session, "磁盘上的改动", hint, versions, whole_changes_to)
        page.fix_choice()
        self.compared.emit(page)

    def _reload(self) -> None:
        """Take the file's content over as one step, so that one's own can be had back."""
        path, session = self._session.path, self._session
        if path is None:
            return
        changes = whole_changes_to(session.report, load_report(path))
        self.custody.accept()
        session.edit("重新载入", changes)
        session.note_saved()
        offer_undo(session, "已重新载入磁盘上的一稿。", "改回我的")

    def _keep_mine(self) -> None:
        self.custody.accept()
        self._session.told.emit("保留窗口里的内容；保存时覆盖磁盘上的一稿，它已记入“以前的版本”。")

    def _name(self) -> str:
        return "" if self._session.path is None else self._session.path.name

    def finish(self, *, keeps_copy: bool) -> None:
        """Let go of everything: the window closes; the recovery copy goes if it is not needed."""
        self.saving.leave()
        self.keeper.finish(keeps_copy=keeps_copy)
        self.custody.finish()
