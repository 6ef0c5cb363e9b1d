"""How a finding is drawn: its severity as icon and words, its message, its links."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gicapp.gui.appearance import GAP, colours, ems, scaled, wrapped_height
from gicapp.gui.findings.finding_lines import Line, Link
from gicapp.gui.findings.finding_model import FindingModel
from gicapp.gui.icons import pixmap
from gicapp.gui.tables.table_model import Index

_WRAP = int(Qt.TextFlag.TextWordWrap)
_SIDE = GAP + GAP // 2


class FindingDelegate(QStyledItemDelegate):
    """Draws the lines; `linked` carries a place and the Link that was clicked there."""

    linked = Signal(object, object)

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the wrapped line and its links."""
        line, width = line_at(index), self._view.viewport().width()
        room = QRect(0, 0, width, 10_000)
        links = [rect.bottom() for _, rect in _links_in(option, line, room)]
        return QSize(width, (links or [_text_rect(option, line, room).bottom()])[-1] + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        painter.save()
        line, rect = line_at(index), option.rect  # type: ignore[attr-defined]
        scheme = colours()
        if line.is_heading:
            painter.fillRect(rect, QColor(scheme.label))
            painter.setFont(_heading_font(option))
            painter.setPen(QColor(scheme.text))
            text = _text_rect(option, line, rect)
            painter.drawText(text, _WRAP, line.text)
            _paint_fold(painter, option, text, folded=line.folded)
        else:
            self._paint_finding(painter, option, line)
        if option.state & QStyle.StateFlag.State_HasFocus:  # type: ignore[attr-defined]
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_finding(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        scheme, rect = colours(), option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(scheme.selected))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(scheme.derived))
        size = _icon_size(option)
        name, colour = _sign(line)
        place = QRect(rect.left() + _SIDE, rect.top() + GAP + 1, size, size)
        painter.drawPixmap(place, pixmap(name, colour, 2 * size))
        painter.setPen(QColor(scheme.muted if line.reason else scheme.text))
        painter.drawText(_text_rect(option, line, rect), _WRAP, line.text)
        _paint_links(painter, option, line)
        painter.setPen(QPen(QColor(scheme.line), 1))
        painter.drawLine(rect.bottomLeft() + QPoint(GAP, 0), rect.bottomRight() - QPoint(GAP, 0))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Do what a link says when it is clicked."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            point = event.position().toPoint()
            for link, rect in link_places(option, line_at(index)):
                if rect.contains(point):
                    self.linked.emit(index, link)
                    return True
        return super().editorEvent(event, model, option, index)


def line_at(index: Index) -> Line:
    """Return the line at a place of the list, an empty one where there is none."""
    model = index.model()
    line = model.line(index) if isinstance(model, FindingModel) else None
    return line or Line("", "")


def link_places(option: QStyleOptionViewItem, line: Line) -> Iterator[tuple[Link, QRect]]:
    """Yield the links of a line with where they stand."""
    return _links_in(option, line, option.rect)  # type: ignore[attr-defined]


def _links_in(
    option: QStyleOptionViewItem, line: Line, rect: QRect
) -> Iterator[tuple[Link, QRect]]:
    """Yield the links below the text, one beside the other as long as there is room."""
    if not line.links:
        return
    text, height = _text_rect(option, line, rect), _line_height(option)
    left, top = text.left(), text.bottom() + GAP // 2
    for link in line.links:
        width = option.fontMetrics.horizontalAdvance(link.value) + 2  # type: ignore[attr-defined]
        if left + width > text.right() and left > text.left():
            left, top = text.left(), top + height
        yield link, QRect(left, top, width, height)
        left += width + 2 * GAP


def _paint_fold(
    painter: QPainter, option: QStyleOptionViewItem, text: QRect, *, folded: bool
) -> None:
    """Draw the triangle that tells whether the lines under a heading are hidden."""
    side = _fold_size(option)
    middle = text.top() + _line_height(option) // 2
    box = QRect(text.left() - side - GAP // 2, middle - side // 2, side, side)
    if folded:
        points = [box.topLeft(), box.bottomLeft(), QPoint(box.right(), box.center().y())]
    else:
        points = [box.topLeft(), box.topRight(), QPoint(box.center().x(), box.bottom())]
    painter.setBrush(QColor(colours().muted))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygon(points))


def _paint_links(painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
    font = scaled(option.font, 1.0)  # type: ignore[attr-defined]
    font.setUnderline(True)
    painter.setFont(font)
    painter.setPen(QColor(colours().accent))
    for link, rect in link_places(option, line):
        painter.drawText(rect, 0, link.value)


def _sign(line: Line) -> tuple[str, str]:
    """Return the icon of a line and its colour."""
    scheme = colours()
    if line.finding is None:
        return "fix", scheme.accent
    if line.reason:
        return "done", scheme.muted
    return line.finding.severity.value, scheme.of(line.finding.severity)


def _text_rect(option: QStyleOptionViewItem, line: Line, rect: QRect) -> QRect:
    """Return where the words of a line stand."""
    beside = _fold_size(option) + GAP // 2 if line.is_heading else _icon_size(option) + GAP
    left = rect.left() + _SIDE + beside
    room = QRect(left, rect.top() + GAP, rect.right() - GAP - left, 10_000)
    font = _heading_font(option) if line.is_heading else option.font  # type: ignore[attr-defined]
    return QRect(room.topLeft(), QSize(room.width(), wrapped_height(font, room.width(), line.text)))


def _heading_font(option: QStyleOptionViewItem) -> QFont:
    return scaled(option.font, 0.92, bold=True)  # type: ignore[attr-defined]


def _fold_size(option: QStyleOptionViewItem) -> int:
    return ems(option.font, 0.6)  # type: ignore[attr-defined]


def _icon_size(option: QStyleOptionViewItem) -> int:
    return ems(option.font, 1.2)  # type: ignore[attr-defined]


def _line_height(option: QStyleOptionViewItem) -> int:
    return int(option.fontMetrics.lineSpacing())  # type: ignore[attr-defined]
