"""The list of findings: wrapped lines that stay under the eye while they change."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from gicapp.gui.findings.finding_delegate import FindingDelegate, line_at, link_places
from gicapp.gui.findings.finding_lines import Link
from gicapp.gui.findings.finding_model import FindingModel
from gicapp.gui.tables.table_model import Index

_KEYS: Final = {
    Link.FIX: "Ctrl+Return",
    Link.LIVE: "Ctrl+Return",  # a line has at most one of the two
    Link.EXPLAIN: "Ctrl+M",
    Link.REWORD: "Ctrl+Shift+M",
    Link.RESTORE: "Delete",
}
_FOLDS: Final = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}


class FindingList(QListView):
    """The lines of a model; `linked` carries a place and the Link that is wanted of it."""

    linked = Signal(object, object)

    def __init__(self, model: FindingModel) -> None:
        super().__init__()
        self.finding_model = model
        self._seen: list[tuple[QPersistentModelIndex, int]] = []
        self._moved = False
        self._actions = {link: self._action(link) for link in Link}
        self.setModel(model)
        self.setAccessibleName("检查结果")
        self.setAccessibleDescription("回车转到所在位置，左右方向键折叠或展开一组")
        delegate = FindingDelegate(self)
        delegate.linked.connect(self.linked)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        model.rowsInserted.connect(self._note_move)
        model.rowsRemoved.connect(self._note_move)
        model.renewing.connect(self._note_places)
        model.renewed.connect(self._keep_places)

    def _action(self, link: Link) -> QAction:
        action = QAction(link.value, self)
        action.setShortcut(_KEYS[link])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setVisible(False)
        action.triggered.connect(partial(self._follow, link))
        self.addAction(action)
        return action

    def _follow(self, link: Link) -> None:
        self.linked.emit(self.currentIndex(), link)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Offer in the menu what can be done about the current line."""
        super().currentChanged(current, previous)
        for link, action in self._actions.items():
            action.setVisible(link in line_at(current).links)

    def link_place(self, index: QModelIndex, link: Link) -> QPoint:
        """Return the middle of a link, in the viewport."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        # the stub leaves the attribute out
        option.rect = self.visualRect(index)  # type: ignore[attr-defined]
        return dict(link_places(option, line_at(index)))[link].center()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold and unfold the group of the current line."""
        folded = _FOLDS.get(Qt.Key(event.key()))
        if folded is None or not self.currentIndex().isValid():
            super().keyPressEvent(event)
            return
        model, group = self.finding_model, line_at(self.currentIndex()).group
        heads = (row for row, x in enumerate(model.lines) if x.is_heading and x.group == group)
        self.setCurrentIndex(model.index(next(heads)))
        model.fold(group, folded=folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _note_places(self) -> None:
        """Note where the lines in sight stand; at its very top the list stays at the top."""
        self._seen, self._moved = [], False
        if self.verticalScrollBar().value() == 0:
            return
        model, height = self.finding_model, self.viewport().height()
        for row in range(max(self.indexAt(QPoint(1, 1)).row(), 0), model.rowCount()):
            index = model.index(row)
            top = self.visualRect(index).top()
            if top > height:
                break
            self._seen.append((QPersistentModelIndex(index), top))

    def _note_move(self) -> None:
        self._moved = True

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint one line anew; Qt would lay all out, which only another height asks for."""
        if self.sizeHintForIndex(first).height() == self.visualRect(first).height():
            self.update(first)
        else:
            self._moved = True
            super().dataChanged(first, last, roles)

    def _keep_places(self) -> None:
        """Scroll so that the first line that is still there stands where it stood."""
        if not self._moved:
            return
        self.doItemsLayout()
        for index, top in self._seen:
            if index.isValid():
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + self.visualRect(index).top() - top)
                break
        self._seen = []
