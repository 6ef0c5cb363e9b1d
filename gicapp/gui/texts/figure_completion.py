"""Completion of live figures: 「/」 opens the list, typing filters it, Enter puts one in."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from gicapp.core.text.choices import Choice, figure_choices, matching
from gicapp.gui.session import Session
from gicapp.gui.texts.figure_list import FigureList

_SIGNS: Final = "/／"
_NO_OPENING: Final = ":：/／.-_"  # URLs, paths, dates; after digits and Latin letters neither
_LONGEST: Final = 16  # letters that can still be a name; more is text
_PAGE: Final = 8
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
_TAKING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class FigureCompletion(QObject):
    """Watches what is typed into an editor and keeps the list beside the cursor.

    `picked` carries the figure that is wanted in place of what is selected; `held`: whether what
    is typed from now on is one step of undo, however long one waits.
    """

    picked = Signal(str)
    held = Signal(bool)

    def __init__(self, editor: QTextEdit, session: Session) -> None:
        super().__init__(editor)
        self._editor = editor
        self._session = session
        self._is_held = False
        self.list: FigureList | None = None
        self._choices: tuple[Choice, ...] = ()
        self._start: int | None = None  # where the words to replace begin, while one chooses
        self._sign = ""  # what stands there, if the list was opened by typing it
        self._typed = ""
        editor.installEventFilter(self)
        editor.textChanged.connect(self._look)
        editor.cursorPositionChanged.connect(self._look)

    @property
    def is_open(self) -> bool:
        """Tell whether the list is in sight."""
        return self.list is not None and not self.list.isHidden()

    def open(self) -> None:
        """Open the list where the cursor is; what is selected is replaced."""
        self._editor.setFocus()
        self._begin(self._editor.textCursor().selectionStart(), "")
        self._look()

    def close(self) -> None:
        """Close the list and leave the text as typed."""
        self._start = None
        self._hold(on=False)
        if self.list is not None:
            self.list.hide()

    def _hold(self, *, on: bool) -> None:
        self._is_held = on
        self.held.emit(on)

    def _begin(self, start: int, sign: str) -> None:
        session = self._session
        self._choices = figure_choices(session.form, session.report)
        self._start, self._sign = start, sign

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are for the list, and note what is typed."""
        kind = event.type()
        if kind is QEvent.Type.FocusOut or kind is QEvent.Type.Hide:
            self.close()
        elif isinstance(event, QInputMethodEvent):
            self._note(event.commitString())
        elif isinstance(event, QKeyEvent) and kind is QEvent.Type.ShortcutOverride:
            if self.is_open and self._is_own(event):
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and kind is QEvent.Type.KeyPress:
            if self.is_open and self._is_own(event):
                self._act(Qt.Key(event.key()))
                return True
            self._note(event.text())
        return super().eventFilter(watched, event)

    @staticmethod
    def _is_own(event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        return plain and (key in _STEPS or key in _TAKING or key is Qt.Key.Key_Escape)

    def _act(self, key: Qt.Key) -> None:
        if key in _STEPS and self.list is not None:
            self.list.step(_STEPS[key])
        elif key in _TAKING and self.list is not None:
            self._pick(self.list.token)
        else:
            self.close()

    def _note(self, text: str) -> None:
        """Note what is about to be typed; a 「/」 that may open the list begins a step of undo."""
        self._typed = text
        if text and text in _SIGNS and self._start is None and self._may_open():
            self._hold(on=True)

    def _may_open(self) -> bool:
        before = self._text(self._editor.textCursor().selectionStart() - 1, 1)
        is_latin = before.isascii() and before.isalnum()
        return not (is_latin or before.isdigit() or (before and before in _NO_OPENING))

    def _text(self, start: int, length: int) -> str:
        last = self._editor.document().characterCount() - 1
        if not 0 <= start <= last:  # all was cleared: another report is begun
            return ""
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(start)
        end = min(start + length, last)
        cursor.setPosition(max(start, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _look(self) -> None:
        """Open, filter or close the list by what stands before the cursor."""
        typed, self._typed = self._typed, ""
        if self._start is None and not (typed and typed in _SIGNS and self._is_held):
            return
        place = self._editor.textCursor().position()
        if self._start is None:
            if self._text(place - 1, 1) != typed:
                return
            self._begin(place - 1, typed)
        self._filter(place)

    def _filter(self, place: int) -> None:
        start = self._start or 0
        words = self._text(start, place - start)
        filter_ = words.removeprefix(self._sign)
        has_end = any(letter.isspace() or letter in _SIGNS for letter in filter_)
        is_left = place < start + len(self._sign) or not words.startswith(self._sign)
        if is_left or has_end or len(filter_) > _LONGEST:
            self.close()
            return
        found = matching(self._choices, "" if self._editor.textCursor().hasSelection() else filter_)
        if self.list is None:
            self.list = FigureList(self._editor.window())
            self.list.picked.connect(self._pick)
        if found:
            self.list.offer(found, self._line())
        else:
            self.list.hide()  # it comes back when a letter is taken off

    def _line(self) -> QRect:
        """Return the line of the cursor in the window."""
        rect = self._editor.cursorRect()
        corner = self._editor.viewport().mapTo(self._editor.window(), QPoint(rect.topLeft()))
        return QRect(corner, rect.size())

    def _pick(self, token: str) -> None:
        """Put a figure in place of the 「/」 and the words after it."""
        start = self._start
        if start is None or not token:
            return
        cursor = self._editor.textCursor()
        end = cursor.selectionEnd()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._start = None  # the cursor moves now, which would filter
        self._editor.setTextCursor(cursor)
        self.picked.emit(token)
        self.close()
