"""The list at the left: the parts of the report, each with its state as icon and words."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gicapp.core.beginning import TO_FILL
from gicapp.core.finding import Severity
from gicapp.core.text.review import count_unreviewed
from gicapp.core.totals import progress
from gicapp.gui.appearance import GAP, colours, ems, scaled, wrapped_height
from gicapp.gui.icons import pixmap
from gicapp.gui.page import REPORT_SECTION
from gicapp.gui.session import Session
from gicapp.gui.tables.table_model import Index

_STATE = Qt.ItemDataRole.UserRole + 1
_ICON = Qt.ItemDataRole.UserRole + 2
_ICON_SIZE = 1.2  # characters
_NARROWEST = 9
_NO_LIMIT = 16_777_215  # Qt's own
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)


class SectionList(QListWidget):
    """The parts of the report; `chosen` carries the number of the section to show."""

    chosen = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.is_folded = False
        self._laid_out: list[int] = []  # the heights that the parts were laid out with
        self.setObjectName("sections")
        self.setAccessibleName("报告的各部分")
        self.setItemDelegate(_SectionDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)  # a heading wraps as wide as the list is
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.addItem("报告信息")
        for section in session.form.sections:
            self.addItem(section.heading)
        self.currentRowChanged.connect(self.chosen)
        session.findings_changed.connect(self.renew)
        self.renew()

    def fold(self, *, folded: bool) -> None:
        """Show the numbers of the parts with their icons alone, or their words as well."""
        self.is_folded = folded
        self.setMinimumWidth(self.strip() if folded else ems(self.font(), _NARROWEST))
        self.setMaximumWidth(self.strip() if folded else _NO_LIMIT)
        self.scheduleDelayedItemsLayout()

    def strip(self) -> int:
        """Return the width of the folded list in pixels."""
        return ems(self.font(), _ICON_SIZE + 1) + 4 * GAP + 4

    def renew(self) -> None:
        """Show the state of every part."""
        changed = [number for number in range(self.count()) if self._tell(number)]
        if changed and self._heights() != self._laid_out:
            self._laid_out = self._heights()
            self.scheduleDelayedItemsLayout()

    def _tell(self, number: int) -> bool:
        """Show the state of one part; tell whether it is another than before."""
        item, (icon, words) = self.item(number), self._state(number)
        if (item.data(_ICON), item.data(_STATE)) == (icon, words):
            return False
        item.setData(_ICON, icon)
        item.setData(_STATE, words)
        item.setToolTip(f"{item.text()}：{words}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}，{words}")
        return True

    def _heights(self) -> list[int]:
        rows = range(self.count())
        return [self.sizeHintForIndex(self.indexFromItem(self.item(row))).height() for row in rows]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the parts anew in another width; Qt itself does so for another height only."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint one part anew; Qt would lay all out, which only another height asks for."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def _state(self, number: int) -> tuple[str, str]:
        """Return the icon and the words that say how a part stands."""
        if self._is_empty(number):
            return "todo", "未填写"
        session = self._session
        blank, kept = self._blank(number), count_unreviewed(session.report, str(number))
        text = session.report.text(str(number))
        own = [f for f in session.findings if f.section == number]
        gaps, waits = text.count(TO_FILL), any(f"⟦{f.actual}⟧" in text for f in own)
        # told as what is left to fill
        told = {"value.blank": blank, "text.placeholder": gaps or waits}
        grave = [f.severity for f in own if not told.get(f.rule)]
        errors, warnings = grave.count(Severity.ERROR), grave.count(Severity.WARNING)
        counts = (
            (blank, "todo", f"未填 {blank} 格"),
            (gaps, "todo", f"待填写 {gaps} 处"),
            (waits and not gaps, "todo", "有数字等表格填好"),
            (errors, "error", f"{errors} 处错误"),
            (warnings, "warning", f"{warnings} 条警告"),
            (kept, "warning", f"待复核 {kept} 句"),
        )
        icons = [icon for count, icon, _ in counts if count]
        icon = next((name for name in ("error", "todo", "warning") if name in icons), "done")
        return icon, "，".join(words for count, _, words in counts if count) or "已完成"

    def _blank(self, number: int) -> int:
        session = self._session
        return progress(session.form, session.report, number).blank if number else 0

    def _is_empty(self, number: int) -> bool:
        session = self._session
        if number == REPORT_SECTION:
            return not session.report.unit.name and session.report.year is None
        section = session.form.section(number)
        if section.table is None:
            return not session.report.text(section.key).strip()
        filled = progress(session.form, session.report, number)
        return filled.blank == filled.cells


class _SectionDelegate(QStyledItemDelegate):
    """Draws a part in two or three lines: its heading, and its state under it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the wrapped heading and the line of its state."""
        view = self._list()
        width = view.viewport().width()
        if view.is_folded:
            return QSize(width, _icon_size(option) + 2 * GAP)
        heading, state = self._places(option, index, width)
        return QSize(width, heading.height() + state.height() + 3 * GAP)

    def _list(self) -> SectionList:
        return cast("SectionList", self.parent())

    def _places(
        self, option: QStyleOptionViewItem, index: Index, width: int
    ) -> tuple[QRect, QRect]:
        """Return where heading and state stand in a part that begins at nought, each wrapped."""
        left, room = 2 * GAP + _icon_size(option), width - 3 * GAP - _icon_size(option)
        font = option.font  # type: ignore[attr-defined]
        heading = QRect(left, GAP, room, wrapped_height(font, room, str(index.data())))
        below = heading.bottom() + GAP // 2
        height = wrapped_height(_small(option), room, str(index.data(_STATE)))
        return heading, QRect(left, below, room, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the heading and the state; the chosen part has a bar at its left."""
        painter.save()
        scheme, rect = colours(), option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(scheme.selected))
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), QColor(scheme.accent)
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(scheme.label))
        name, size = str(index.data(_ICON)), _icon_size(option)
        colour = _colour(name)
        picture = pixmap(name, colour, 2 * size)
        painter.drawPixmap(QRect(rect.left() + GAP + 2, rect.top() + GAP + 2, size, size), picture)
        self._paint_words(painter, option, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(scheme.accent), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme, rect = colours(), option.rect  # type: ignore[attr-defined]
        painter.setPen(QColor(scheme.text))
        if self._list().is_folded:
            number = rect.adjusted(2 * GAP + _icon_size(option), 0, 0, 0)
            painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter), str(index.data())[:1])
            return
        heading, below = self._places(option, index, rect.width())
        painter.drawText(heading.translated(rect.topLeft()), _WRAPPED, str(index.data()))
        name = str(index.data(_ICON))
        painter.setFont(_small(option))
        painter.setPen(QColor(scheme.muted if name in ("done", "todo") else _colour(name)))
        painter.drawText(below.translated(rect.topLeft()), _WRAPPED, str(index.data(_STATE)))


def _colour(name: str) -> str:
    scheme = colours()
    return {
        "error": scheme.error,
        "warning": scheme.warning,
        "done": scheme.done,
        "todo": scheme.muted,
    }[name]


def _icon_size(option: QStyleOptionViewItem) -> int:
    return ems(option.font, _ICON_SIZE)  # type: ignore[attr-defined]


def _small(option: QStyleOptionViewItem) -> QFont:
    return scaled(option.font, 0.88)  # type: ignore[attr-defined]
