"""What is marked in a text: the words of findings, and sentences that are still last year's."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from gicapp.core.finding import Finding
from gicapp.core.text.narrative import pieces_of
from gicapp.core.text.review import unreviewed
from gicapp.gui.appearance import colours
from gicapp.gui.session import Session

Span = tuple[int, int]
_TO_REVIEW: Final = (
    "待复核：这一句与上年文字相同。改写它，或者按 Ctrl+回车记为已复核（Ctrl+Shift+回车：整段）。"
)


class TextMarks(QObject):
    """Keeps the marks of one editor up with the findings and with last year's text."""

    def __init__(self, editor: QTextEdit, session: Session, section: str) -> None:
        super().__init__(editor)  # it is let go of with its editor
        self._editor = editor
        self._session = session
        self._section = section
        self._findings: list[Finding] = []
        self._kept: tuple[Span, ...] = ()
        self._state: object = None

    def renew(self) -> None:
        """Draw a wave under every finding's words, and dots under what is to be reviewed."""
        editor, session = self._editor, self._session
        number = int(self._section)
        self._findings = [f for f in session.findings if f.section == number and f.span]
        self._kept = unreviewed(session.report, self._section)
        drawn = [(f.span, f.severity) for f in self._findings]
        state = (drawn, self._kept, editor.document().revision(), colours())
        if state == self._state:
            return
        self._state = state
        document, text = editor.document(), editor.toPlainText()
        kept = self._without_figures()
        marks = [
            mark(document, span, kept_style())
            for span in utf16_spans(text, [(a, b) for a, b in kept if a < b])
        ]
        spans = utf16_spans(text, [f.span or (0, 0) for f in self._findings])
        for finding, span in zip(self._findings, spans, strict=True):
            marks.append(mark(document, span, _wave(finding)))
        editor.setExtraSelections(marks)

    def _without_figures(self) -> Iterator[Span]:
        """Yield the stretches of the kept sentences between their live figures."""
        report = self._session.report
        pieces = pieces_of(report, report.text(self._section)) if self._kept else ()
        live = [piece.shown for piece in pieces if piece.token is not None]
        for start, end in self._kept:
            place = start
            for first, last in live:
                if start <= first < end:
                    yield place, first
                    place = last
            yield place, end

    def remark_at(self, place: int) -> str:
        """Return what is to be said of a place of the document."""
        text = self._editor.toPlainText()
        spans = utf16_spans(text, [f.span or (0, 0) for f in self._findings])
        said = [
            finding.message
            for finding, (start, end) in zip(self._findings, spans, strict=True)
            if start <= place <= end
        ]
        kept = utf16_spans(text, list(self._kept))
        return "\n".join([*said, *[_TO_REVIEW for start, end in kept if start <= place <= end][:1]])


def utf16_spans(text: str, spans: list[Span]) -> list[Span]:
    """Return places of a Python text as Qt counts them, in UTF-16."""
    if len(text.encode("utf-16-le")) == 2 * len(text):
        return spans
    return [
        (len(text[:start].encode("utf-16-le")) // 2, len(text[:end].encode("utf-16-le")) // 2)
        for start, end in spans
    ]


def mark(document: QTextDocument, span: Span, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
    """Return a mark over a place of a document."""
    last = document.characterCount() - 1
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    cursor.setPosition(min(span[0], last))
    cursor.setPosition(min(span[1], last), QTextCursor.MoveMode.KeepAnchor)
    # the stub declares read-only attributes that Qt lets one set
    selection.format = style  # type: ignore[attr-defined]
    selection.cursor = cursor  # type: ignore[attr-defined]
    return selection


def kept_style() -> QTextCharFormat:
    """Return the look of words that are last year's: a quiet ground and dots under them."""
    style = QTextCharFormat()
    style.setBackground(QColor(colours().label))
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    style.setUnderlineColor(QColor(colours().muted))
    return style


def _wave(finding: Finding) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    style.setUnderlineColor(QColor(colours().of(finding.severity)))
    return style
