"""What the File menu does with files: open, save, import, and the files used lately."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSettings, Signal

from gicapp.errors import GicError
from gicapp.gui.background import Wanted, Work
from gicapp.gui.dialogs import REPORT_FILES, SOURCES, Answer, Dialogs, own_documents
from gicapp.gui.messages.offer import Choice
from gicapp.gui.preparation import Preparation
from gicapp.gui.session_work import wait_for

if TYPE_CHECKING:
    from gicapp.core.comparison import Difference
    from gicapp.core.reading import Reading
    from gicapp.gui.safety.custody import Custody
    from gicapp.gui.safety.safeguard import Safeguard
    from gicapp.gui.safety.writer import Found
    from gicapp.gui.session import Session

_RECENT: Final = "recent"
_FOLDER: Final = "folder"
_MOST_RECENT: Final = 8
_NO_NAME: Final = '\\/:*?"<>|\n\t'


def settings() -> QSettings:
    """Return what the program remembers between runs."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "gicapp", "gicapp")


class Documents(QObject):
    """The files of a session.

    `import_wanted` carries a path and whether its figures are last year's; `recent_changed`
    says that the list of files used lately is another one.
    """

    import_wanted = Signal(object, bool)
    recent_changed = Signal()

    def __init__(
        self,
        session_of: "Callable[[], Session]",
        preparation: Preparation,
        dialogs: Dialogs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session_of = session_of
        self.preparation = preparation  # stands before every report
        self.dialogs = dialogs
        self.gate: Safeguard | None = None  # stands before every save
        self._opening: Work | None = None

    @property
    def session(self) -> "Session":
        """Return the session, which is made when it is first wanted."""
        return self._session_of()

    def open_sample(self) -> None:
        """Open the bundled sample as a report that has no file yet."""

        def begin() -> None:
            from gicapp.files.sample import this_year

            if not self.may_leave(self.open_sample):
                return
            try:
                self.session.begin(this_year())
            except GicError as error:
                self.session.refuse(error)

        self.preparation.then(begin, "正在打开样例")

    def open_asked(self) -> None:
        """Ask for a report file and open it."""
        path = self.dialogs.file_to_open("打开报告", REPORT_FILES, self.folder())
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a report file; anything else is offered for import."""
        self.preparation.then(lambda: self._open(path), f"正在打开“{path.name}”")

    def _open(self, path: Path) -> None:
        self.leave()  # the last one that was asked for is meant
        gate = self.watched()
        self._opening = gate.open(
            f"正在打开“{path.name}”",
            gate.custody.opening(path),
            lambda found: self._begin(gate.custody, path, found),
        )

    def watched(self) -> "Safeguard":
        """Return what stands before the files, which comes with the session."""
        session = self.session
        assert self.gate is not None, session  # noqa: S101  # it came with the session
        return self.gate

    def leave(self) -> None:
        """Give up what is being opened."""
        if self._opening is not None:
            self._opening.cancel()

    def _begin(self, custody: "Custody", path: Path, found: "Found | None") -> None:
        """Work on a report that was read; without one the file is a source."""
        session = self.session
        was_saved = session.is_saved
        if found is None:
            self.import_wanted.emit(path, False)  # a signal has no keywords
        elif self.may_leave(lambda: self.open(path)):
            if path == session.path and session.is_saved and not was_saved:
                self.open(path)  # it was saved after it was read
                return
            custody.begin(found)
            self.remember(path)

    def save(self, then: Callable[[], object] | None = None) -> bool:
        """Save where the report is kept; ask where when it is new. Return whether it was saved.

        Where that takes long, `then` is called once it is.
        """
        session = self.session
        if session.path is None or session.held_by:
            return self.save_as(then)
        return self._save(session.path, then)

    def save_as(self, then: Callable[[], object] | None = None) -> bool:
        """Ask where to save, and save there."""
        session = self.session
        proposed = str(session.path or Path(self.folder()) / f"{self.name()}.gic")
        if session.path is not None and session.held_by:
            proposed = str(session.path.with_stem(f"{session.path.stem}（副本）"))
        path = self.dialogs.file_to_save("另存为", REPORT_FILES, proposed)
        return path is not None and self._save(_ending(path, ".gic"), then)

    def _save(self, path: Path, then: Callable[[], object] | None) -> bool:
        return self.gate is not None and self.gate.saving.save(path, then)

    @property
    def is_saving(self) -> bool:
        """Tell whether a save goes on beside the window."""
        return self.gate is not None and self.gate.saving.is_under_way

    def may_leave(self, again: Callable[[], object], *others: Choice) -> bool:
        """Ask what to do with unsaved work; return whether it is seen to now.

        Where it is being saved and that takes long, `again` is called once it is: what was
        asked for is asked for again. Until then `others` can be done as well.
        """
        session = self.session
        if session.is_saved and not self.is_saving:
            return True
        if not self.is_saving:
            answer = self.dialogs.unsaved(self.name())
            if answer is not Answer.SAVE:
                return answer is Answer.DISCARD
            if self.save():
                return True
        if self.gate is not None and self.is_saving:
            self.gate.wait(again, *others)
        return False

    def import_asked(self, *, prior: bool) -> None:
        """Ask for a source and offer what it holds, as this year's or as last year's figures."""
        title = "导入上年报告" if prior else "导入本年数据"
        path = self.dialogs.file_to_open(title, SOURCES, self.folder())
        if path is not None:
            self._remember_folder(path)
            read = partial(self.import_wanted.emit, path, prior)
            self.preparation.then(read, f"正在读取“{path.name}”")

    def name(self) -> str:
        """Return what to call the report: its file's name, else its title."""
        if self.session.path is not None:
            return self.session.path.stem
        from gicapp.core.report import title_of

        title = title_of(self.session.report, self.session.form)
        plain = "".join(" " if sign in _NO_NAME else sign for sign in title)
        report = self.session.report
        return plain.strip() if report.unit.name or report.title else "新建年度报告"

    def recent(self) -> list[Path]:
        """Return the report files used lately, the last one first."""
        stored = settings().value(_RECENT, [])
        names = stored if isinstance(stored, list) else [stored]  # one entry reads as a text
        return [Path(str(name)) for name in names if name]

    def remember(self, path: Path) -> None:
        """Put a report file first among those used lately."""
        paths = [path.absolute(), *(p for p in self.recent() if p != path.absolute())]
        settings().setValue(_RECENT, [str(p) for p in paths[:_MOST_RECENT]])
        self._remember_folder(path)
        self.recent_changed.emit()

    def _remember_folder(self, path: Path) -> None:
        settings().setValue(_FOLDER, str(path.absolute().parent))

    def folder(self) -> str:
        """Return the folder that was used last, else the user's documents."""
        return str(settings().value(_FOLDER, own_documents()))


def _ending(path: Path, ending: str) -> Path:
    """Return the path with its ending, added where it was not typed."""
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def read_for(session: "Session", path: Path, then: "Callable[[Reading], object]") -> Work:
    """Read a source beside the window; where it holds no report, let the session say why."""

    def read(_: Wanted) -> "Reading":
        from gicapp.files.reading import read_source  # readers are loaded only when used

        reading = read_source(path)
        if reading.is_empty:
            reasons = "".join(problem.message for problem in reading.problems)
            raise GicError(f"“{path.name}”里没有认出年度报告的内容。{reasons}")
        return reading

    return wait_for(session, f"正在读取“{path.name}”", read, then)


def compare_for(
    session: "Session", reading: "Reading", then: "Callable[[tuple[Difference, ...]], object]"
) -> None:
    """Compare the report with a reading beside the window; long texts take their time."""
    from gicapp.core.comparison import compare

    report, form = session.report, session.form

    def take(differences: "tuple[Difference, ...]") -> None:
        if session.report is report:
            then(differences)
        else:  # it was worked on meanwhile
            compare_for(session, reading, then)

    words = f"正在与“{Path(reading.source).name}”比较"
    wait_for(session, words, lambda _: compare(report, reading, form), take)
