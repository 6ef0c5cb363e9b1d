"""The receipt of an import: what was read, from where, what is doubtful; nothing changes before."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QBrush, QColor, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
)

from gicapp.core.change import Change, apply
from gicapp.core.content import Problem
from gicapp.core.intake import (
    WHOLE,
    Receipt,
    SectionReceipt,
    Target,
    carried_changes,
    intake_changes,
    receipt_of,
)
from gicapp.core.reading import Reading
from gicapp.core.report import Report
from gicapp.form.values import show
from gicapp.gui.appearance import TARGET, colours, ems, scaled
from gicapp.gui.decision_row import DecisionRow
from gicapp.gui.icons import icon
from gicapp.gui.messages.offer import offer_undo
from gicapp.gui.page import Page
from gicapp.gui.session import Session
from gicapp.gui.start.tick_delegate import TickDelegate

_COLUMNS: Final = ("内容", "现在", "读到", "出处")
_WIDTHS: Final = (0, 10, 14, 16)  # characters; the first takes the rest
_SHARES: Final = (0, 0.12, 0.26, 0.22)  # of the width at most, so that the first has its own
_DOUBT: Final = Qt.ItemDataRole.UserRole
_LONGEST: Final = 60  # characters of a text that are shown
_OPEN: Final = 12  # lines: a longer part begins folded


class ReceiptPage(Page):
    """Shows a reading against the report; `closed` when it was taken over or left."""

    def __init__(self, session: Session, reading: Reading, target: Target) -> None:
        kind = "本年数据" if target == "current" else "上年报告"
        super().__init__(session, f"核对导入的{kind}", _summary(reading, target))
        self.receipt: Receipt = receipt_of(reading, session.report, session.form, target)
        self.tree = QTreeWidget()
        self._lay_out_tree()
        self._items = {
            part.section: self._add_part(part) for part in self.receipt.sections if _holds(part)
        }
        self.body.addWidget(self.tree, 1)
        self.carry_choice = QCheckBox("把上年的结转数填入本年空着的“上年结转”")
        self.carry_choice.setChecked(True)
        self.carry_choice.setVisible(target == "prior")
        self.body.addWidget(self.carry_choice)
        self._add_buttons()
        self.tree.itemChanged.connect(self._renew)
        self.carry_choice.toggled.connect(self._renew)
        self._renew()

    def _lay_out_tree(self) -> None:
        tree, em = self.tree, ems(self.font(), 1)
        tree.setColumnCount(len(_COLUMNS))
        tree.setHeaderLabels(list(_COLUMNS))
        tree.setAccessibleName("读到的内容")
        tree.setStyleSheet(f"QTreeView::item {{ height: {max(round(1.8 * em), TARGET)}px; }}")
        tree.setItemDelegateForColumn(0, TickDelegate(tree))
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the first column what the others leave, of a narrow window too."""
        super().resizeEvent(event)
        em, room = ems(self.font(), 1), self.body.contentsRect().width()
        for column in range(1, len(_COLUMNS)):
            widest = int(_SHARES[column] * room)
            self.tree.setColumnWidth(column, min(_WIDTHS[column] * em, widest))

    def _add_part(self, part: SectionReceipt) -> QTreeWidgetItem:
        """Add a section that can be ticked: its doubts first, then what would change."""
        name = "报告信息" if part.section == WHOLE else self._form_heading(part.section)
        item = QTreeWidgetItem([name, "", _counted(part), ""])
        item.setFont(0, scaled(self.font(), 1.0, bold=True))
        item.setToolTip(2, self._lacking(part) if part.cells and part.lacking else item.text(2))
        item.setCheckState(0, Qt.CheckState.Checked)
        self.tree.addTopLevelItem(item)
        for problem in part.problems:
            doubt = _problem_item(problem)
            item.addChild(doubt)
            doubt.setFirstColumnSpanned(True)
        item.addChildren(self._lines(part))
        item.setExpanded(bool(part.problems) or 0 < item.childCount() <= _OPEN)
        return item

    def changeEvent(self, event: QEvent) -> None:
        """Give the lines the colours that are shown now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_items"):
            with QSignalBlocker(self.tree):  # nothing else about a line is changed
                for part in self._items.values():
                    for place in range(part.childCount()):
                        _colour(part.child(place))

    def _lacking(self, part: SectionReceipt) -> str:
        """Return the names of the cells that the source lacks, the first of many."""
        names = [self.session.form.cells[cell].name for cell in part.lacking]
        more = f"\n……共 {len(names)} 格" if len(names) > _OPEN else ""
        return "来源里没有，保持原样：\n" + "\n".join(names[:_OPEN]) + more

    def _form_heading(self, section: int) -> str:
        return self.session.form.section(section).heading

    def _lines(self, part: SectionReceipt) -> list[QTreeWidgetItem]:
        cells = self.session.form.cells
        lines = self._heads() if part.section == WHOLE else []
        lines += [
            _line_item(cells[c.cell].name, show(c.old) or "空", show(c.new) or "空", c.where)
            for c in part.cells
            if c.differs
        ]
        if part.new_text is not None and part.new_text != part.old_text:
            lines.append(_line_item("文字", part.old_text, part.new_text, ""))
        return lines

    def _heads(self) -> list[QTreeWidgetItem]:
        reading, report = self.receipt.reading, self.session.report
        if self.receipt.target == "prior":
            report = report.prior or Report()
        now = "" if report.year is None else str(report.year)
        read = "" if reading.year is None else str(reading.year)
        pairs = (("机关名称", report.unit.name, reading.unit), ("报告年度", now, read))
        return [_line_item(*pair, "标题") for pair in pairs if pair[2] and pair[1] != pair[2]]

    def _add_buttons(self) -> None:
        row = DecisionRow("导入")
        self.note, self.take_button, self.leave_button = row.note, row.take, row.leave
        self.take_button.clicked.connect(self.take)
        self.leave_button.clicked.connect(self.closed)
        self.body.addLayout(row)

    def chosen(self) -> list[int]:
        """Return the numbers of the sections that are ticked."""
        ticked = Qt.CheckState.Checked
        return [number for number, item in self._items.items() if item.checkState(0) is ticked]

    def choose(self, section: int, *, wanted: bool) -> None:
        """Tick a section or not."""
        state = Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
        self._items[section].setCheckState(0, state)

    def changes(self) -> tuple[Change, ...]:
        """Return the changes that the ticked sections come to."""
        session, receipt = self.session, self.receipt
        changes = intake_changes(
            receipt.reading, session.report, session.form, receipt.target, self.chosen()
        )
        if receipt.target == "prior" and self.carry_choice.isChecked():
            after, _ = apply(session.report, changes)
            changes += carried_changes(after, session.form)
        return changes

    def take(self) -> None:
        """Take the ticked sections over as one step of undo."""
        source = Path(self.receipt.reading.source).name
        kind = "上年报告" if self.receipt.target == "prior" else ""
        if self.session.edit(f"导入{kind}“{source}”", self.changes()):
            offer_undo(self.session, f"已从“{source}”导入，可以一步撤销。")
        else:
            self.session.told.emit(f"“{source}”与现有内容相同，没有改动。")
        self.closed.emit()

    def _renew(self) -> None:
        after, _ = apply(self.session.report, self.changes())
        same = after == self.session.report
        text = "与现有内容相同，导入不会有改动。" if same else "导入后可以一步撤销。"
        self.note.setText(text if self.chosen() else "没有选中任何部分。")
        self.take_button.setEnabled(bool(self.chosen()))

    def focus_body(self) -> None:
        """Put the cursor on the button that takes it over."""
        self.take_button.setFocus()


def _holds(part: SectionReceipt) -> bool:
    return bool(part.section == WHOLE or part.cells or part.new_text or part.problems)


def _summary(reading: Reading, target: Target) -> str:
    unit, year = (
        reading.unit or "未读到机关名称",
        f"{reading.year} 年" if reading.year else "未读到年度",
    )
    use = "作为本年数据" if target == "current" else "作为上年数据，只用于核对和对比"
    return (
        f"来源：{Path(reading.source).name}　{unit}　{year}　{use}。"
        "勾选要导入的部分；确认之前，报告不会有任何改动。"
    )


def _counted(part: SectionReceipt) -> str:
    """Return how much of a section was read, and how much of it is new."""
    if not part.cells:
        return "读到文字" if part.new_text else ""
    different = sum(1 for cell in part.cells if cell.differs)
    lacking = f"，缺 {len(part.lacking)} 格" if part.lacking else ""
    return f"读到 {len(part.cells)} 格，{different} 格不同{lacking}"


def _problem_item(problem: Problem) -> QTreeWidgetItem:
    text = f"{problem.where}：{problem.message}" if problem.where else problem.message
    item = QTreeWidgetItem([text])
    item.setData(0, _DOUBT, True)
    item.setToolTip(0, text)
    _colour(item)
    return item


def _colour(item: QTreeWidgetItem) -> None:
    """Give a line its colours: a doubt its sign, what stands in the report now its grey."""
    if item.data(0, _DOUBT):
        item.setIcon(0, icon("warning", colours().warning))
    else:
        item.setForeground(1, QBrush(QColor(colours().muted)))


def _line_item(name: str, now: str, read: str, where: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([name, _short(now), _short(read), where])
    _colour(item)
    item.setToolTip(0, name)
    item.setToolTip(1, now)
    item.setToolTip(2, read)
    item.setToolTip(3, where)
    return item


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
