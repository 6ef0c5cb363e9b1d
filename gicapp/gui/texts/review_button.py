"""How many sentences are still last year's, and what notes them as gone over."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gicapp.core.text.review import count_unreviewed, found_right, unreviewed
from gicapp.gui.messages.offer import offer_undo

if TYPE_CHECKING:
    from gicapp.gui.texts.text_editor import TextEditor


class ReviewButton(QToolButton):
    """Shows the count while there is one; its menu and keys go over the sentences."""

    def __init__(self, editor: "TextEditor", parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setObjectName("choice")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip("与上年文字相同、还没有复核的句子，正文里有点线和底色")
        self.next = self._action("转到下一句待复核的", "Ctrl+J", self.go_on)
        self.sentence = self._action("本句已复核", "Ctrl+Return", self.take_sentence)
        self.paragraph = self._action("本段已复核", "Ctrl+Shift+Return", self.take_paragraph)
        self.whole = self._action("这一部分都已复核", "", self.take_whole)
        menu = QMenu(self)
        menu.addActions([self.next, self.sentence, self.paragraph, self.whole])
        self.setMenu(menu)
        editor.session.changed.connect(self._renew)
        self._renew()

    def _action(self, text: str, keys: str, act: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        self._editor.addAction(action)
        return action

    def _renew(self) -> None:
        count = count_unreviewed(self._editor.session.report, self._editor.section)
        self.setText(f"待复核 {count} 句")
        self.setVisible(bool(count))
        for action in (self.next, self.sentence, self.paragraph, self.whole):
            action.setEnabled(bool(count))

    def go_on(self) -> None:
        """Put the cursor before the next sentence that is to be reviewed; it goes round."""
        editor = self._editor
        spans = unreviewed(editor.session.report, editor.section)
        here = editor.selected_span()[1]
        later = [span for span in spans if span[0] > here]
        if spans:
            start = (later or spans)[0][0]
            editor.show_span((start, start))
            editor.setFocus()

    def take_sentence(self) -> None:
        """Note the sentence at the cursor, or those selected, as gone over."""
        start, end = self._editor.selected_span()
        if self._take(start, end):
            self.go_on()

    def take_paragraph(self) -> None:
        """Note every sentence of the paragraph at the cursor as gone over."""
        text = self._editor.toPlainText()
        start, end = self._editor.selected_span()
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end)
        if self._take(first, last if last >= 0 else len(text)):
            self.go_on()

    def take_whole(self) -> None:
        """Note every sentence of the section as gone over, with a way back."""
        if self._take(0, len(self._editor.toPlainText())):
            offer_undo(self._editor.session, "这一部分的句子都已记为已复核。")

    def _take(self, start: int, end: int) -> bool:
        session, section = self._editor.session, self._editor.section
        before = count_unreviewed(session.report, section)
        changes = found_right(session.report, section, start, end)
        if not session.edit("记为已复核", changes):
            session.told.emit("光标所在的地方没有待复核的句子。")
            return False
        left = count_unreviewed(session.report, section)
        session.told.emit(f"已复核 {before - left} 句，这一部分还有 {left} 句待复核。")
        return True
