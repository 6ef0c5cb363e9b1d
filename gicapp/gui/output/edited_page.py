"""What a leader changed in the Word file, cell by cell and sentence by sentence, to choose."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

from gicapp.core.comparison import Difference, changes_of
from gicapp.gui.appearance import ems
from gicapp.gui.decision_row import DecisionRow
from gicapp.gui.messages.offer import offer_undo
from gicapp.gui.over_page import OverPage
from gicapp.gui.session import Session
from gicapp.gui.start.tick_delegate import TickDelegate

_COLUMNS: Final = ("位置", "报告现在", "改稿")
_PLACE: Final = 18  # characters


class EditedPage(OverPage):
    """Shows how an edited draft differs; nothing changes before the user takes it over."""

    def __init__(self, session: Session, differences: Sequence[Difference], name: str) -> None:
        hint = f"“{name}”与报告的不同之处。勾选要采纳的，确认之前报告不会有任何改动。"
        super().__init__(session, "核对改稿", hint)
        self._name = name
        self.differences = differences
        self.table = QTableWidget(len(self.differences), len(_COLUMNS))
        self._lay_out()
        for line, difference in enumerate(self.differences):
            self._fill(line, difference)
        self.table.itemChanged.connect(self._renew)
        self._renew()

    def _lay_out(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(list(_COLUMNS))
        table.setAccessibleName("改稿的不同之处")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (1, 2):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.setItemDelegateForColumn(0, TickDelegate(table))
        table.setColumnWidth(0, ems(self.font(), _PLACE))
        self.body.addWidget(table, 1)
        self._add_buttons()

    def _fill(self, line: int, difference: Difference) -> None:
        texts = (difference.where, difference.before or "（没有）", difference.after or "（删去）")
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column == 0:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked)
            self.table.setItem(line, column, item)

    def _add_buttons(self) -> None:
        row = DecisionRow("采纳所选")
        self.note, self.take_button, self.leave_button = row.note, row.take, row.leave
        self.take_button.clicked.connect(self.take)
        self.leave_button.clicked.connect(self.closed)
        self.body.addLayout(row)

    def chosen(self) -> list[Difference]:
        """Return the differences that are ticked."""
        return [d for line, d in enumerate(self.differences) if self._is_ticked(line)]

    def _is_ticked(self, line: int) -> bool:
        item = self.table.item(line, 0)
        return item is not None and item.checkState() is Qt.CheckState.Checked

    def take(self) -> None:
        """Take the ticked differences over as one step of undo."""
        chosen = self.chosen()
        changes = changes_of(self.session.report, chosen)
        if self.session.edit(f"采纳改稿 {len(chosen)} 处", changes):
            offer_undo(self.session, f"已采纳“{self._name}”的 {len(chosen)} 处改动，可以一步撤销。")
        self.closed.emit()

    def _renew(self) -> None:
        count = len(self.differences)
        text = f"共 {count} 处不同，已选 {len(self.chosen())} 处。采纳后可以一步撤销。"
        self.note.setText(text if count else "改稿与报告一致，没有不同。")
        self.take_button.setEnabled(bool(self.chosen()))

    def focus_body(self) -> None:
        """Put the cursor on the list."""
        self.table.setFocus()
