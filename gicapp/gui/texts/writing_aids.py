"""What helps to write a section's text: live figures, a draft, last year's words, its length."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QToolButton

from gicapp.core.text.drafting import outline, text_from_prior
from gicapp.gui.dialogs import PICTURES, Dialogs, own_documents
from gicapp.gui.halves import Halves
from gicapp.gui.messages.offer import offer_undo
from gicapp.gui.page import choice_button
from gicapp.gui.texts.offered_pictures import picture_from
from gicapp.gui.texts.picture_reading import read_into
from gicapp.gui.texts.review_button import ReviewButton
from gicapp.gui.texts.text_editor import TextEditor, letters


class WritingAids(Halves):
    """The row of buttons above a text; `prior_toggled` shows or hides last year's."""

    prior_toggled = Signal(bool)

    def __init__(self, editor: TextEditor) -> None:
        super().__init__()
        self._editor, self._session = editor, editor.session
        self._count = QLabel()
        self._count.setObjectName("muted")
        self.figure_button = choice_button(
            "插入数字", "插入随表格更新的数字（Ctrl+Shift+N）；也可以在文字里直接打“/”"
        )
        self.figure_button.setShortcut("Ctrl+Shift+N")
        self.picture_button = choice_button(
            "插入图片", "把 PNG 或 JPEG 图片放在光标所在段落的下面；也可以拖入或粘贴"
        )
        self.draft_button = self._draft_button()
        self.prior_button = choice_button(
            "上年文字", "在旁边显示上年这一部分的文字", checkable=True
        )
        self.review_button = ReviewButton(editor, self)
        for widget in (self._count, self.review_button, self.figure_button, self.picture_button):
            self.first.addWidget(widget)
        for widget in (self.draft_button, self.prior_button):
            self.second.addWidget(widget)
        self.figure_button.clicked.connect(editor.completion.open)
        self.picture_button.clicked.connect(self._choose_picture)
        self.dialogs = Dialogs(self)
        self._folder = own_documents()  # where pictures are looked for
        self.prior_button.toggled.connect(self.prior_toggled)
        editor.length_changed.connect(self._show_count)
        self._session.changed.connect(self._renew)
        self._show_count(letters(editor.toPlainText()))
        self._renew()

    def _draft_button(self) -> QToolButton:
        button = choice_button("起草", "写入提纲，或者从上年文字改起；只在这一部分还空着时可用")
        menu = QMenu(button)
        menu.addAction("写入提纲").triggered.connect(self.write_outline)
        # made here and not by the menu, whose own wrappers PySide takes for gone after a while
        self._from_prior = QAction("沿用上年文字，年份和数字换成今年的", menu)
        menu.addAction(self._from_prior)
        self._from_prior.triggered.connect(self.take_prior)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def write_outline(self) -> None:
        """Write the outline of this section, where it is still empty."""
        session = self._session
        changes = [c for c in outline(session.form, session.report) if self._is_own(c.section)]
        if session.edit("写入提纲", changes):
            offer_undo(session, "已写入提纲，请把【请填写…】换成实际内容。")

    def take_prior(self) -> None:
        """Start this section from last year's text, where it is still empty."""
        session = self._session
        drafts = text_from_prior(session.form, session.report)
        if session.edit("沿用上年文字", [c for c in drafts if self._is_own(c.section)]):
            text = "已写入上年文字，年份和能与表格对上的数字已换成今年的，请逐句核对。"
            offer_undo(session, text)

    def _is_own(self, section: str) -> bool:
        return section == self._editor.section

    def _choose_picture(self) -> None:
        path = self.dialogs.file_to_open("插入图片", PICTURES, self._folder)
        if path is not None:
            self._folder = str(path.parent)
            editor, session = self._editor, self._session
            read_into(editor, session, lambda: [picture_from(path)], editor.insert_picture)

    def _show_count(self, count: int) -> None:
        self._count.setText(f"{count} 字")

    def _renew(self) -> None:
        report, section = self._session.report, self._editor.section
        has_prior = report.prior is not None and bool(report.prior.text(section).strip())
        self.draft_button.setEnabled(not report.text(section).strip())
        self._from_prior.setEnabled(has_prior)
        self.prior_button.setEnabled(has_prior)
        if not has_prior:
            self.prior_button.setChecked(False)
