"""What every section's page has: the official heading, what belongs here, and a body."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from gicapp.core.finding import Finding
from gicapp.gui.appearance import GAP, scaled
from gicapp.gui.halves import Halves
from gicapp.gui.session import Session

REPORT_SECTION: Final = 0  # the number of the page 报告信息, as in findings


class Page(QWidget):
    """A page of the window.

    `noted` carries a text for the status line; `closed`: a page over the sections is done with.
    """

    noted = Signal(str)
    closed = Signal()
    least = 30  # characters of width: with less it gives way to what would stand beside it

    def __init__(self, session: Session, heading: str, hint: str) -> None:
        super().__init__()
        self.session = session
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(2 * GAP, GAP + GAP // 2, 2 * GAP, GAP)
        self.body.setSpacing(GAP)
        line = Halves()
        self.head = line.second  # where a page puts its own buttons
        self.heading = QLabel(heading)
        self.heading.setFont(scaled(self.font(), 1.35, bold=True))
        self.heading.setWordWrap(True)
        line.first.addWidget(self.heading, 1)
        self.body.addWidget(line)
        self.hint = QLabel(hint)
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self.body.addWidget(self.hint)

    def heightForWidth(self, width: int) -> int:
        """Return the least height at a width: a page scrolls only where it cannot shrink."""
        return self.body.minimumHeightForWidth(width)

    def show_finding(self, finding: Finding) -> None:
        """Bring what a finding speaks of into view."""

    def focus_body(self) -> None:
        """Put the cursor where one goes on working."""


def choice_button(text: str, tip: str, *, checkable: bool = False) -> QToolButton:
    """Return a small button of a page's own row."""
    button = QToolButton()
    button.setObjectName("choice")
    button.setText(text)
    button.setToolTip(tip)
    button.setCheckable(checkable)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
