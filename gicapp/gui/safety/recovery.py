"""Offers what was not saved when the program last ended badly; nothing is lost by waiting."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gicapp.core.report import Report, title_of
from gicapp.core.revision import Version, revise, with_prior_of
from gicapp.core.rounds import whole_changes_to
from gicapp.errors import GicError
from gicapp.files.recovery import RecoveryCopy, drop_copy, set_aside
from gicapp.files.store import load_report
from gicapp.form.loader import load_form
from gicapp.gui.messages.offer import Choice, Offer
from gicapp.gui.safety.keeper import left_behind

if TYPE_CHECKING:
    from collections.abc import Callable

    from gicapp.gui.documents import Documents
    from gicapp.gui.messages.notices import Notices
    from gicapp.gui.safety.versions_page import VersionsPage

_MOST: Final = 3  # offers at once; the others come with the next start
_NAMELESS: Final = "没有存过盘的报告"


class Recovery:
    """The offers to take unsaved work up again.

    `show` shows what would be recovered.
    """

    def __init__(
        self,
        folder: Path,
        documents: "Documents",
        notices: "Notices",
        show: "Callable[[VersionsPage], None]",
    ) -> None:
        self._folder = folder
        self._documents = documents
        self._notices = notices
        self._show = show

    def offer(self) -> int:
        """Offer what crashed sessions left behind; return how many there are."""
        copies = [copy for copy in left_behind(self._folder) if not self._is_on_disk(copy)]
        for copy in copies[:_MOST]:
            self._offer(copy)
        return len(copies)

    def _is_on_disk(self, copy: RecoveryCopy) -> bool:
        """Forget a copy whose work was saved just before the end."""
        if copy.report == _disk_report(copy):
            drop_copy(copy.path)
            return True
        return False

    def _offer(self, copy: RecoveryCopy) -> None:
        choices = (
            Choice("恢复", lambda: self.restore(copy)),
            Choice("查看差异", lambda: self._compare(copy)),
            Choice("不要了", lambda: self._drop(copy)),
        )
        self._notices.put(_topic(copy), Offer(told(copy), choices))

    def restore(self, copy: RecoveryCopy) -> None:
        """Work on what was not saved, over the file that it belongs to, as one step of undo."""
        if not self._documents.may_leave(lambda: self.restore(copy)):
            self._offer(copy)
            return
        self._notices.take(_topic(copy))
        disk, session = _disk_report(copy), self._documents.session
        session.begin(disk or Report(), copy.origin if disk is not None else None)
        session.edit("恢复未保存的内容", whole_changes_to(session.report, copy.report))
        self._documents.watched().keeper.inherit(copy.path)
        where = "，确认后请保存。" if disk is not None else "；它还没有文件，请保存。"
        session.told.emit(f"已恢复{_clock(copy.kept)}自动保留的内容{where}")

    def _compare(self, copy: RecoveryCopy) -> None:
        """Show what would be recovered; the offer stays."""
        from gicapp.gui.safety.versions_page import VersionsPage

        self._offer(copy)
        disk = _disk_report(copy) or Report()
        name = "磁盘上的一稿" if copy.origin is not None else "空白报告"
        versions = [
            Version(name, disk),
            Version("未保存的内容", with_prior_of(copy.report, disk)),
        ]
        hint = "左边是磁盘上的，右边是程序意外退出之前的；恢复后可以一步撤销。"
        page = VersionsPage(self._documents.session, "未保存的内容", hint, versions)
        page.fix_choice()
        self._show(page)

    def _drop(self, copy: RecoveryCopy) -> None:
        """Give unsaved work up, with the way back as long as the program runs."""
        aside = set_aside(copy.path)
        if aside is None:
            return

        def take_back() -> None:
            aside.replace(copy.path)
            self._offer(copy)

        offer = Offer("没有恢复，未保存的内容已丢弃。", (Choice("还是要", take_back),))
        self._notices.put(_topic(copy), offer)


def told(copy: RecoveryCopy) -> str:
    """Return in Chinese which work was not saved, when it was kept, and how much it differs."""
    form = load_form(copy.report.form)
    disk = _disk_report(copy)
    name = f"“{copy.origin.name}”" if copy.origin is not None else _named(copy)
    revision = revise(disk or Report(), copy.report, form)
    against = "磁盘上的文件" if disk is not None else "空白报告"
    much = revision.counted or "一些设置"
    later = ""
    if disk is not None and copy.origin is not None and _written(copy.origin) > copy.kept:
        later = "磁盘上的文件后来又保存过，请先查看差异。"
    return (
        f"程序上次没有正常退出。{name}有没保存的内容，{_clock(copy.kept)}自动保留，"
        f"与{against}有 {much}不同。{later}"
    )


def _named(copy: RecoveryCopy) -> str:
    report = copy.report
    if not report.unit.name and report.title is None:
        return _NAMELESS
    return f"“{''.join(title_of(report, load_form(report.form)).split())}”"


def _disk_report(copy: RecoveryCopy) -> Report | None:
    try:
        return None if copy.origin is None else load_report(copy.origin)
    except GicError:
        return None  # gone, or not reachable now: the copy stands for itself


def _written(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone()


def _clock(moment: datetime) -> str:
    return f" {moment.astimezone():%m 月 %d 日 %H:%M} "


def _topic(copy: RecoveryCopy) -> str:
    return f"recovery {copy.path.stem}"
