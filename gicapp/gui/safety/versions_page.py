"""Versions of a report set against each other: any two of them, and the way back to one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from gicapp.core.change import Change
from gicapp.core.report import Report
from gicapp.core.revision import Revision, Version, revise, with_prior_of
from gicapp.core.rounds import changes_to
from gicapp.gui.appearance import ems
from gicapp.gui.background import Work
from gicapp.gui.halves import Halves
from gicapp.gui.messages.offer import offer_undo
from gicapp.gui.over_page import OverPage
from gicapp.gui.safety.revision_view import RevisionView
from gicapp.gui.session import Session
from gicapp.gui.session_work import wait_for

NOW = "现在这一稿"
Restore = Callable[[Report, Report], tuple[Change, ...]]


class VersionsPage(OverPage):
    """Compares versions with each other and with the report as it stands.

    `export_wanted` asks for the comparison as a Word file.
    """

    export_wanted = Signal()

    def __init__(
        self,
        session: Session,
        heading: str,
        hint: str,
        versions: Sequence[Version],
        restore: Restore = changes_to,
    ) -> None:
        super().__init__(session, heading, hint)
        self._restore = restore
        self._past = tuple(versions)
        self.before, self.after = QComboBox(), QComboBox()
        self._work: Work | None = None  # the comparison that is under way
        self._is_left = False
        self.counted = QLabel()
        self.view = RevisionView()
        self._add_choice()
        self.body.addWidget(self.view, 1)
        self._add_buttons()
        for box in (self.before, self.after):
            box.addItems([version.name for version in self.versions])
        self.before.setCurrentIndex(self._last_other())
        self.after.setCurrentIndex(len(self._past))
        for box in (self.before, self.after):
            box.currentIndexChanged.connect(self._renew)
        session.changed.connect(self._renew)
        self.left.connect(self._leave)
        self._renew()

    @property
    def versions(self) -> tuple[Version, ...]:
        """Return the versions to choose from, the report as it stands last."""
        return (*self._past, Version(NOW, self.session.report))

    def _last_other(self) -> int:
        """Return the newest version that the report is not the same as, or else the newest.

        Just after it was sent, what became of the round before is what one asks.
        """
        now = _said(self.session.report)
        others = (n for n, version in enumerate(self._past) if _said(version.report) != now)
        return next(others, 0)

    def fix_choice(self) -> None:
        """Compare the first version with the second, with nothing to go back to."""
        self.before.setCurrentIndex(0)
        self.after.setCurrentIndex(1)
        self.back_button.hide()

    def _add_choice(self) -> None:
        line = Halves(stretches_second=True)
        line.setMaximumWidth(ems(self.font(), 54))
        for text, box, row in (("从", self.before, line.first), ("到", self.after, line.second)):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(f"比较：{text}哪一稿")
            box.setMinimumWidth(ems(self.font(), 14))
            row.addWidget(label)
            row.addWidget(box, 1)
        self.body.addWidget(line)
        self.counted.setObjectName("muted")
        self.counted.setWordWrap(True)
        self.body.addWidget(self.counted)

    def _add_buttons(self) -> None:
        line = Halves()
        self.back_button = QPushButton()
        self.export_button = QPushButton("导出对比 Word…")
        self.close_button = QPushButton("关闭")
        self.back_button.clicked.connect(self.go_back)
        self.export_button.clicked.connect(self.export_wanted)
        self.close_button.clicked.connect(self.closed)
        line.first.addStretch(1)
        line.first.addWidget(self.back_button)
        line.second.addWidget(self.export_button)
        line.second.addWidget(self.close_button)
        self.body.addWidget(line)

    def chosen(self) -> tuple[Version, Version]:
        """Return the two versions that are compared, last year's figures at hand in both."""
        report, versions = self.session.report, self.versions
        old, new = (versions[box.currentIndex()] for box in (self.before, self.after))
        return (
            Version(old.name, with_prior_of(old.report, report)),
            Version(new.name, with_prior_of(new.report, report)),
        )

    def _renew(self) -> None:
        """Compare what is chosen beside the window: long texts take their time."""
        if self._is_left:
            return
        old, new = self.chosen()
        form = self.session.form
        self._stop()  # what is chosen last is meant
        self.counted.setText("正在比较……")
        self.back_button.setText(f"回到“{old.name}”")
        self.back_button.setEnabled(self.before.currentIndex() < len(self._past))
        self.export_button.setEnabled(False)
        self._work = work = wait_for(
            self.session,
            f"正在比较“{old.name}”和“{new.name}”",
            lambda _: revise(old.report, new.report, form),
            lambda revision: self._show(revision, old.name, new.name),
        )
        work.ended.connect(lambda: self._note_end(work))

    def _stop(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            work.cancel()

    def _leave(self) -> None:
        self._is_left = True
        self._stop()

    def _show(self, revision: Revision, before: str, after: str) -> None:
        self.view.show_revision(revision, before, after)
        text = f"不同：{revision.counted}" if revision.is_changed else "两稿一致"
        self.counted.setText(text)
        self.export_button.setEnabled(revision.is_changed)

    def _note_end(self, work: Work) -> None:
        if work is self._work and not work.is_wanted:
            self.view.clear()
            self.counted.setText("没有等到比较完成。重新选一稿，就再比较一次。")

    def go_back(self) -> None:
        """Give the report the content of the first version, as one step of undo."""
        version = self.versions[self.before.currentIndex()]
        name, session = f"回到{version.name}", self.session
        done = session.edit(name, self._restore(session.report, version.report))
        if done:
            offer_undo(session, f"已回到“{version.name}”，可以一步撤销。")
        else:
            session.told.emit(f"现在的内容就是“{version.name}”。")
        self.closed.emit()

    def focus_body(self) -> None:
        """Put the cursor on the choice of versions."""
        self.before.setFocus()


def _said(report: Report) -> tuple[object, ...]:
    """Return what a report says itself, to tell at once whether two say the same."""
    return (report.unit, report.year, report.title, report.values, report.narrative)
