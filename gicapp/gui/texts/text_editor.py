"""The editor of a section's text: paragraphs, figures as chips, pictures, findings underlined."""

from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QToolTip

from gicapp.core.change import SetText
from gicapp.core.report import Report
from gicapp.core.text.illustration import illustrate
from gicapp.core.text.narrative import (
    PICTURE_SIGN,
    Piece,
    is_picture,
    pictures_in,
    pieces_of,
    rendered,
    shown_span,
    stored_span,
)
from gicapp.core.text.picture import Picture
from gicapp.errors import GicError
from gicapp.gui.appearance import colours, tip
from gicapp.gui.session import Session
from gicapp.gui.session_work import wait_for
from gicapp.gui.texts.figure_completion import FigureCompletion
from gicapp.gui.texts.key_order import KeyOrder
from gicapp.gui.texts.live_numbers import LiveNumbers
from gicapp.gui.texts.offered_pictures import holds_picture, reading_of
from gicapp.gui.texts.pasted_text import Pasted, check_room, plain_words
from gicapp.gui.texts.picture_reading import read_into
from gicapp.gui.texts.text_layout import HeadingHighlighter, body_font, paragraph_format
from gicapp.gui.texts.text_marks import TextMarks, utf16_spans
from gicapp.gui.texts.thumbnail import centre_pictures, insert_thumbnail

_TOKEN: Final = QTextFormat.Property.UserProperty.value + 1
_SHOWN: Final = _TOKEN + 1
_NUMBER: Final = _TOKEN + 2
_PAUSE: Final = 1.0  # seconds without typing that begin a new step of undo


