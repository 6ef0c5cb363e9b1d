"""Versions of a report set against each other: any two of them, and the way back to one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from gicapp.core.change import Change
from gicapp.core.report import Report
from gicapp.core.revision import Revision, Version, revise, with_prior_of
from gicapp.core.rounds import changes_to
from gicapp.gui.appearance import ems
from gicapp.gui.halves import Halves
from gicapp.gui.messages.offer import offer_undo
from gicapp.gui.over_page import OverPage
from gicapp.gui.safety.revision_view import RevisionView
from gicapp.gui.session import Session

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
        self.counted = QLabel()
        self.view = RevisionView()
        self._add_choice()
        self.body.addWidget(self.view, 1)
        self._add_buttons()
        for box in (self.before, self.after):
            box.addItems([version.name for version in self.versions])
            box.currentIndexChanged.connect(self._renew)
        self.before.setCurrentIndex(self._last_other())
        self.after.setCurrentIndex(len(self._past))
        session.changed.connect(self._renew)
        self._renew()

    @property
    def versions(self) -> tuple[Version, ...]:
        """Return the versions to choose from, the report as it stands last."""
        return (*self._past, Version(NOW, self.session.report))

    def _last_other(self) -> int:
        """Return the newest version that the report is not the same as, or else the newest.

        Just after it was sent, what became of the round before is what one asks.
        """
        report, form = self.session.report, self.session.form
        pasts = (with_prior_of(version.report, report) for version in self._past)
        changed = (revise(past, report, form).is_changed for past in pasts)
        return next((place for place, is_changed in enumerate(changed) if is_changed), 0)

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

    def revision(self) -> Revision:
        """Return what became of the first version in the second."""
        old, new = self.chosen()
        return revise(old.report, new.report, self.session.form)

    def _renew(self) -> None:
        old, new = self.chosen()
        revision = self.revision()
        self.view.show_revision(revision, old.name, new.name)
        text = f"不同：{revision.counted}" if revision.is_changed else "两稿一致"
        self.counted.setText(text)
        self.back_button.setText(f"回到“{old.name}”")
        self.back_button.setEnabled(self.before.currentIndex() < len(self._past))
        self.export_button.setEnabled(revision.is_changed)

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
