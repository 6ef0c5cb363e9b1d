"""The page of a section that is text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from gicapp.core.finding import Finding
from gicapp.form.declaration import Section
from gicapp.gui.appearance import GAP
from gicapp.gui.page import Page
from gicapp.gui.session import Session
from gicapp.gui.texts.prior_text import PriorText
from gicapp.gui.texts.text_editor import TextEditor
from gicapp.gui.texts.writing_aids import WritingAids


class TextPage(Page):
    """The text of a section, with last year's beside it on demand."""

    def __init__(self, session: Session, section: Section) -> None:
        super().__init__(session, section.heading, section.hint)
        self.section = section
        self.editor = TextEditor(session, section.key, f"“{section.name}”文字")
        self.editor.setPlaceholderText(
            "在这里写正文，或者点上面的“起草”。输入“（一）”“1.”等序号，会自动成为小标题。"
        )
        self.prior = PriorText(self.editor)
        self.prior.hide()
        self.tools = WritingAids(self.editor)
        self.tools.prior_toggled.connect(self.prior.setVisible)
        self.head.addWidget(self.tools)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(GAP)
        beside.setObjectName("open")
        beside.addWidget(self.editor)
        beside.addWidget(self.prior)
        beside.setSizes([600, 400])
        self.body.addWidget(beside, 1)

    def show_finding(self, finding: Finding) -> None:
        """Select the words that a finding speaks of."""
        if finding.span is not None:
            self.editor.show_span(finding.span)
        self.editor.setFocus()

    def focus_body(self) -> None:
        """Put the cursor into the text."""
        self.editor.setFocus()