class TextEditor(QTextEdit):
    """Edits the text of one section; what it shows follows the session."""

    length_changed = Signal(int)

    def __init__(self, session: Session, section: str, name: str) -> None:
        super().__init__()
        self.session = session
        self.section = section
        self._name = name
        self._filling = False
        self._stored = ""
        self._typed_at, self._group = 0.0, 0
        self._is_step_held = False
        self.marks = TextMarks(self, session, section)
        self._prepare()
        session.changed.connect(self._follow)
        session.findings_changed.connect(self.marks.renew)
        self._follow()
        self.marks.renew()
        self.textChanged.connect(self._take)
        self.completion = FigureCompletion(self, session)
        self.completion.held.connect(self._hold_step)
        self.completion.picked.connect(self.insert_figure)
        KeyOrder(self)
        self.live_numbers = LiveNumbers(self, session, section, lambda: self.selected_span()[1])

    def _prepare(self) -> None:
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        base = self.font()
        self.document().setDefaultFont(body_font(base))
        self.document().setDocumentMargin(16)
        self._highlighter = HeadingHighlighter(self.document(), base)
        self.setAccessibleName(self._name)

    def _follow(self) -> None:
        """Show the text as it stands in the report, the cursor where it was."""
        report = self.session.report
        pieces = pieces_of(report, report.text(self.section))
        shown = rendered(report, self.section)
        if report.text(self.section) == self._stored and shown == self.toPlainText():
            return
        self._stored = report.text(self.section)
        position = self.textCursor().position()
        self._filling = True
        self._fill(pieces)
        self._filling = False
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.length_changed.emit(letters(shown))

    def _fill(self, pieces: tuple[Piece, ...]) -> None:
        self.clear()
        cursor = self.textCursor()
        cursor.setBlockFormat(paragraph_format(self.document()))
        for number, piece in enumerate(pieces):
            style = QTextCharFormat() if piece.token is None else _chip(piece, number)
            picture = picture_at(self.session.report, piece)
            if picture is not None:
                insert_thumbnail(cursor, picture, style)
            else:
                cursor.insertText(piece.text, style)
        centre_pictures(self.document())

    def stored_text(self) -> str:
        """Return the text as it is stored, every untouched chip as its live figure."""
        lines = []
        block = self.document().begin()
        while block.isValid():
            lines.append(_stored_line(block))
            block = block.next()
        return "\n".join(lines)

    def _take(self) -> None:
        if self._filling:
            return
        self._filling = True
        centre_pictures(self.document())
        self._filling = False
        now = monotonic()
        if now - self._typed_at > _PAUSE and not self._is_step_held:
            self._group += 1
        self._typed_at = now
        self._stored = self.stored_text()
        self.length_changed.emit(letters(self.toPlainText()))
        changes = [SetText(self.section, self._stored)]
        self.session.edit(f"修改{self._name}", changes, self._step)

    @property
    def _step(self) -> str:
        """Return the name of the step of undo that what is typed now belongs to."""
        return f"text.{self.section}.{self._group}"

    def _hold_step(self, on: bool) -> None:  # noqa: FBT001  # a signal's slot
        """Begin a step of undo that goes on, however long one waits, until it is let go."""
        if on != self._is_step_held:
            self._group += 1
        self._is_step_held = on

    def selected_span(self) -> tuple[int, int]:
        """Return the printed place of what is selected, or of the cursor."""
        shown, cursor = self.toPlainText(), self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        return _from_utf16(shown, first), _from_utf16(shown, last)

    def insert_figure(self, token: str) -> None:
        """Put a live figure where the cursor is, in place of what is selected."""
        report = self.session.report
        pieces = pieces_of(report, self._stored)
        start, end = self.selected_span()
        first, last = stored_span(pieces, start, end)
        text = f"{self._stored[:first]}⟦{token}⟧{self._stored[last:]}"
        after = len(rendered(report, self.section)) - end
        step = self._step if self._is_step_held else ""
        self.session.edit("插入数字", [SetText(self.section, text)], step)
        place = len(self.toPlainText()) - after
        self.setTextCursor(self._cursor_over((place, place)))
        self.setFocus()

    def insert_picture(self, picture: Picture) -> None:
        """Put a picture below the cursor's paragraph, its caption selected to be typed over."""
        report, place = self.session.report, self.selected_span()[1]
        stored, _ = stored_span(pieces_of(report, self._stored), place, place)
        try:
            put = illustrate(report, self.section, stored, picture)
        except GicError as error:
            self.session.refuse(error)
            return
        self.session.edit("插入图片", put.changes)
        report = self.session.report
        pieces = pieces_of(report, report.text(self.section))
        self.show_span(shown_span(pieces, *put.caption))
        self.setFocus()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text and pictures; leave other files that are dropped to the window."""
        if holds_picture(source):
            return True
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste pictures, or words alone: no faces, no colours, no blank lines, no indents."""
        if holds_picture(source):
            read_into(self, self.session, reading_of(source), self.insert_picture)
            return
        text, place = source.text(), self.textCursor()  # it keeps its place while one types

        def insert(pasted: Pasted) -> None:
            replaced = place.selectionEnd() - place.selectionStart()
            check_room(pasted.words, self.document().characterCount() - 1 - replaced)
            self._group += 1
            place.insertText(pasted.words, QTextCharFormat())
            self._typed_at = 0.0
            if pasted.remark:
                self.session.told.emit(pasted.remark)

        form = self.session.form
        wait_for(self.session, "正在整理要粘贴的文字", lambda _: plain_words(text, form), insert)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write plain text even beside a chip."""
        if event.text() and not self.textCursor().hasSelection():
            self.setCurrentCharFormat(QTextCharFormat())
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, where they go across everything."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in keys):
                event.ignore()
                return False
        if event.type() is QEvent.Type.PaletteChange and "completion" in vars(self):
            self._stored = ""  # draw figures and marks anew in the other colours
            self._follow()
            self.marks.renew()
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_remark(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the step of undo when the cursor leaves."""
        self._typed_at = 0.0
        super().focusOutEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the number or the sentence, then cut, copy and paste."""
        if (
            event.reason() is QContextMenuEvent.Reason.Mouse
            and not self.textCursor().hasSelection()
        ):
            self.setTextCursor(self.cursorForPosition(event.pos()))
        menu = self.createStandardContextMenu()
        own = QMenu(menu)
        self.live_numbers.fill(own)
        own.addActions([a for a in self.actions() if a.isEnabled() and a.isVisible()])
        menu.insertActions(menu.actions()[0], own.actions())
        menu.insertSeparator(menu.actions()[len(own.actions())])
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _cursor_over(self, span: tuple[int, int]) -> QTextCursor:
        """Return a cursor over a place of the rendered text, which Qt counts in UTF-16."""
        last = self.document().characterCount() - 1
        ((start, end),) = utf16_spans(self.toPlainText(), [span])
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def show_span(self, span: tuple[int, int]) -> None:
        """Select a place of the rendered text and bring it into view."""
        self.setTextCursor(self._cursor_over(span))
        self.ensureCursorVisible()

    def _show_remark(self, event: QHelpEvent) -> None:
        point = self.viewport().mapFrom(self, event.pos())
        place = self.cursorForPosition(point).position()
        QToolTip.showText(event.globalPos(), tip(self.marks.remark_at(place)), self)


def letters(text: str) -> int:
    """Return how many characters a text has, blanks not counted."""
    return len("".join(text.replace(PICTURE_SIGN, "").split()))


def picture_at(report: Report, piece: Piece) -> Picture | None:
    """Return the picture that a piece of a text is, None for words and figures."""
    return report.media[pictures_in(f"⟦{piece.token}⟧")[0]] if is_picture(piece) else None


def _from_utf16(text: str, place: int) -> int:
    """Return the place in a Python text of a place that Qt counts in UTF-16."""
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le"))


def _chip(piece: Piece, number: int) -> QTextCharFormat:
    """Return the look of a live figure; `number` keeps two that touch apart."""
    style = QTextCharFormat()
    style.setBackground(QColor(colours().figure))
    style.setForeground(QColor(colours().error if piece.problem else colours().accent))
    style.setToolTip(piece.problem or "随表格更新的数字；直接改动后不再更新")
    style.setProperty(_TOKEN, piece.token)
    style.setProperty(_SHOWN, piece.text)
    style.setProperty(_NUMBER, number)
    return style


def _stored_line(block: QTextBlock) -> str:
    """Return a paragraph as stored; a chip whose figure was changed by hand is plain text."""
    parts = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        style, text = fragment.charFormat(), fragment.text().replace("\u2028", "\n")
        token, shown = style.property(_TOKEN), str(style.property(_SHOWN) or "")
        if token and shown and shown in text:
            before, _, after = text.partition(shown)
            text = f"{before}⟦{token}⟧{after}"
        parts.append(text)
        iterator += 1
    return "".join(parts)
