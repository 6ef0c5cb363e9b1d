"""The receipt of an import: what was read, from where, what is doubtful; nothing changes before."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
)

from gicapp.core.change import SetField
from gicapp.core.content import Problem
from gicapp.core.reading import Reading
from gicapp.core.report import Report
from gicapp.gui.appearance import GAP, colours, ems, scaled
from gicapp.gui.icons import icon
from gicapp.gui.import_parts import Line, Part, parts_of, prior_of
from gicapp.gui.page import Page
from gicapp.gui.session import Session

_COLUMNS: Final = ("内容", "现在", "读到", "出处")
_LONGEST: Final = 60  # characters of a text that are shown


class ReceiptPage(Page):
    """Shows a reading against the report; `closed` when it was taken over or left."""

    closed = Signal()

    def __init__(self, session: Session, reading: Reading, *, prior: bool) -> None:
        kind = "上年报告" if prior else "本年数据"
        super().__init__(session, f"核对导入的{kind}", _summary(reading, prior=prior))
        self._reading, self._prior = reading, prior
        target = session.report.prior if prior else session.report
        self.parts = parts_of(session.form, target or Report(), reading)
        self.tree = QTreeWidget()
        self._lay_out_tree()
        if reading.problems:
            self._add_problems(reading.problems)
        self._items = [self._add_part(part) for part in self.parts]
        self.body.addWidget(self.tree, 1)
        self._add_buttons()
        self.tree.itemChanged.connect(self._renew)
        self._renew()

    def _lay_out_tree(self) -> None:
        tree, em = self.tree, ems(self.font(), 1)
        tree.setColumnCount(len(_COLUMNS))
        tree.setHeaderLabels(list(_COLUMNS))
        tree.setAccessibleName("读到的内容")
        tree.setUniformRowHeights(False)
        tree.setWordWrap(True)
        tree.setAlternatingRowColors(True)
        head = tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate((0, 8, 10, 16)):
            if width:
                tree.setColumnWidth(column, width * em)

    def _add_problems(self, problems: Iterable[Problem]) -> None:
        problems = list(problems)
        top = QTreeWidgetItem([f"有 {len(problems)} 处需要留意"])
        top.setIcon(0, icon("warning", colours().warning))
        top.setFont(0, scaled(self.font(), 1.0, bold=True))
        self.tree.addTopLevelItem(top)
        for problem in problems:
            item = QTreeWidgetItem([problem.message, "", "", problem.where])
            item.setToolTip(0, problem.message)
            top.addChild(item)
        top.setExpanded(True)

    def _add_part(self, part: Part) -> QTreeWidgetItem:
        item = QTreeWidgetItem([part.name, "", _counted(part), ""])
        item.setFont(0, scaled(self.font(), 1.0, bold=True))
        item.setCheckState(0, Qt.CheckState.Checked)
        self.tree.addTopLevelItem(item)
        for line in part.different:
            item.addChild(_line_item(line))
        item.setExpanded(0 < len(part.different) <= 12)
        return item

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self._note = QLabel()
        self._note.setObjectName("muted")
        self.take_button, self.leave_button = QPushButton("导入"), QPushButton("取消")
        self.take_button.setDefault(True)
        self.take_button.clicked.connect(self.take)
        self.leave_button.clicked.connect(self.closed)
        row.addWidget(self._note, 1)
        row.addWidget(self.take_button)
        row.addWidget(self.leave_button)
        self.body.addLayout(row)

    def chosen(self) -> tuple[Part, ...]:
        """Return the parts that are ticked."""
        pairs = zip(self.parts, self._items, strict=True)
        return tuple(part for part, item in pairs if item.checkState(0) is Qt.CheckState.Checked)

    def choose(self, name: str, *, wanted: bool) -> None:
        """Tick a part or not."""
        state = Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
        for part, item in zip(self.parts, self._items, strict=True):
            if part.name == name:
                item.setCheckState(0, state)

    def take(self) -> None:
        """Take the ticked parts over as one step of undo."""
        parts, source = self.chosen(), Path(self._reading.source).name
        if self._prior:
            report = prior_of(self._reading, self.session.report.prior, parts)
            self.session.edit(f"导入上年报告“{source}”", [SetField("prior", report)])
        else:
            changes = [change for part in parts for change in part.changes]
            self.session.edit(f"导入“{source}”", changes)
        self.session.told.emit(f"已从“{source}”导入，可以一步撤销。")
        self.closed.emit()

    def _renew(self) -> None:
        count = sum(len(part.different) for part in self.chosen())
        same = "与现有内容相同，不会有改动。"
        self._note.setText(f"选中的部分会改动 {count} 处，可以一步撤销。" if count else same)
        self.take_button.setEnabled(bool(self.chosen()))

    def focus_body(self) -> None:
        """Put the cursor on the button that takes it over."""
        self.take_button.setFocus()


def _summary(reading: Reading, *, prior: bool) -> str:
    unit, year = reading.unit or "未读到机关名称", reading.year or "未读到年度"
    use = "作为上年数据，只用于核对和对比" if prior else "作为本年数据"
    return (
        f"来源：{Path(reading.source).name}　{unit}　{year}　{use}。"
        "勾选要导入的部分；确认之前，报告不会有任何改动。"
    )


def _counted(part: Part) -> str:
    lacking = f"，缺 {part.missing} 格" if part.missing else ""
    return f"读到 {len(part.lines)} 项，{len(part.different)} 项不同{lacking}"


def _line_item(line: Line) -> QTreeWidgetItem:
    item = QTreeWidgetItem([line.name, _short(line.now), _short(line.read), line.place])
    item.setForeground(1, QBrush(QColor(colours().muted)))
    item.setToolTip(1, line.now)
    item.setToolTip(2, line.read)
    return item


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
