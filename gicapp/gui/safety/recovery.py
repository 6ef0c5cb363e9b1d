"""Offers what was not saved when the program last ended badly; nothing is lost by waiting."""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gicapp.core.report import Report, title_of
from gicapp.core.revision import Version, revise, with_prior_of
from gicapp.core.rounds import whole_changes_to
from gicapp.errors import GicError
from gicapp.files import store
from gicapp.files.recovery import RecoveryCopy, drop_copy, set_aside
from gicapp.form.loader import load_form
from gicapp.gui.background import Wanted, Work
from gicapp.gui.messages.offer import Choice, Offer
from gicapp.gui.safety.custody import Custody
from gicapp.gui.safety.keeper import left_behind
from gicapp.gui.safety.writer import Found
from gicapp.gui.session_work import wait_for

if TYPE_CHECKING:
    from gicapp.gui.documents import Documents
    from gicapp.gui.messages.notices import Notices
    from gicapp.gui.messages.waiting import Waiting
    from gicapp.gui.safety.versions_page import VersionsPage

_MOST: Final = 3  # offers at once; the others come with the next start
_LOOKING: Final = "正在核对上次没有保存的内容"
_RESTORING: Final = "正在恢复没有保存的内容"
_NAMELESS: Final = "没有存过盘的报告"


@dataclass(frozen=True)
class Disk:
    """What stands where a copy belongs: no report where it cannot be read; and since when."""

    report: Report | None = None
    written: datetime | None = None


class Recovery:
    """The offers to take unsaved work up again.

    The files that the copies belong to may lie on a share that does not answer: they are read
    beside the window. `show` shows what would be recovered.
    """

    def __init__(
        self,
        folder: Path,
        documents: "Documents",
        notices: "Notices",
        waiting: "Waiting",
        show: Callable[["VersionsPage"], None],
    ) -> None:
        self._folder = folder
        self._documents = documents
        self._notices = notices
        self._waiting = waiting
        self._show = show
        self._left: deque[RecoveryCopy] = deque()  # still to be looked at

    def offer(self) -> None:
        """Offer what crashed sessions left behind, each once it is set against what is on disk.

        Where nobody waits for that, it is offered all the same.
        """
        work = Work(_LOOKING, lambda _: left_behind(self._folder), self._documents)
        work.done.connect(self._begin_looking)
        self._follow(work)

    def _begin_looking(self, copies: list[RecoveryCopy]) -> None:
        self._left = deque(copies)
        for _ in range(_MOST):
            self._look_at_next()

    def _look_at_next(self) -> None:
        """Set the next copy against its file; one on a share that hangs holds up no other."""
        if not self._left:
            return
        copy = self._left.popleft()
        found: list[str] = []  # nothing where it was not waited for
        name = "" if copy.origin is None else f"“{copy.origin.name}”"
        work = Work(f"{_LOOKING}{name}", lambda _: found.append(_seen(copy)), self._documents)
        work.ended.connect(lambda: self._offer_found(copy, found[0] if found else told(copy, None)))
        self._follow(work)

    def _follow(self, work: Work) -> None:
        self._waiting.follow(work)
        work.start()

    def _offer_found(self, copy: RecoveryCopy, text: str) -> None:
        if text:
            self._offer(copy, text)
        else:  # its work was saved just before the end
            drop_copy(copy.path)
            self._look_at_next()

    def _offer(self, copy: RecoveryCopy, text: str) -> None:
        prepared = self._documents.preparation.then
        choices = (
            Choice("恢复", lambda: prepared(lambda: self._restore(copy, text), _RESTORING)),
            Choice("查看差异", lambda: prepared(lambda: self._compare(copy, text))),
            Choice("不要了", lambda: self._drop(copy, text)),
        )
        self._notices.put(_topic(copy), Offer(text, choices))

    def _restore(self, copy: RecoveryCopy, text: str) -> None:
        """Work on what was not saved, over the file that it belongs to, as one step of undo."""
        self._offer(copy, text)  # it stays until the work is there
        safeguard = self._documents.watched()

        def take(found: Found | None) -> None:
            if self._documents.may_leave(lambda: self._restore(copy, text)):
                self._begin(copy, found)

        safeguard.open(_RESTORING, _opening(copy, safeguard.custody), take)

    def _begin(self, copy: RecoveryCopy, found: Found | None) -> None:
        session, safeguard = self._documents.session, self._documents.watched()
        self._notices.take(_topic(copy))
        if found is not None:
            safeguard.custody.begin(found)
        else:
            session.begin(Report())
        session.edit("恢复未保存的内容", whole_changes_to(session.report, copy.report))
        safeguard.keeper.inherit(copy.path)
        where = "，确认后请保存。" if found is not None else "；它还没有文件，请保存。"
        session.told.emit(f"已恢复 {_clock(copy.kept)} 自动保留的内容{where}")

    def _compare(self, copy: RecoveryCopy, text: str) -> None:
        """Show what would be recovered; the offer stays."""
        self._offer(copy, text)
        wait_for(
            self._documents.session,
            "正在读取磁盘上的一稿",
            lambda _: _disk_of(copy),
            lambda disk: self._show_difference(copy, disk.report or Report()),
        )

    def _show_difference(self, copy: RecoveryCopy, disk: Report) -> None:
        from gicapp.gui.safety.versions_page import VersionsPage

        name = "磁盘上的一稿" if copy.origin is not None else "空白报告"
        versions = [
            Version(name, disk),
            Version("未保存的内容", with_prior_of(copy.report, disk)),
        ]
        hint = f"左边是{name}，右边是没有保存的内容；恢复后可以一步撤销。"
        page = VersionsPage(self._documents.session, "未保存的内容", hint, versions)
        page.fix_choice()
        self._show(page)

    def _drop(self, copy: RecoveryCopy, text: str) -> None:
        """Give unsaved work up, with the way back as long as the program runs."""
        aside = set_aside(copy.path)
        if aside is None:
            return

        def take_back() -> None:
            with suppress(OSError):  # held by another program: what was kept is here all the same
                aside.replace(copy.path)
            self._offer(copy, text)

        offer = Offer("没有恢复，未保存的内容已丢弃。", (Choice("还是要", take_back),))
        self._notices.put(_topic(copy), offer)


