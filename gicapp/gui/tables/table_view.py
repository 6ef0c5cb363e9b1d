"""A table that feels like a spreadsheet: how the keys move, select and edit."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QWidget,
)

from gicapp.gui.tables.cell_help import CellHelp
from gicapp.gui.tables.label_header import LabelHeader
from gicapp.gui.tables.label_reach import values_of_label
from gicapp.gui.tables.label_text import Corner
from gicapp.gui.tables.quiet_table import QuietTable
from gicapp.gui.tables.table_delegate import TableDelegate
from gicapp.gui.tables.table_measures import heights, is_broadest, widths
from gicapp.gui.tables.table_model import Index, TableModel
from gicapp.gui.tables.table_steps import destination, next_input, step

_RELATED: Final = 25  # cells of the longest sum; a finding on more of them relates none
_NO_LIMIT: Final = 16_777_215  # Qt's own


class TableView(QuietTable):
    """The official table with its labels standing still. `current_changed` names a cell id."""

    current_changed = Signal(str)
    selection_changed = Signal()

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table_model = model
        self._anchor = QModelIndex()
        self._is_low = False
        self.delegate = TableDelegate(model, self)
        self.delegate.leaving.connect(lambda *way: self.scrollTo(self._further(*way)))
        self.delegate.moved.connect(self._go_on)
        self.top = LabelHeader(model, Qt.Orientation.Horizontal, self)
        self.side = LabelHeader(model, Qt.Orientation.Vertical, self)
        self.help = CellHelp(self)
        self.setHorizontalHeader(self.top)
        self.setVerticalHeader(self.side)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self._corner = Corner(_corner_text(model), self)
        self._corner.setObjectName("corner")
        self._corner.setWordWrap(True)
        self._corner.setVisible(bool(self._corner.text()))
        self._prepare()
        _merge(self, model)
        model.refused.connect(self.scrollTo)

    def _prepare(self) -> None:
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        for header in (self.top, self.side):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.top.setVisible(self.table_model.header_lines > 0)
        self.side.setVisible(self.table_model.label_columns > 0)
        self.setAccessibleName(self.table_model.table.name)

    def set_prior_shown(self, shown: bool) -> None:  # noqa: FBT001  # a checkbox's slot
        """Show last year's values under this year's, or not."""
        self.delegate.shows_prior = shown
        self.arrange()
        self.viewport().update()

    def set_low(self, *, is_low: bool) -> None:
        """Let the lines stand close, or not."""
        if is_low is not self._is_low:
            self._is_low = is_low
            self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the width that there is."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Give every line and column the size that its labels and the window ask for."""
        model, font, frame = self.table_model, self.font(), self.frameWidth()
        beside, room = 0, self.width() - 2 * frame - 2
        columns, lines = self.sizes(room)
        if self.height() < sum(lines) + 2 * frame + 2:  # it scrolls
            beside = self.verticalScrollBar().sizeHint().width()
            columns, lines = self.sizes(room - beside)
        self.side.set_bands(columns[: model.label_columns])
        for column, width in enumerate(columns[model.label_columns :]):
            self.setColumnWidth(column, width)
        self.top.set_bands(lines[: model.header_lines])
        for line, height in enumerate(lines[model.header_lines :]):
            self.setRowHeight(line, height)
        broadest = is_broadest(model.table, font, columns)
        whole = sum(lines) + 2 * frame + 2
        self.setMaximumWidth(sum(columns) + 2 * frame + 2 + beside if broadest else _NO_LIMIT)
        self.setMaximumHeight(whole)
        self.updateGeometries()
        self._corner.setGeometry(frame, frame, sum(self.side.bands), sum(self.top.bands))
        self._corner.raise_()

    def sizes(self, room: int) -> tuple[list[int], list[int]]:
        """Return the widths of the columns and the heights of the lines in a width."""
        table, font = self.table_model.table, self.font()
        columns = widths(table, font, room)
        with_prior, is_low = self.delegate.shows_prior, self._is_low
        return columns, heights(table, font, columns, with_prior=with_prior, is_low=is_low)

    def event(self, event: QEvent) -> bool:
        """Keep F1 for the help of the current cell."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1 and self.current_cell():
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() is QEvent.Type.KeyPress:
                self.show_help()
            return True
        return super().event(event)

    def show_help(self) -> None:
        """Show what counts in the current cell."""
        cell = self.table_model.cell(self.currentIndex())
        if cell is not None:
            place = self.visualRect(self.currentIndex())
            place.moveTopLeft(self.viewport().mapToGlobal(place.topLeft()))
            self.help.open_at(place, self.table_model.session.form, cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move as a spreadsheet does; leave typing and editing to Qt."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not control:
            self._go_on(0, -1 if key is Qt.Key.Key_Backtab else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on(-1 if shift else 1, 0)
        elif (
            target := destination(self.table_model, self.currentIndex(), key, far=control)
        ) is not None:
            self.go_to(target, extend=shift)
        elif key is Qt.Key.Key_Backspace and self.current_cell():
            self.edit(self.currentIndex())
            _put(self.indexWidget(self.currentIndex()), "")
        else:
            self.delegate.begins_typed = key is not Qt.Key.Key_F2
            super().keyPressEvent(event)
            self.delegate.begins_typed = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stretch the selection to where Shift is clicked; a label selects its values."""
        _end_composition(self)
        index = self.indexAt(event.position().toPoint())
        meant = values_of_label(self.table_model, index) if index.isValid() else []
        if self.table_model.cell(index) is None and meant:
            self.go_to(meant[0])
            for place in meant[1:]:
                self.selectionModel().select(place, QItemSelectionModel.SelectionFlag.Select)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and index.isValid():
            self.go_to(index, extend=True)
        else:
            super().mousePressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin editing with what an input method commits at once, such as a full-width digit.

        Qt opens the editor for it but loses the text, unless it was composed before.
        """
        committed = event.commitString()
        begins = committed and self.state() is not QAbstractItemView.State.EditingState
        super().inputMethodEvent(event)
        if begins:
            _put(self.indexWidget(self.currentIndex()), committed)

    def focusNextPrevChild(self, next_one: bool) -> bool:  # noqa: FBT001  # Qt's signature
        """Let Tab move inside the table while there is an input cell to go to."""
        del next_one
        return False

    def go_to(self, index: QModelIndex, *, extend: bool = False) -> None:
        """Make a cell the current one, or stretch the selection to it."""
        if not index.isValid():
            return
        _end_composition(self)
        flag = QItemSelectionModel.SelectionFlag
        if extend and self._anchor.isValid():
            self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
            block = QItemSelection(self._anchor, index)
            self.selectionModel().select(_sorted(self.table_model, block), flag.ClearAndSelect)
        else:
            # not the view's own setCurrentIndex, which minds the keys that are held down
            self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect)
            self._anchor = index
        self.scrollTo(index)

    def _go_on(self, down: int, along: int) -> None:
        """Go to the cell below or above, or to the next or previous input cell."""
        self.go_to(self._further(down, along))

    def _further(self, down: int, along: int) -> QModelIndex:
        """Return the cell below or above, or the next or previous input cell."""
        model, here = self.table_model, self.currentIndex()
        return step(model, here, down, 0) if down else next_input(model, here, along)

    def current_cell(self) -> str:
        """Return the id of the current cell, or nothing."""
        cell = self.table_model.cell(self.currentIndex())
        return cell.id if cell else ""

    def outline(self, cells: Iterable[str]) -> None:
        """Outline the cells that belong together."""
        chosen = frozenset(cells)
        chosen = chosen if len(chosen) > 1 else frozenset()
        for cell in chosen ^ self.delegate.outlined:
            self.update(self.table_model.place(cell))
        self.delegate.outlined = chosen

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which cell is the current one, and outline what it is related to."""
        super().currentChanged(current, previous)
        cell = self.table_model.cell(current)
        findings = self.table_model.findings(cell.id) if cell else []
        related = [finding.cells for finding in findings if len(finding.cells) <= _RELATED]
        self.outline(cell for cells in related for cell in cells)
        for header in (self.top, self.side):
            header.follow(current, previous)
        self.current_changed.emit(cell.id if cell else "")

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Say that another block is selected."""
        super().selectionChanged(selected, deselected)
        if len(self.selectionModel().selectedIndexes()) <= 1:
            self._anchor = self.currentIndex()
        self.selection_changed.emit()


def _merge(view: TableView, model: TableModel) -> None:
    """Merge the cells that are merged on paper."""
    for box in model.table.boxes:
        line, column = box.line - model.header_lines, box.column - model.label_columns
        if line >= 0 and column >= 0 and (box.lines > 1 or box.columns > 1):
            view.setSpan(line, column, box.lines, box.columns)


def _end_composition(view: TableView) -> None:
    """Let the first composition of an editor end before the cursor goes elsewhere.

    Qt leaves the cursor outside of the editor meanwhile; left so, the next one would not get it,
    and all but the first key typed there would be lost.
    """
    if view.state() is QAbstractItemView.State.EditingState and view.hasFocus():
        QGuiApplication.inputMethod().commit()
        QApplication.sendEvent(view, QInputMethodEvent())


def _put(editor: QWidget, text: str) -> None:
    """Put a text into the editor that was just opened; there may be none."""
    if isinstance(editor, QLineEdit):
        editor.setText(text)


def _corner_text(model: TableModel) -> str:
    """Return the label in the corner between header lines and label columns, if there is one."""
    if not (model.header_lines and model.label_columns):
        return ""
    return next(box.text for box in model.table.boxes if box.line == box.column == 0)


def _sorted(model: TableModel, block: QItemSelection) -> QItemSelection:
    """Return the rectangle between the two ends of a stretched selection."""
    places = block.indexes()
    if not places:
        return block
    rows, columns = [i.row() for i in places], [i.column() for i in places]
    return QItemSelection(
        model.index(min(rows), min(columns)), model.index(max(rows), max(columns))
    )
