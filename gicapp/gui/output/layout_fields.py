"""The fields for the choices that the official layout leaves open."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date as Date  # noqa: N812  # a field is called date
from decimal import Decimal
from typing import TypeVar

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from gicapp.core.charts import CHART_NAMES
from gicapp.core.layout import (
    DIGIT_FACES,
    PAGE_NUMBER_NAMES,
    PITCHES,
    TABLE_FACES,
    TABLE_SIZE_NAMES,
    Layout,
    PageNumber,
    TableSize,
)
from gicapp.gui.appearance import GAP, ems

_Chosen = TypeVar("_Chosen")
_DATE = 10.5  # characters: the longest date, and what opens the calendar


class LayoutFields(QWidget):
    """Shows a layout and lets it be changed; `changed` whenever it is another one."""

    changed = Signal()

    def __init__(self, layout: Layout) -> None:
        super().__init__()
        self._first = layout
        self.lead = _box("印导语", "导语放在标题和“一、总体情况”之间", on=layout.lead)
        self.signature = _box("印机关名称", "在正文之后落款", on=layout.signature)
        self.dated = _box("成文日期", "落款下面的日期", on=layout.date is not None)
        self.date = QDateEdit(_shown_date(layout))
        self.date.setDisplayFormat("yyyy年M月d日")
        self.date.setCalendarPopup(True)
        self.date.setMinimumWidth(ems(self.date.font(), _DATE))
        self.date.setAccessibleName("成文日期")
        self.number = QLineEdit(layout.number)
        self.number.setPlaceholderText("如“×知公开〔2025〕1号”，一般不写")
        self.pitch = _list({pitch: f"{pitch} 磅" for pitch in PITCHES}, layout.pitch)
        self.page_number = _list(PAGE_NUMBER_NAMES, layout.page_number)
        self.digit_face = _list({face: face for face in DIGIT_FACES}, layout.digit_face)
        self.table_face = _list({face: face for face in TABLE_FACES}, layout.table_face)
        self.table_size = _list(TABLE_SIZE_NAMES, layout.table_size)
        self.charts = {
            kind: _box(text, "放在第三部分表格之后，在 Word 里可以编辑", on=kind in layout.charts)
            for kind, text in CHART_NAMES.items()
        }
        self._lay_out()
        self._connect()
        self._renew()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(2 * GAP)
        form.setVerticalSpacing(GAP // 2 + 2)
        form.addRow("导语", self.lead)
        form.addRow("落款", _beside(self.signature, self.dated, self.date))
        for label, field, width in (
            ("发文字号", self.number, 22),
            ("正文行距", self.pitch, 12),
            ("页码", self.page_number, 18),
            ("数字字体", self.digit_face, 12),
            ("表格字体", self.table_face, 12),
            ("表格字号", self.table_size, 18),
        ):
            field.setMinimumWidth(ems(self.font(), min(width, 12)))
            field.setMaximumWidth(ems(self.font(), width))
            field.setAccessibleName(label)
        form.addRow("发文字号", self.number)
        form.addRow("页码", self.page_number)
        form.addRow("行距、数字", _beside(self.pitch, self.digit_face))
        form.addRow("表格", _beside(self.table_face, self.table_size))
        form.addRow("Word 图表", _beside(*self.charts.values()))

    def _connect(self) -> None:
        for box in (self.lead, self.signature, self.dated, *self.charts.values()):
            box.toggled.connect(self._renew)
        for choice in self._settled:
            choice.currentIndexChanged.connect(self._renew)
        self.date.dateChanged.connect(self._renew)
        self.number.textChanged.connect(self._renew)

    def _renew(self) -> None:
        self.dated.setEnabled(self.signature.isChecked())
        self.date.setEnabled(self.signature.isChecked() and self.dated.isChecked())
        self.changed.emit()

    @property
    def _settled(self) -> tuple[QComboBox, ...]:
        """Return the choices that a unit's own template settles."""
        return (self.pitch, self.page_number, self.digit_face, self.table_face, self.table_size)

    def set_own_template(self, *, own: bool) -> None:
        """Let what a unit's own template settles itself not be chosen."""
        for choice in self._settled:
            choice.setEnabled(not own)
            choice.setToolTip("由本单位模板决定" if own else "")

    @property
    def chosen(self) -> Layout:
        """Return the layout as the fields say."""
        shown = self.date.date()
        day = Date(shown.year(), shown.month(), shown.day()) if self.dated.isChecked() else None
        return replace(
            self._first,
            lead=self.lead.isChecked(),
            signature=self.signature.isChecked(),
            date=day if self.signature.isChecked() else None,
            number=self.number.text().strip(),
            pitch=Decimal(str(self.pitch.currentData())),
            charts=tuple(kind for kind, box in self.charts.items() if box.isChecked()),
            page_number=PageNumber(self.page_number.currentData()),  # a list holds plain words
            digit_face=self.digit_face.currentData(),
            table_face=self.table_face.currentData(),
            table_size=TableSize(self.table_size.currentData()),
        )


def _beside(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * GAP)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _box(text: str, tip: str, *, on: bool) -> QCheckBox:
    box = QCheckBox(text)
    box.setToolTip(tip)
    box.setChecked(on)
    return box


def _list(names: Mapping[_Chosen, str], chosen: _Chosen) -> QComboBox:
    """Return a list of choices with their Chinese names."""
    box = QComboBox()
    for value, name in names.items():
        box.addItem(name, value)
    box.setCurrentIndex(list(names).index(chosen))
    return box


def _shown_date(layout: Layout) -> QDate:
    day = layout.date
    return QDate.currentDate() if day is None else QDate(day.year, day.month, day.day)
