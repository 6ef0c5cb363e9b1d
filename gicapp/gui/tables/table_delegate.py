"""How a cell is drawn and edited: its mark, last year's value, its total sign, its editor."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPen,
    QPolygon,
)
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gicapp.core.finding import Severity
from gicapp.form.declaration import Cell
from gicapp.form.values import exact, is_number, show
from gicapp.gui.appearance import colours, scaled
from gicapp.gui.messages.speaking import may_speak, speak
from gicapp.gui.tables.label_text import draw_label
from gicapp.gui.tables.table_model import Index, TableModel

_BEFORE: Final = "上年 "
_MANY: Final = 26  # cells: more than the longest sum has
_CORNER: Final = 9  # pixels of a finding's mark
_TYPED: Final = "typed"
_BROKEN_OFF: Final = "broken off"  # a composition that committed nothing
_ALONG: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_CLEARING: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_MOVES: Final = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


class TableDelegate(QStyledItemDelegate):
    """Draws and edits the cells of a table.

    `moved` asks the view to go on after an edit: down or up (first number), or to the next or
    the previous input cell (second number). `leaving` comes before it, with the same numbers,
    while the editor is still there: Qt paints all of a table that scrolls after one was closed.
    """

    leaving = Signal(int, int)
    moved = Signal(int, int)

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._whole = min(_MANY, len(model.table.cells))
        self.shows_prior = False
        self.outlined: frozenset[str] = frozenset()
        self.begins_typed = False  # the next editor: a digit began it, and arrows end it
        self._reason = QLabel(parent)
        self._reason.setObjectName("refusal")
        may_speak(self._reason)
        self._reason.hide()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a label or a value with everything that is to be seen of it."""
        painter.save()
        cell, rect = self._model.cell(index), option.rect  # type: ignore[attr-defined]
        if cell is None:
            box = self._model.box(index)
            painter.fillRect(rect, QColor(colours().label))
            painter.setFont(option.font)  # type: ignore[attr-defined]
            painter.setPen(QColor(colours().text))
            draw_label(painter, rect, box.text if box else "")
        else:
            self._paint_cell(painter, option, cell)
        painter.restore()

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell) -> None:
        scheme, rect = colours(), option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        ground = scheme.derived if cell.derived else scheme.base
        painter.fillRect(rect, QColor(scheme.selected if chosen else ground))
        self._paint_value(painter, option, cell)
        if self._model.is_automatic(cell):
            _paint_sum_sign(painter, option)
        self._paint_marks(painter, rect, cell)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_value(self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell) -> None:
        scheme, rect = colours(), QRect(option.rect)  # type: ignore[attr-defined]
        font = option.font  # type: ignore[attr-defined]
        refusal = self._model.refusal(cell.id)
        if self.shows_prior:
            below = QRect(rect)
            below.setTop(rect.bottom() - rect.height() * 2 // 5)
            rect.setBottom(below.top() + 2)
            painter.setFont(scaled(font, 0.8))
            painter.setPen(QColor(scheme.muted))
            text = self._prior_text(cell)
            if painter.fontMetrics().horizontalAdvance(text) > below.width():
                text = text.removeprefix(_BEFORE)  # the figure first, where it is tight
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
        if self._model.is_automatic(cell) or refusal is not None:
            font = QFont(font)
            font.setItalic(True)
        painter.setFont(font)
        painter.setPen(QColor(scheme.error if refusal else scheme.text))
        text = refusal.text if refusal else show(self._model.session.report.value(cell.id))
        painter.drawText(rect.adjusted(3, 0, -3, 0), Qt.AlignmentFlag.AlignCenter, text)

    def _prior_text(self, cell: Cell) -> str:
        """Return last year's value and how this year's differs from it."""
        report = self._model.session.report
        if report.prior is None:
            return f"{_BEFORE}—"
        before, now = report.prior.value(cell.id), report.value(cell.id)
        if not (is_number(before) and is_number(now)) or before == now:
            return f"{_BEFORE}{show(before) or '空'}"
        sign, apart = ("＋", now - before) if now > before else ("－", before - now)
        return f"{_BEFORE}{show(before)} {sign}{show(exact(apart))}"

    def _paint_marks(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        """Draw the corner of the gravest finding, and the outline of a related cell.

        The corner of an error is filled, of a warning half as large, of a hint an outline.
        """
        scheme = colours()
        if cell.id in self.outlined:
            painter.setPen(QPen(QColor(scheme.warning), 1, Qt.PenStyle.DashLine))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        refusal, findings = self._model.refusal(cell.id), self._model.findings(cell.id)
        own = next((f for f in findings if len(f.cells) < self._whole), None)
        if refusal is None and own is None:
            return  # what is said of a whole table is no mark of each of its cells
        severity = own.severity if own and not refusal else Severity.ERROR
        size = _CORNER if severity is Severity.ERROR else _CORNER - 2
        corner = rect.topRight()
        triangle = QPolygon([corner, corner - QPoint(size, 0), corner + QPoint(0, size)])
        painter.setPen(QColor(scheme.of(severity)))
        if severity is not Severity.HINT:
            painter.setBrush(QColor(scheme.of(severity)))
        painter.drawPolygon(triangle)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a plain line for the number; it says at once when it cannot be taken."""
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setStyleSheet("padding: 0; border-radius: 0;")
        cell = self._model.cell(index)
        if cell is not None:
            editor.setAccessibleName(cell.name)
            editor.setAccessibleDescription(cell.kind.sentence)
        editor.setProperty(_TYPED, self.begins_typed)
        editor.textEdited.connect(self._reason.hide)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what stands in the cell, or with what was typed there and refused."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the typed text to the model, which takes or refuses it.

        A composition empties the line; one left unfinished says nothing, least of all a blank.
        """
        self._reason.hide()
        if isinstance(editor, QLineEdit) and (editor.text() or not editor.property(_BROKEN_OFF)):
            model.setData(index, editor.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Take the reason away together with the editor."""
        self._reason.hide()
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Take the text and go on at Enter and Tab, unless it cannot be taken."""
        _note_composition(editor, event)
        if not (isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress):
            return super().eventFilter(editor, event)
        move = _MOVES.get(Qt.Key(event.key()))
        if event.key() in _ALONG and editor.property(_TYPED):
            QCoreApplication.sendEvent(self.parent(), event)  # as up and down, which no line takes
            return True
        if move is None or not isinstance(editor, QLineEdit):
            return super().eventFilter(editor, event)
        if self._may_take(editor):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and move[0]
            down = -1 if back else move[0]
            self.commitData.emit(editor)
            self.leaving.emit(down, move[1])
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.moved.emit(down, move[1])
        return True

    def _may_take(self, editor: QLineEdit) -> bool:
        """Tell whether the typed text is a value here; else show the reason beside the cell."""
        cell = self._model.cell(self._index_of(editor))
        if cell is None:
            return True
        try:
            cell.parse(editor.text())
        except ValueError as error:
            self._show_reason(editor, str(error))
            return False
        return True

    def _index_of(self, editor: QWidget) -> QModelIndex:
        view = self.parent()
        index: QModelIndex = view.indexAt(editor.geometry().center())  # type: ignore[attr-defined]
        return index

    def _show_reason(self, editor: QWidget, reason: str) -> None:
        owner = self._reason.parentWidget()
        self._reason.setText(reason)
        speak(self._reason, reason)
        self._reason.adjustSize()
        below = editor.mapTo(owner, editor.rect().bottomLeft())
        x = max(0, min(below.x(), owner.width() - self._reason.width() - 2))
        y = below.y() + 3
        if y + self._reason.height() > owner.height():
            y = editor.mapTo(owner, QPoint(0, 0)).y() - self._reason.height() - 3
        self._reason.move(x, y)
        self._reason.show()
        self._reason.raise_()


def _note_composition(editor: QObject, event: QEvent) -> None:
    """Remember whether the last that came into an editor is a composition without an end."""
    if isinstance(event, QInputMethodEvent) and (event.preeditString() or event.commitString()):
        editor.setProperty(_BROKEN_OFF, not event.commitString())
    elif isinstance(event, QKeyEvent) and event.key() in _CLEARING:
        editor.setProperty(_BROKEN_OFF, False)


def _paint_sum_sign(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw a small Σ at the left: this total follows its parts by itself."""
    painter.setFont(scaled(option.font, 0.75))  # type: ignore[attr-defined]
    painter.setPen(QColor(colours().muted))
    place = option.rect.adjusted(4, 2, -2, -2)  # type: ignore[attr-defined]
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, "Σ")
