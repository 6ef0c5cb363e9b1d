"""Last year's text beside this year's: identical sentences marked, paragraph by paragraph."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit

from gicapp.core.text.likeness import Likeness, likenesses, same_sentences
from gicapp.core.text.narrative import paragraphs, rendered
from gicapp.gui.appearance import colours
from gicapp.gui.texts.text_editor import TextEditor
from gicapp.gui.texts.text_layout import HeadingHighlighter, body_font, paragraph_format
from gicapp.gui.texts.text_marks import kept_style, mark, utf16_spans

_PAUSE: Final = 300  # milliseconds without an edit before the two texts are compared
_ALIKE: Final = 0.3  # the share from which two paragraphs are held against each other
_HOW: Final = "点线和底色的句子与本年相同。点一段，或者按回车，转到本年最相近的一段。"
_NO_PRIOR: Final = "还没有载入上年报告。用“导入上年”选上年的 Word 文件或者网页，这里显示它的文字。"
_NO_TEXT: Final = (
    "载入的上年报告没有这一部分的文字（Excel 里只有数字）。"
    "用“导入上年”再选上年的 Word 文件或者网页，可以对照着写。"
)


class PriorText(QTextEdit):
    """Last year's text of a section, to read and to copy from; it keeps level with this year's."""

    def __init__(self, editor: TextEditor) -> None:
        super().__init__()
        self._editor, self._session = editor, editor.session
        self._pairs: tuple[Likeness, ...] = ()
        self._marked: Likeness | None = None  # the pair whose paragraph is marked
        self.setReadOnly(True)
        self.setAccessibleName("上年文字")
        self.setAccessibleDescription(_HOW)
        self.setToolTip(_HOW)
        self.document().setDefaultFont(body_font(self.font()))
        self.document().setDocumentMargin(16)
        self._highlighter = HeadingHighlighter(self.document(), self.font())
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._comparing = QTimer(self)
        self._comparing.setSingleShot(True)
        self._comparing.setInterval(_PAUSE)
        self._comparing.timeout.connect(self.compare)
        self._levelling = QTimer(self)  # once both texts have their new widths
        self._levelling.setSingleShot(True)
        self._levelling.timeout.connect(self._keep_level)
        self._session.changed.connect(self._renew)
        editor.cursorPositionChanged.connect(self._keep_level)
        editor.verticalScrollBar().valueChanged.connect(self._keep_level)
        self._renew()

    def _renew(self) -> None:
        prior = self._session.report.prior
        self.setPlaceholderText(_NO_TEXT if prior else _NO_PRIOR)
        text = "\n".join(paragraphs(prior, self._editor.section)) if prior else ""
        if text != self.toPlainText():
            self.setPlainText(text)
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.setBlockFormat(paragraph_format(self.document()))
        if self.isVisible():
            self._comparing.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Compare when it comes into sight; hidden it costs nothing."""
        super().showEvent(event)
        self.compare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep level where the lines break anew."""
        super().resizeEvent(event)
        self._levelling.start()

    def changeEvent(self, event: QEvent) -> None:
        """Mark anew in other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and "_marked" in vars(self):
            self._mark()

    def compare(self) -> None:
        """Find the like paragraphs and mark the sentences that stand in both texts."""
        self._comparing.stop()
        now, before = rendered(self._session.report, self._editor.section), self.toPlainText()
        self._pairs = tuple(pair for pair in likenesses(now, before) if pair.share >= _ALIKE)
        self._marked = self._pair_at(self._editor.selected_span()[1])
        self._mark()
        self._keep_level()

    def _keep_level(self) -> None:
        """Show the paragraph like the one at the editor's cursor at the same height, marked."""
        if not self.isVisible():
            return
        pair = self._pair_at(self._editor.selected_span()[1])
        if pair != self._marked:
            self._marked = pair
            self._mark()
        if pair is None:
            return
        ((start, _),) = utf16_spans(self.toPlainText(), [pair.before])
        ((there, _),) = utf16_spans(self._editor.toPlainText(), [pair.now])
        block = self._editor.document().findBlock(there)
        away = _top(self, self.document().findBlock(start)) - _top(self._editor, block)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(away))

    def _mark(self) -> None:
        """Mark the sentences that stand in both texts, and the paragraph that is level."""
        now, before = self._editor.toPlainText(), self.toPlainText()
        spans = utf16_spans(before, list(same_sentences(before, now)))
        marks = [mark(self.document(), span, kept_style()) for span in spans]
        if self._marked is not None:
            (span,) = utf16_spans(before, [self._marked.before])
            marks.insert(0, mark(self.document(), span, _like_style()))
        self.setExtraSelections(marks)

    def _pair_at(self, place: int) -> Likeness | None:
        return next((p for p in self._pairs if p.now[0] <= place <= p.now[1]), None)

    def _go(self) -> None:
        """Go to the paragraph of this year that is most like the one at the cursor."""
        place = self.textCursor().position()
        spans = utf16_spans(self.toPlainText(), [pair.before for pair in self._pairs])
        like = [
            pair
            for pair, (start, end) in zip(self._pairs, spans, strict=True)
            if start <= place <= end
        ]
        if not like:
            self._session.told.emit("本年文字里没有与这一段相近的段落。")
            return
        start = max(like, key=lambda pair: pair.share).now[0]
        self._editor.show_span((start, start))
        self._editor.setFocus()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the like paragraph on a plain click; a selection is for copying."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the like paragraph on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
            return
        super().keyPressEvent(event)


def _top(view: QTextEdit, block: QTextBlock) -> float:
    """Return where a paragraph begins in a view's viewport."""
    rect = view.document().documentLayout().blockBoundingRect(block)
    return rect.top() - view.verticalScrollBar().value()


def _like_style() -> QTextCharFormat:
    style = QTextCharFormat()
    style.setBackground(QColor(colours().selected))
    style.setProperty(QTextFormat.Property.FullWidthSelection.value, True)
    return style