def told(copy: RecoveryCopy, disk: Disk | None) -> str:
    """Return in Chinese which work was not saved, when it was kept, and how much it differs.

    None stands for a disk that was not waited for.
    """
    name = f"“{copy.origin.name}”" if copy.origin is not None else _named(copy)
    ended = "上次关闭时没有等到保存完成" if copy.is_left else "程序上次没有正常退出"
    much = "还没有和磁盘上的文件核对。" if disk is None else _against(copy, disk)
    return f"{ended}。{name}有没保存的内容，{_clock(copy.kept)} 自动保留，{much}"


def _against(copy: RecoveryCopy, disk: Disk) -> str:
    form = load_form(copy.report.form)
    revision = revise(disk.report or Report(), copy.report, form)
    against = "磁盘上的文件" if disk.report is not None else "空白报告"
    is_newer = disk.written is not None and disk.written > copy.kept
    later = "磁盘上的文件后来又保存过，请先查看差异。" if is_newer else ""
    return f"与{against}有 {revision.counted or '一些设置'}不同。{later}"


def _named(copy: RecoveryCopy) -> str:
    report = copy.report
    if not report.unit.name and report.title is None:
        return _NAMELESS
    return f"“{''.join(title_of(report, load_form(report.form)).split())}”"


def _seen(copy: RecoveryCopy) -> str:
    """Return what to tell of a copy; nothing where its file holds the same."""
    disk = _disk_of(copy)
    return "" if copy.report == disk.report else told(copy, disk)


def _disk_of(copy: RecoveryCopy) -> Disk:
    if copy.origin is None:
        return Disk()
    try:
        report = store.load_report(copy.origin)
        written = datetime.fromtimestamp(copy.origin.stat().st_mtime).astimezone()
    except (GicError, OSError):
        return Disk()  # gone, or not reachable now: the copy stands for itself
    return Disk(report, written)


def _opening(copy: RecoveryCopy, custody: Custody) -> Callable[[Wanted], Found | None]:
    """Return what opens the file that a copy belongs to; None where there is none."""
    origin = copy.origin
    if origin is None:
        return lambda _: None
    read = custody.opening(origin)

    def read_if_there(is_wanted: Wanted) -> Found | None:
        try:
            return read(is_wanted)
        except GicError:
            return None  # gone, or not reachable now: the copy stands for itself

    return read_if_there


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone():%m 月 %d 日 %H:%M}"


def _topic(copy: RecoveryCopy) -> str:
    return f"recovery {copy.path.stem}"
