"""The labels of a table as headers: merged as printed, standing still, selecting when clicked."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from gicapp.form.declaration import Box
from gicapp.gui.appearance import colours
from gicapp.gui.tables.label_text import INSET, draw_edges, draw_label, label_height
from gicapp.gui.tables.table_model import Index, TableModel


class LabelHeader(QHeaderView):
    """Header lines above a table's values, or the label columns left of them.

    `bands` are the heights of the header lines, or the widths of the label columns, in pixels.
    """

    def __init__(
        self, model: TableModel, orientation: Qt.Orientation, parent: QWidget | None = None
    ) -> None:
        super().__init__(orientation, parent)
        self._table = model
        self._across = orientation is Qt.Orientation.Horizontal
        self.bands: list[int] = []
        self._first: Box | None = None
        self._boxes: list[Box] = []
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)

    def set_bands(self, bands: list[int]) -> None:
        """Give the header its thickness, one number for each of its lines."""
        self.bands = bands
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the thickness that the bands need."""
        thick = sum(self.bands) + 1
        return QSize(0, thick) if self._across else QSize(thick, 0)

    def boxes(self) -> list[Box]:
        """Return the labels of this header."""
        lines, columns = self._table.header_lines, self._table.label_columns
        self._boxes = self._boxes or [
            box
            for box in self._table.table.boxes
            if (box.line < lines and box.column >= columns and self._across)
            or (box.column < columns and box.line >= lines and not self._across)
        ]
        return self._boxes

    def rectangle(self, box: Box) -> QRect:
        """Return where a label stands in this header."""
        lines, columns = self._table.header_lines, self._table.label_columns
        if self._across:
            start, span = box.column - columns, box.columns
            band, depth = box.line, min(box.lines, lines - box.line)
        else:
            start, span = box.line - lines, box.lines
            band, depth = box.column, min(box.columns, columns - box.column)
        along = self.sectionViewportPosition(start)
        length = sum(self.sectionSize(start + n) for n in range(span))
        near = sum(self.bands[:band])
        thick = sum(self.bands[band : band + depth])
        return (
            QRect(along, near, length, thick) if self._across else QRect(near, along, thick, length)
        )

    def box_at(self, x: int, y: int) -> Box | None:
        """Return the label at a point of the header."""
        return next((box for box in self.boxes() if self.rectangle(box).contains(x, y)), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the labels with their merges."""
        painter = QPainter(self.viewport())
        scheme = colours()
        painter.fillRect(event.rect(), QColor(scheme.label))
        painter.setFont(self.font())
        current = self._current()
        for box in self.boxes():
            if self.bands and self.rectangle(box).intersects(event.rect()):
                self._paint_box(painter, box, current)
        painter.end()

    def follow(self, current: Index, previous: Index) -> None:
        """Draw anew the labels of the lines that the cursor came from and went to, no others."""
        lines = {self._line_of(index) for index in (current, previous)}
        for line in lines if len(lines) > 1 else ():
            start, length = self.sectionViewportPosition(line), self.sectionSize(line)
            place = QRect(0, start, self.width(), length)
            if self._across:
                place = QRect(start, 0, length, self.height())
            self.viewport().update(place)

    def _line_of(self, index: Index) -> int:
        return index.column() if self._across else index.row()

    def _paint_box(self, painter: QPainter, box: Box, current: int) -> None:
        rect, scheme = self.rectangle(box), colours()
        start = (
            box.column - self._table.label_columns
            if self._across
            else (box.line - self._table.header_lines)
        )
        span = box.columns if self._across else box.lines
        if span == 1 and start == current:
            painter.fillRect(rect, QColor(scheme.selected))
        draw_edges(painter, rect)
        painter.setPen(QColor(scheme.text))
        if self._across and span > 1:
            rect = self._seen_across(rect, self.fontMetrics().horizontalAdvance(box.text))
        elif span > 1:
            rect = self._seen(rect, label_height(self.font(), box.text, rect.width()))
        draw_label(painter, rect, box.text, left=not self._across and rect.width() > 120)

    def _seen(self, rect: QRect, needed: int) -> QRect:
        """Return what is seen of a tall label, so that its text stays in the middle of it."""
        seen = rect.intersected(self.viewport().rect())
        if seen.height() < needed <= rect.height() and seen.isValid():
            if seen.top() > rect.top():
                seen.setTop(seen.bottom() - needed)
            else:
                seen.setBottom(seen.top() + needed)
        return seen

    def _seen_across(self, rect: QRect, needed: int) -> QRect:
        """Return what is seen of a broad label, or all of it where its text would be broken."""
        seen = rect.intersected(self.viewport().rect())
        fits = seen.width() - 2 * INSET >= min(needed, rect.width() - 2 * INSET)
        return seen if fits else rect

    def _current(self) -> int:
        view = self.parentWidget()
        index = view.currentIndex() if hasattr(view, "currentIndex") else QModelIndex()
        if not index.isValid():
            return -1
        return self._line_of(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select every value that stands under the label, or up to there with Shift."""
        box = self._box_of(event)
        if box is None:
            return
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier or self._first is None:
            self._first = box
        self._select(self._first, box)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch the selection over the labels that the mouse is drawn across."""
        box = self._box_of(event)
        if event.buttons() & Qt.MouseButton.LeftButton and box and self._first:
            self._select(self._first, box)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the selection as it is."""

    def _box_of(self, event: QMouseEvent) -> Box | None:
        return self.box_at(round(event.position().x()), round(event.position().y()))

    def _select(self, one: Box, other: Box) -> None:
        """Select what stands under two labels and between them."""
        model, selection = self._table, self.selectionModel()
        (first, last), (begin, end) = self._reach(one), self._reach(other)
        near, far = min(first, begin), max(last, end)
        if self._across:
            corner, opposite = model.index(0, near), model.index(model.rowCount() - 1, far)
        else:
            corner, opposite = model.index(near, 0), model.index(far, model.columnCount() - 1)
        flag = QItemSelectionModel.SelectionFlag
        selection.setCurrentIndex(corner, flag.NoUpdate)
        selection.select(QItemSelection(corner, opposite), flag.ClearAndSelect)

    def _reach(self, box: Box) -> tuple[int, int]:
        """Return the first and last line (or column) of values that a label is for."""
        if self._across:
            first = box.column - self._table.label_columns
            return first, first + box.columns - 1
        first = box.line - self._table.header_lines
        return first, first + box.lines - 1
