"""The boxes to tick of a tree, as large as its font; Qt's own keep the size they were drawn in."""

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from gicapp.gui.appearance import GAP, TARGET, ems
from gicapp.gui.tables.table_model import Index

_CHECK = Qt.ItemDataRole.CheckStateRole
_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Select)


class TickDelegate(QStyledItemDelegate):
    """Draws a box left of the words of an item that can be ticked, and ticks it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the words beside the box, and the box."""
        if index.data(_CHECK) is None:
            super().paint(painter, option, index)
            return
        view = cast("QTreeView", self.parent())
        style, whole = view.style(), self._rect(option)
        element = QStyle.PrimitiveElement
        style.drawPrimitive(element.PE_PanelItemViewItem, option, painter, view)
        words = QStyleOptionViewItem(option)
        self.initStyleOption(words, index)
        # the stub leaves the attributes out
        words.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator  # type: ignore[attr-defined]
        beside = tick_place(option).right() + GAP // 2
        words.rect = whole.adjusted(beside - whole.left(), 0, 0, 0)  # type: ignore[attr-defined]
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, words, painter, view)
        box = QStyleOptionViewItem(option)
        box.rect = self._seen(option)  # type: ignore[attr-defined]
        is_on = Qt.CheckState(index.data(_CHECK)) is Qt.CheckState.Checked
        box.state &= ~(QStyle.StateFlag.State_On | QStyle.StateFlag.State_Off)  # type: ignore[attr-defined]
        box.state |= QStyle.StateFlag.State_On if is_on else QStyle.StateFlag.State_Off  # type: ignore[attr-defined]
        style.drawPrimitive(element.PE_IndicatorItemViewItemCheck, box, painter, view)

    @staticmethod
    def _rect(option: QStyleOptionViewItem) -> QRect:
        return QRect(option.rect)  # type: ignore[attr-defined]

    @staticmethod
    def _seen(option: QStyleOptionViewItem) -> QRect:
        """Return the box that is drawn, in the middle of what is clicked on."""
        side = ems(option.font, 1.1)  # type: ignore[attr-defined]
        box = QRect(0, 0, side, side)
        box.moveCenter(tick_place(option).center())
        return box

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick an item, or not, when its box is clicked or Space pressed; Qt would miss the box."""
        state = index.data(_CHECK)
        if state is None:
            return super().editorEvent(event, model, option, index)
        is_click = (
            isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonRelease
            and tick_place(option).contains(event.position().toPoint())
        )
        is_key = isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _KEYS
        if not (is_click or is_key):
            return False
        is_on = Qt.CheckState(state) is Qt.CheckState.Checked
        other = Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked
        return model.setData(index, other.value, _CHECK)  # the name itself would be lost


def tick_place(option: QStyleOptionViewItem) -> QRect:
    """Return where an item is clicked on to tick it: a square as high as can be hit."""
    side = max(ems(option.font, 1.8), TARGET)  # type: ignore[attr-defined]
    rect = QRect(option.rect)  # type: ignore[attr-defined]
    return QRect(rect.topLeft(), QSize(side, rect.height()))
