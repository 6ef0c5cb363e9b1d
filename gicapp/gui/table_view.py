"""A table that feels like a spreadsheet: how the keys move, select and edit."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from gicapp.form.declaration import Box
from gicapp.form.values import BLANK
from gicapp.gui.appearance import ems
from gicapp.gui.label_header import LabelHeader, label_height
from gicapp.gui.table_delegate import TableDelegate
from gicapp.gui.table_model import Index, TableModel

_STEPS: Final = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
}
_WIDEST: Final = 72  # Chinese characters: a table does not grow beyond it
_NARROWEST: Final = 48  # below it, it scrolls


class TableView(QTableView):
    """The official table with its labels standing still. `current_changed` names a cell id."""

    current_changed = Signal(str)
    selection_changed = Signal()

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table_model = model
        self._anchor = QModelIndex()
        self.delegate = TableDelegate(model, self)
        self.delegate.moved.connect(self._go_on)
        self._top = LabelHeader(model, Qt.Orientation.Horizontal, self)
        self._side = LabelHeader(model, Qt.Orientation.Vertical, self)
        self.setHorizontalHeader(self._top)
        self.setVerticalHeader(self._side)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self._corner = QLabel(_corner_text(model), self)
        self._corner.setObjectName("corner")
        self._corner.setWordWrap(True)
        self._corner.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._corner.setVisible(bool(self._corner.text()))
        self._prepare()
        self._merge()
        model.refused.connect(self._stay_at)

    def _prepare(self) -> None:
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        for header in (self._top, self._side):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._top.setVisible(self.table_model.header_lines > 0)
        self._side.setVisible(self.table_model.label_columns > 0)
        self.setAccessibleName(self.table_model.table.name)

    def _merge(self) -> None:
        model = self.table_model
        for box in model.table.boxes:
            line, column = box.line - model.header_lines, box.column - model.label_columns
            if line >= 0 and column >= 0 and (box.lines > 1 or box.columns > 1):
                self.setSpan(line, column, box.lines, box.columns)

    # -------------------------------------------------------------- layout

    def set_prior_shown(self, shown: bool) -> None:  # noqa: FBT001  # a checkbox's slot
        """Show last year's values under this year's, or not."""
        self.delegate.shows_prior = shown
        self.arrange()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the width that there is."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Give every line and column the size that its labels and the window ask for."""
        widths = self._widths()
        model, font = self.table_model, self.font()
        labels = model.label_columns
        self._side.set_bands(widths[:labels])
        for column, width in enumerate(widths[labels:]):
            self.setColumnWidth(column, width)
        heights = self._heights(widths, font)
        self._top.set_bands(heights[: model.header_lines])
        for line, height in enumerate(heights[model.header_lines :]):
            self.setRowHeight(line, height)
        self.updateGeometries()
        frame = self.frameWidth()
        self._corner.setGeometry(frame, frame, sum(self._side.bands), sum(self._top.bands))
        self._corner.raise_()

    def _widths(self) -> list[int]:
        """Return the width of every grid column in pixels, in the proportions of the paper."""
        em, shares = ems(self.font(), 1), self.table_model.table.widths_mm
        room = self.width() - 4 - self.verticalScrollBar().sizeHint().width()
        whole = max(em * _NARROWEST, min(em * _WIDEST, room))
        return [int(whole * share / sum(shares)) for share in shares]

    def _heights(self, widths: list[int], font: QFont) -> list[int]:
        """Return the height of every grid line in pixels."""
        em = ems(font, 1)
        least = round(em * (2.9 if self.delegate.shows_prior else 1.9))
        table = self.table_model.table
        heights = [least] * table.height
        for line in range(self.table_model.header_lines):
            heights[line] = round(em * 1.7)
        boxes = [box for box in table.boxes if box.text and box.columns * box.lines]
        for box in sorted(boxes, key=lambda box: box.lines):
            width = sum(widths[box.column : box.column + box.columns])
            missing = label_height(font, box.text, width) - sum(
                heights[box.line : box.line + box.lines]
            )
            if missing > 0 and not _is_upright(box):
                heights[box.line + box.lines - 1] += missing
        return heights

    def sizeHint(self) -> QSize:
        """Return the size of the whole table."""
        width = sum(self._widths()) + 4 + self.verticalScrollBar().sizeHint().width()
        height = self._top.sizeHint().height() if self._top.isVisibleTo(self) else 0
        return QSize(width, height + self._side.length() + 6)

    # ---------------------------------------------------------- navigation

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move as a spreadsheet does; leave typing and editing to Qt."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not control:
            self._go_on(0, -1 if key is Qt.Key.Key_Backtab else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on(-1 if shift else 1, 0)
        elif key in _STEPS:
            step = self._leap if control else self._step
            self.go_to(step(self.currentIndex(), *_STEPS[key]), extend=shift)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(self._edge(last=key is Qt.Key.Key_End, whole=control), extend=shift)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next_one: bool) -> bool:  # noqa: FBT001  # Qt's signature
        """Let Tab move inside the table while there is an input cell to go to."""
        del next_one
        return False

    def go_to(self, index: QModelIndex, *, extend: bool = False) -> None:
        """Make a cell the current one, or stretch the selection to it."""
        if not index.isValid():
            return
        flag = QItemSelectionModel.SelectionFlag
        if extend and self._anchor.isValid():
            self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
            block = QItemSelection(self._anchor, index)
            self.selectionModel().select(_sorted(self.table_model, block), flag.ClearAndSelect)
        else:
            self.setCurrentIndex(index)
            self._anchor = index
        self.scrollTo(index)

    def _stay_at(self, index: QModelIndex) -> None:
        self.scrollTo(index)

    def _go_on(self, down: int, along: int) -> None:
        """Go to the cell below or above, or to the next or previous input cell."""
        here = self.currentIndex()
        target = self._step(here, down, 0) if down else self._next_input(here, along)
        self.go_to(target)

    def inputs(self) -> list[QModelIndex]:
        """Return the cells to fill in, in printed order, without automatic totals."""
        model = self.table_model
        cells = [cell for cell in model.table.cells if not model.is_automatic(cell)]
        return [model.place(cell.id) for cell in cells]

    def _next_input(self, here: QModelIndex, along: int) -> QModelIndex:
        inputs = self.inputs()
        position = here.row(), here.column()
        later = [index for index in inputs if (index.row(), index.column()) > position]
        earlier = [index for index in inputs if (index.row(), index.column()) < position]
        if along > 0:
            return (later or inputs)[0]
        return (earlier or inputs)[-1]

    def _step(self, here: QModelIndex, down: int, along: int) -> QModelIndex:
        """Return the next value cell in a direction, past labels and merges; itself at the edge."""
        model = self.table_model
        row, column = here.row() + down, here.column() + along
        while 0 <= row < model.rowCount() and 0 <= column < model.columnCount():
            index = self._owner(row, column)
            if model.cell(index) is not None and index != here:
                return index
            row, column = row + down, column + along
        return here

    def _owner(self, row: int, column: int) -> QModelIndex:
        """Return the place where the box that covers a position begins."""
        model = self.table_model
        while column > 0 and model.box(model.index(row, column)) is None:
            column -= 1
        return model.index(row, column)

    def _leap(self, here: QModelIndex, down: int, along: int) -> QModelIndex:
        """Return the end of the filled run in a direction, else its next beginning or the edge."""
        model = self.table_model
        place, target = here, self._step(here, down, along)
        runs = BLANK not in (model.value(here), model.value(target))
        while target != place:
            if runs and model.value(target) is BLANK:
                return place
            if not runs and model.value(target) is not BLANK:
                return target
            place, target = target, self._step(target, down, along)
        return place

    def _edge(self, *, last: bool, whole: bool) -> QModelIndex:
        """Return the first or last value of the line, or of the whole table."""
        model = self.table_model
        places = [model.place(cell.id) for cell in model.table.cells]
        row = self.currentIndex().row()
        line = places if whole else [index for index in places if index.row() == row]
        return line[-1 if last else 0] if line else QModelIndex()

    # ----------------------------------------------------------- selection

    def current_cell(self) -> str:
        """Return the id of the current cell, or nothing."""
        cell = self.table_model.cell(self.currentIndex())
        return cell.id if cell else ""

    def outline(self, cells: Iterable[str]) -> None:
        """Outline the cells that belong together."""
        chosen = frozenset(cells)
        self.delegate.outlined = chosen if len(chosen) > 1 else frozenset()
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which cell is the current one, and outline what it is related to."""
        super().currentChanged(current, previous)
        cell = self.table_model.cell(current)
        findings = self.table_model.findings(cell.id) if cell else []
        self.outline(c for finding in findings for c in finding.cells)
        for header in (self._top, self._side):
            header.viewport().update()
        self.current_changed.emit(cell.id if cell else "")

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Say that another block is selected."""
        super().selectionChanged(selected, deselected)
        if len(self.selectionModel().selectedIndexes()) <= 1:
            self._anchor = self.currentIndex()
        self.selection_changed.emit()


def _corner_text(model: TableModel) -> str:
    """Return the label in the corner between header lines and label columns, if there is one."""
    if not (model.header_lines and model.label_columns):
        return ""
    return next(box.text for box in model.table.boxes if box.line == box.column == 0)


def _is_upright(box: Box) -> bool:
    """Tell whether a label has lines enough to be written one character a line."""
    return box.lines > 5


def _sorted(model: TableModel, block: QItemSelection) -> QItemSelection:
    """Return the rectangle between the two ends of a stretched selection."""
    places = block.indexes()
    if not places:
        return block
    rows, columns = [i.row() for i in places], [i.column() for i in places]
    return QItemSelection(
        model.index(min(rows), min(columns)), model.index(max(rows), max(columns))
    )
