"""Where one writes why a finding is accepted (情况说明): in the panel, below the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout

from gicapp.core.finding import Finding
from gicapp.errors import GicError
from gicapp.gui.appearance import GAP, scaled
from gicapp.gui.session import Session

_SIDE = GAP + GAP // 2
_LINES = 5
_LONGEST = 40  # characters of the finding that are shown again
_NOTE = "数据属实的，写明原因；数据再有变动，说明随之失效。"


class ReasonBar(QFrame):
    """Asks for the reason why a finding is accepted; `answered` when it was given or not."""

    answered = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._session = session
        self._finding: Finding | None = None
        self._what, self.text = QLabel(), QTextEdit()
        self.take_button, self.leave_button = QPushButton("确定"), QPushButton("取消")
        self._lay_out()
        self.take_button.clicked.connect(self._take)
        self.leave_button.clicked.connect(self._leave)
        self._add_key("Ctrl+Return", self.take_button)
        self._add_key("Escape", self.leave_button)
        session.replaced.connect(self.hide)
        session.findings_changed.connect(self._follow)
        self.hide()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, GAP, _SIDE, GAP)
        layout.setSpacing(GAP // 2)
        self._what.setWordWrap(True)
        self._what.setFont(scaled(self.font(), 1.0, bold=True))
        self.text.setAcceptRichText(False)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("情况说明")
        self.text.setAccessibleDescription(_NOTE)
        self.text.setPlaceholderText(f"{_NOTE}如：机构改革，划入 3 件规章。")
        self.text.setToolTip(_NOTE)
        line = self.fontMetrics().lineSpacing()
        self.text.setMinimumHeight(2 * line + 2 * GAP)
        self.text.setMaximumHeight(_LINES * line + 2 * GAP)
        self.take_button.setToolTip("记下说明（Ctrl+Enter）")
        self.leave_button.setToolTip("不作说明（Esc）")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.take_button)
        row.addWidget(self.leave_button)
        layout.addWidget(self._what)
        layout.addWidget(self.text)
        layout.addLayout(row)

    def _add_key(self, key: str, button: QPushButton) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)

    def ask(self, finding: Finding, reason: str = "") -> None:
        """Ask for the reason to accept a finding, beginning with an earlier one."""
        self._finding = finding
        message = finding.message
        self._what.setText(message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…")
        self.text.setPlainText(reason)
        self.text.selectAll()
        self.show()
        self.text.setFocus()

    def _follow(self) -> None:
        """Stay with the finding while its figures change; leave when it is gone."""
        if self._finding is None or self.isHidden():
            return
        session, asked = self._session, self._finding
        there = [*session.findings, *(finding for finding, _ in session.accepted)]
        same = [f for f in there if (f.rule, f.cells) == (asked.rule, asked.cells)]
        by_words = [f for f in same if f.message == asked.message]
        self._finding = next(iter(by_words or (same if asked.cells else [])), None)
        if self._finding is None:
            self.hide()

    def _take(self) -> None:
        self._session.checking.then(self._take_now)

    def _take_now(self) -> None:
        from gicapp.core.dismissal import dismiss

        if self._finding is None:
            return
        reason = " ".join(self.text.toPlainText().split())
        try:
            changes = dismiss(self._finding, self._session.report, reason)
        except GicError as error:
            self._session.refuse(error)
            return
        if self._session.edit("填写情况说明", changes):
            self._session.told.emit("已记下情况说明，列在检查结果的最后，可以修改或撤回。")
        self._leave()

    def _leave(self) -> None:
        self.hide()
        self.answered.emit()
