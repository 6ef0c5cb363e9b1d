"""The page of a section that is a table."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from gicapp.core.change import SetField
from gicapp.core.finding import Finding
from gicapp.core.totals import fill_blanks_with_zero
from gicapp.errors import GicError
from gicapp.form.declaration import Section
from gicapp.form.values import show
from gicapp.gui.appearance import GAP, ems, scaled
from gicapp.gui.messages.offer import offer_undo
from gicapp.gui.page import Page, choice_button
from gicapp.gui.session import Session
from gicapp.gui.tables import clipboard
from gicapp.gui.tables.table_model import TableModel
from gicapp.gui.tables.table_steps import inputs
from gicapp.gui.tables.table_view import TableView
from gicapp.gui.texts.review_button import ReviewButton
from gicapp.gui.texts.text_editor import TextEditor

_ACTIONS: Final[tuple[tuple[str, str, Callable[[TableView], None]], ...]] = (
    ("剪切", "Ctrl+X", clipboard.cut),
    ("复制", "Ctrl+C", clipboard.copy),
    ("粘贴", "Ctrl+V", clipboard.paste),
    ("清除", "Delete", clipboard.clear),
    ("向下填充", "Ctrl+D", partial(clipboard.fill, down=True)),
    ("向右填充", "Ctrl+R", partial(clipboard.fill, down=False)),
)
_LOW: Final = 36  # characters: in a page less high the lines of the table stand close
_ROWS: Final = 10  # of the table, which what stands around it leaves in sight
_FEWEST: Final = 7  # of the table, which the text below it leaves in sight
_TEXT: Final = 11  # characters: the height of the text below a table
_TEXT_LEAST: Final = 2.25  # one line of the tallest font


class TablePage(Page):
    """A table of the form with the line that explains the current cell."""

    least = 44  # characters: table three's values, and labels that wrap

    def __init__(self, session: Session, section: Section) -> None:
        super().__init__(session, section.heading, section.hint)
        self.section = section
        self.model = TableModel(session, session.form.table(section.table or ""), self)
        self.view = TableView(self.model, self)
        self.editor = TextEditor(session, section.key, f"“{section.name}”文字")
        self._add_choices()
        self.body.addWidget(self.view, 1)
        self._explanation = _Explanation()
        self.body.addWidget(self._explanation)
        self.editor.setPlaceholderText("表格以外的文字说明（一般不需要）。")
        self.body.addWidget(self.editor)
        self.editor.setVisible(self.text_choice.isChecked())
        self.text_choice.toggled.connect(self.editor.setVisible)
        self.text_choice.toggled.connect(self._share_height)
        self.body.addStretch()
        self._add_actions()
        self.view.current_changed.connect(self._explain)
        self.view.selection_changed.connect(self._tell_selection)
        session.changed.connect(self._renew)
        self._renew()

    def showEvent(self, event: QShowEvent) -> None:
        """Say again what is selected."""
        super().showEvent(event)
        self._tell_selection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the height to the table where there is little; F1 explains a cell too."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """Let what stands around the table leave some rows of it in sight."""
        is_low = self.height() < ems(self.font(), _LOW)
        gap = GAP // 2 if is_low else GAP
        self.body.setContentsMargins(2 * GAP, gap, 2 * GAP, gap)
        self.body.setSpacing(gap)
        self.view.set_low(is_low=is_low)
        width, bar = self.width() - 4 * GAP, self.view.verticalScrollBar().sizeHint().width()
        spare = self.height() - 3 * gap - self.text_choice.sizeHint().height()
        spare -= 2 * self.view.frameWidth() + 2
        lines, above = self.view.sizes(width - bar)[1], self.model.header_lines
        most, least = (ems(self.font(), size) for size in (_TEXT, _TEXT_LEAST))
        text = max(least, min(most, spare - gap - sum(lines[: above + _FEWEST])))
        self.editor.setMaximumHeight(text)
        spare -= sum(lines[: above + _ROWS])
        if self.text_choice.isChecked():
            spare -= text + gap
        telling = ((self.heading, GAP), (self._explanation, gap), (self.hint, gap))  # most first
        for words, apart in telling:
            needed = words.heightForWidth(width) + apart
            words.setVisible(needed <= spare)
            spare -= needed

    def _add_choices(self) -> None:
        self.prior_choice = choice_button(
            "上年数", "在每一格下面显示上年的数和增减", checkable=True
        )
        self.prior_choice.toggled.connect(self.view.set_prior_shown)
        self.prior_choice.toggled.connect(self._share_height)
        self.totals_choice = choice_button(
            "Σ 总计自动计算",
            "打开时，总计随各分项自动填写（斜体带 Σ）；关闭时，总计由人填写，只作核对",
            checkable=True,
        )
        self.totals_choice.clicked.connect(self._set_automatic)
        self.zero_choice = choice_button("其余填 0", "把本表还空着的格子都填 0，可以撤销")
        self.zero_choice.clicked.connect(self.fill_zeros)
        self.text_choice = choice_button(
            "文字", "显示这一部分表格以外的文字；没有的不需要写", checkable=True
        )
        self.head.addWidget(ReviewButton(self.editor, self))
        for button in (self.prior_choice, self.totals_choice, self.zero_choice, self.text_choice):
            self.head.addWidget(button)

    def _add_actions(self) -> None:
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for text, key, act in _ACTIONS:
            action = QAction(text, self.view)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(partial(self._try, act))
            self.view.addAction(action)

    def _try(self, act: Callable[[TableView], None]) -> None:
        try:
            act(self.view)
        except GicError as error:
            self.session.refuse(error)

    def _set_automatic(self, automatic: bool) -> None:  # noqa: FBT001  # a button's slot
        name = "打开总计自动计算" if automatic else "关闭总计自动计算"
        self.session.edit(name, [SetField("automatic_totals", automatic)])

    def fill_zeros(self) -> None:
        """Fill every blank cell of the table with 0, as one step."""
        session = self.session
        changes = fill_blanks_with_zero(session.form, session.report, self.section.number)
        if session.edit(f"其余填 0（{len(changes)} 格）", changes):
            offer_undo(session, f"已填好其余 {len(changes)} 格：没有数据的填 0，总计按分项算。")

    def show_finding(self, finding: Finding) -> None:
        """Go to the first cell of a finding and outline the others."""
        places = [self.model.place(cell) for cell in finding.cells]
        places = [place for place in places if place.isValid()]
        if not places and finding.span is not None:
            self.text_choice.setChecked(True)
            self.editor.show_span(finding.span)
            self.editor.setFocus()
            return
        if places:
            self.view.go_to(places[0])
            self.view.outline(finding.cells)
        self.view.setFocus()

    def focus_body(self) -> None:
        """Put the cursor into the table, at its first input cell when it was nowhere."""
        if not self.view.currentIndex().isValid():
            self.view.go_to(inputs(self.model)[0])
        self.view.setFocus()

    def _renew(self) -> None:
        report = self.session.report
        self.totals_choice.setChecked(report.automatic_totals)
        if report.text(self.section.key):
            self.text_choice.setChecked(True)
        self._explain(self.view.current_cell())
        self._tell_selection()

    def _tell_selection(self) -> None:
        if self.isVisible():  # nobody wonders what is selected in a table out of sight
            self.noted.emit(clipboard.summary(self.view))

    def _explain(self, name: str) -> None:
        cell = self.session.form.cells.get(name)
        if cell is None:
            self._explanation.show_texts("", "选中一格，这里说明它的口径。")
            return
        prior = self.session.report.prior
        before = "" if prior is None else f"　上年 {show(prior.value(name)) or '空'}"
        source = f"（{cell.row.source}）" if cell.row.source else ""
        self._explanation.show_texts(f"{cell.name}{before}", f"{cell.row.help}{source}")


class _Explanation(QFrame):
    """The line under a table: which cell this is, and what counts there."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP + GAP // 2, GAP // 2, GAP + GAP // 2, GAP // 2)
        layout.setSpacing(2)
        self._name, self._help = QLabel(), QLabel()
        self._name.setFont(scaled(self.font(), 1.0, bold=True))
        self._help.setObjectName("muted")
        self._help.setWordWrap(True)
        self._help.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._help.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._help.setAlignment(Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.addWidget(self._name)
        layout.addLayout(line)
        layout.addWidget(self._help)

    def show_texts(self, name: str, text: str) -> None:
        """Show the name of a cell and what counts in it."""
        self._name.setText(name or "　")
        self._help.setText(text)
