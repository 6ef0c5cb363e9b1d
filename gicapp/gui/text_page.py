"""The page of a section that is text."""

from PySide6.QtWidgets import QLabel, QWidget

from gicapp.core.finding import Finding
from gicapp.form.declaration import Section
from gicapp.gui.page import Page
from gicapp.gui.session import Session
from gicapp.gui.text_editor import TextEditor, letters


class TextPage(Page):
    """The text of a section with its number of characters."""

    def __init__(self, session: Session, section: Section) -> None:
        super().__init__(session, section.heading, section.hint)
        self.section = section
        self.editor = TextEditor(session, section.key, f"“{section.name}”文字")
        self.editor.setPlaceholderText("在这里写正文。输入“（一）”“1.”等序号，会自动成为小标题。")
        self._count = QLabel()
        self._count.setObjectName("muted")
        self.head.addWidget(self._count)
        self.body.addWidget(self.editor, 1)
        self.editor.length_changed.connect(self._show_count)
        self._show_count(letters(self.editor.toPlainText()))

    def _show_count(self, count: int) -> None:
        self._count.setText(f"{count} 字")

    def show_finding(self, finding: Finding) -> None:
        """Select the words that a finding speaks of."""
        if finding.span is not None:
            self.editor.show_span(finding.span)
        self.editor.setFocus()

    def focus_body(self) -> None:
        """Put the cursor into the text."""
        focused: QWidget = self.editor
        focused.setFocus()
