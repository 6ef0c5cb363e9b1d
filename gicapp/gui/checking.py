"""Keeps what is found in a report, and why, up with the work on it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from gicapp.core.finding import Finding
from gicapp.core.report import Dismissal, Report
from gicapp.form.loader import load_form
from gicapp.gui.background import Work

if TYPE_CHECKING:
    from gicapp.core.causes import Cause

_FIRST_CHECK: Final = 50  # milliseconds: the window is painted before the rules are loaded
_PAUSE: Final = 300  # milliseconds without an edit before causes are looked for, which takes long
_SLOW: Final = 300  # milliseconds after which it is said that a check goes on
_LONG: Final = 12_000  # characters of text: more is checked beside the window
_PRIOR: Final = 8  # characters of last year's text take as long as one of this year's

_Found: TypeAlias = tuple[tuple[Finding, ...], tuple[tuple[Finding, Dismissal], ...]]
_Why: TypeAlias = "tuple[tuple[Cause, ...], Finding | None]"


class Checking(QObject):
    """The findings of a report; several edits in one turn of the event loop are checked once.

    A long text is checked beside the window, once at a time, and causes are looked for there in
    a pause; what comes of a state that is past by then is dropped. `checked`: `findings` and
    `accepted` (with a reason) are new. `explained`: `causes` are new, or what is `unanswered`;
    those of before stay until then. `slow`: a check goes on longer than one notices. `stopped`:
    it was told to stop, the findings stay those of an earlier state.
    """

    checked = Signal()
    explained = Signal()
    slow = Signal()
    stopped = Signal()

    def __init__(self, report_of: Callable[[], Report], parent: QObject) -> None:
        super().__init__(parent)
        self._report_of = report_of
        self.findings: tuple[Finding, ...] = ()
        self.accepted: tuple[tuple[Finding, Dismissal], ...] = ()
        self.causes: tuple[Cause, ...] = ()
        self.unanswered: Finding | None = None
        self._work: Work | None = None  # a check
        self._is_left = False  # the report as it stands was not checked to the end
        self._why: Work | None = None  # the search for causes
        self._acts: list[Callable[[], object]] = []  # that wait for the findings as they stand
        self._due = _timer(self, _FIRST_CHECK, self._check)
        self._pause = _timer(self, _PAUSE, self._explain)
        self._lasting = _timer(self, _SLOW, self.slow.emit)

    def note_edit(self) -> None:
        """Check soon: the report is another one."""
        if self._why is not None:
            self._why.cancel()
        self._due.start()

    def check_now(self) -> None:
        """Check the report as it stands and find causes, without waiting for anything."""
        self._take(_found_in(self._report_of()))
        self._pause.stop()
        self._take_causes(_explained(self._report_of(), self.findings))

    def stop(self) -> None:
        """Leave a check that takes long, and what waits for it; the next edit begins another."""
        if self._work is None:
            return
        self._work.cancel()
        self._is_left = True
        for timer in (self._due, self._lasting):
            timer.stop()
        self._acts.clear()
        self.stopped.emit()

    def resume(self) -> None:
        """Check the report whose check was left."""
        self._check()

    def then(self, act: Callable[[], object]) -> None:
        """Do this once the findings and the causes are those of the report as it stands."""
        if self._is_behind and _is_long(self._report_of()):
            self._acts.append(act)
            if self._is_left:
                self._check()
            elif not self.is_checking:
                self._explain()
            return
        if self._is_behind:
            self.check_now()
        act()

    @property
    def is_checking(self) -> bool:
        """Tell whether the findings are still those of an earlier state."""
        return self._due.isActive() or self._work is not None

    @property
    def _is_behind(self) -> bool:
        explaining = self._why is not None and not self._why.has_ended
        return self.is_checking or self._is_left or self._pause.isActive() or explaining

    def _check(self) -> None:
        report = self._report_of()
        self._is_left = False
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
        self._is_left = False
        self._due.stop()
        self._due.setInterval(0)
        self._lasting.stop()
        self.findings, self.accepted = found
        self.checked.emit()
        if self._acts:
            self._explain()
        else:
            self._pause.start()

    def _explain(self) -> None:
        report, findings = self._report_of(), self.findings
        self._pause.stop()
        if self._why is not None:
            self._why.cancel()
        self._why = Work("", lambda _: _explained(report, findings), self)
        self._why.done.connect(self._take_causes)
        self._why.begin()

    def _take_causes(self, why: _Why) -> None:
        if why != (self.causes, self.unanswered):
            self.causes, self.unanswered = why
            self.explained.emit()
        acts, self._acts = self._acts, []
        for act in acts:
            act()


def _found_in(report: Report) -> _Found:
    from gicapp.core.checks.catalogue import check
    from gicapp.core.dismissal import split

    return split(check(load_form(report.form), report), report)


def _explained(report: Report, findings: tuple[Finding, ...]) -> _Why:
    from gicapp.core.causes import find_causes, find_unanswered

    form = load_form(report.form)
    return find_causes(form, report, findings), find_unanswered(form, report, findings)


def _is_long(report: Report) -> bool:
    own, before = map(_length, (report, report.prior or Report()))
    return own + before // _PRIOR > _LONG


def _length(report: Report) -> int:
    return sum(map(len, report.narrative.values()))


def _timer(owner: QObject, interval: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(act)
    return timer
