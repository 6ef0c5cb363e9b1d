"""Keeps what is found in a report, and why, up with the work on it."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from gicapp.core.finding import Finding
from gicapp.core.report import Dismissal, Report
from gicapp.form.loader import load_form
from gicapp.gui.background import Work

if TYPE_CHECKING:
    from gicapp.core.causes import Cause

_FIRST_CHECK: Final = 50  # milliseconds: the window is painted before the rules are loaded
_STANDS: Final = 100  # milliseconds: the first window is painted by then
_PAUSE: Final = 300  # milliseconds without an edit before causes are looked for, which takes long
_SLOW: Final = 300  # milliseconds after which it is said that a check goes on
_LONG: Final = 12_000  # characters of text, last year's with it: more is checked beside the window

_Found: TypeAlias = tuple[tuple[Finding, ...], tuple[tuple[Finding, Dismissal], ...]]


class Checking(QObject):
    """The findings of a report; several edits in one turn of the event loop are checked once.

    A long text is checked beside the window, once at a time; what was found in a state that is
    past by then is dropped. `checked`: `findings` and `accepted` (with a reason) are new.
    `explained`: `causes` are new, or what is `unanswered`; they are looked for in a pause, those
    of before stay until then. `slow`: a check goes on longer than one notices.
    """

    checked = Signal()
    explained = Signal()
    slow = Signal()

    def __init__(self, report_of: Callable[[], Report], parent: QObject) -> None:
        super().__init__(parent)
        self._report_of = report_of
        self.findings: tuple[Finding, ...] = ()
        self.accepted: tuple[tuple[Finding, Dismissal], ...] = ()
        self.causes: tuple[Cause, ...] = ()
        self.unanswered: Finding | None = None
        self._work: Work | None = None
        self._acts: list[Callable[[], object]] = []  # that wait for the findings as they stand
        self._due = _timer(self, _FIRST_CHECK, self._check)
        self._pause = _timer(self, _PAUSE, self._explain)
        self._lasting = _timer(self, _SLOW, self.slow.emit)

    def note_edit(self) -> None:
        """Check soon: the report is another one."""
        self._due.start()

    def check_now(self) -> None:
        """Check the report as it stands and find causes, without waiting for anything."""
        self._take(_found_in(self._report_of()))
        self._explain()

    def then(self, act: Callable[[], object]) -> None:
        """Do this once the findings and the causes are those of the report as it stands."""
        if self.is_checking and _is_long(self._report_of()):
            self._acts.append(act)
            return
        if self.is_checking or self._pause.isActive():
            self.check_now()
        act()

    @property
    def is_checking(self) -> bool:
        """Tell whether the findings are still those of an earlier state."""
        return self._due.isActive() or self._work is not None

    def _check(self) -> None:
        report = self._report_of()
        self._due.setInterval(0)
        if _is_long(report):
            self._check_beside(report)
        else:
            self._take(_found_in(report))

    def _check_beside(self, report: Report) -> None:
        if self._work is not None:
            return  # its end begins the next
        self._work = Work("", lambda _: _found_in(report), self)
        self._work.ended.connect(self._forget_work)
        self._work.done.connect(lambda found: self._take_late(report, found))
        self._work.begin()
        self._lasting.start()

    def _forget_work(self) -> None:
        self._work = None

    def _take_late(self, report: Report, found: _Found) -> None:
        if report is self._report_of():
            self._take(found)
        else:
            self._check()

    def _take(self, found: _Found) -> None:
        self._due.stop()
        self._due.setInterval(0)
        self._lasting.stop()
        self.findings, self.accepted = found
        self.checked.emit()
        self._pause.start()
        if self._acts:
            self._explain()
        acts, self._acts = self._acts, []
        for act in acts:
            act()

    def _explain(self) -> None:
        from gicapp.core.causes import find_causes, find_unanswered

        self._pause.stop()
        report = self._report_of()
        form = load_form(report.form)
        causes = find_causes(form, report, self.findings)
        unanswered = find_unanswered(form, report, self.findings)
        if (causes, unanswered) != (self.causes, self.unanswered):
            self.causes, self.unanswered = causes, unanswered
            self.explained.emit()


def prepare_soon(owner: QObject) -> None:
    """Load the rules beside the window once it stands: the first report is not to wait for them."""
    work = Work("", lambda _: _load(), owner)
    QTimer.singleShot(_STANDS, owner, work.begin)


def _load() -> None:
    for name in ("gicapp.core.beginning", "gicapp.core.causes"):  # the one reads text, too
        import_module(name)
    _found_in(Report())


def _found_in(report: Report) -> _Found:
    from gicapp.core.checks.catalogue import check
    from gicapp.core.dismissal import split

    return split(check(load_form(report.form), report), report)


def _is_long(report: Report) -> bool:
    texts = [*report.narrative.values(), *(report.prior.narrative.values() if report.prior else ())]
    return sum(map(len, texts)) > _LONG


def _timer(owner: QObject, interval: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(act)
    return timer
