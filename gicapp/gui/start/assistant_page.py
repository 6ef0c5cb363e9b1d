"""The assistant of a new report: who reports, for when, last year's file, and what comes of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gicapp.core.beginning import START_NAMES, Beginning, Start, beginning_changes, taken_over
from gicapp.core.reading import Reading
from gicapp.core.report import LEVEL_NAMES, Level, unit_named
from gicapp.core.text.contact import Contact, contact_in
from gicapp.gui.appearance import GAP, ems, scaled
from gicapp.gui.dialogs import SOURCES, Dialogs
from gicapp.gui.documents import read_for
from gicapp.gui.messages.offer import Choice, Offer
from gicapp.gui.over_page import OverPage
from gicapp.gui.session import Session
from gicapp.gui.start.contact_fields import ContactFields
from gicapp.gui.start.field_form import field_form

if TYPE_CHECKING:
    from gicapp.gui.background import Work

_HINT: Final = "填三项，选上年报告，其余由程序填好。都可以以后再改，也可以一步撤销。"
_EARLIEST, _LATEST = 2008, 2100
_CONTACT: Final = "公布网站和联系方式写进导语；可以不填，不填的不写。"
_AS_LAST_YEAR: Final = "公布网站和联系方式照上年报告，请核对；可以改，删去的不写。"
_NO_FILE: Final = "没有选。有上年的 Word、Excel 或网页就选它，可以接续结转数并作跨年核对。"


class AssistantPage(OverPage):
    """Asks for what a report begins with, and shows beforehand what will be filled in."""

    def __init__(
        self,
        session: Session,
        dialogs: Dialogs,
        folder: str,
        check_list: Callable[[], object],
    ) -> None:
        super().__init__(session, "新建年度报告", _HINT)
        self._dialogs, self._folder, self._check_list = dialogs, folder, check_list
        self._told = Contact()  # by last year's report
        self.reading: Reading | None = None
        self._work: Work | None = None
        self.name = QLineEdit()
        self.name.setPlaceholderText("机关全称，如“××市知识产权局”")
        self.year = QLineEdit(str(datetime.now().astimezone().year - 1))
        self.level, self.start = QComboBox(), QComboBox()
        for level, text in LEVEL_NAMES.items():
            self.level.addItem(text, level)
        for start, text in START_NAMES.items():
            self.start.addItem(text, start)
        self.start.setCurrentIndex(self.start.findData(Start.OUTLINE))
        self.contact = ContactFields()
        self.prior_button = QPushButton("选择上年报告…")
        self.prior_note = QLabel(_NO_FILE)
        self._lay_out()
        self._add_taken()
        self._add_buttons()
        self._connect()
        self._renew()

    def _lay_out(self) -> None:
        fields = (
            ("机关名称", self.name, 26),
            ("机关级别", self.level, 18),
            ("报告年度", self.year, 8),
        )
        form = field_form(self, fields)
        prior = QHBoxLayout()
        prior.setSpacing(GAP)
        self.prior_note.setObjectName("muted")
        self.prior_note.setWordWrap(True)
        prior.addWidget(self.prior_button)
        prior.addWidget(self.prior_note, 1)
        form.addRow("上年报告", prior)
        self.start.setAccessibleName("文字从哪里开始")
        self.start.setMaximumWidth(ems(self.font(), 36))
        form.addRow("文字", self.start)
        self.contact_note = QLabel()
        self.contact_note.setObjectName("muted")
        self.contact_note.setWordWrap(True)
        form.addRow("导语", self.contact_note)
        form.addRow("", self.contact)
        self.body.addLayout(form)
        self._form = form

    def _add_taken(self) -> None:
        """Add the card that shows what will be filled in."""
        head = QLabel("将为您填好")
        head.setFont(scaled(self.font(), 1.0, bold=True))
        self.body.addSpacing(GAP)
        self.body.addWidget(head)
        card = QFrame()
        card.setObjectName("card")
        self._grid = QGridLayout(card)
        self._grid.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        self._grid.setHorizontalSpacing(2 * GAP)
        self._grid.setColumnStretch(1, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea()  # the buttons below stay in sight
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMinimumHeight(3 * self.fontMetrics().lineSpacing() // 2)  # Qt asks for more
        area.setAccessibleName("将为您填好")
        area.setWidget(inside)
        self.body.addWidget(area, 1)

    def _add_buttons(self) -> None:
        self.begin_button, self.blank_button = QPushButton("开始填写"), QPushButton("建空白报告")
        self.begin_button.setDefault(True)
        self.blank_button.setToolTip("什么都不预填，直接进入报告信息")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self.note = QLabel()
        self.note.setObjectName("muted")
        row.addWidget(self.note, 1)
        row.addWidget(self.blank_button)
        row.addWidget(self.begin_button)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._take_name)
        self.year.textChanged.connect(self._renew)
        self.level.currentIndexChanged.connect(self._renew)
        self.start.currentIndexChanged.connect(self._renew)
        self.contact.changed.connect(self._renew)
        self.prior_button.clicked.connect(self.choose_prior)
        self.begin_button.clicked.connect(self.begin)
        self.blank_button.clicked.connect(self.closed)
        self.name.returnPressed.connect(self.year.setFocus)
        self.year.returnPressed.connect(self.begin)

    def _take_name(self) -> None:
        """Propose the level that fits the name."""
        self.level.setCurrentIndex(self.level.findData(unit_named(self.name.text().strip()).level))
        self._renew()

    @property
    def chosen_year(self) -> int | None:
        """Return the year, or None while what is typed is none."""
        text = self.year.text().strip().removesuffix("年")
        return int(text) if text.isdecimal() and _EARLIEST <= int(text) <= _LATEST else None

    @property
    def beginning(self) -> Beginning:
        """Return what the page says."""
        unit = unit_named(self.name.text().strip())
        unit = replace(unit, level=Level(self.level.currentData()))
        start = Start(self.start.currentData())
        return Beginning(unit, self.chosen_year, self.reading, start, self.contact.contact)

    def choose_prior(self) -> None:
        """Ask for last year's report and read it."""
        path = self._dialogs.file_to_open("选择上年报告", SOURCES, self._folder)
        if path is not None:
            self.read_prior(path)

    def read_prior(self, path: Path) -> None:
        """Read last year's report; what cannot be read is said and changes nothing."""
        if self._work is not None:
            self._work.cancel()  # the last one that was chosen is meant
        self._work = read_for(self.session, path, lambda read: self._take_reading(path, read))
        self.left.connect(self._work.cancel)
        self._work.ended.connect(self._renew)
        self._renew()

    @property
    def _is_reading(self) -> bool:
        """Tell whether last year's report is still being read."""
        return self._work is not None and not self._work.has_ended

    def _take_reading(self, path: Path, reading: Reading) -> None:
        """Let the report that was read propose the unit, the year and the text."""
        self.reading = reading
        doubts = len(reading.problems)
        year = f"{reading.year} 年，" if reading.year else ""
        doubtful = f"，{doubts} 处存疑（以后可用“导入上年报告”逐条核对）" if doubts else ""
        self.prior_note.setText(f"{path.name}：{year}读到 {len(reading.cells)} 格{doubtful}")
        self.prior_note.setToolTip("\n".join(problem.message for problem in reading.problems))
        self.prior_button.setText("另选…")
        if reading.unit and not self.name.text().strip():
            self.name.setText(reading.unit)
        if reading.year:
            self.year.setText(str(reading.year + 1))
        before, self._told = self._told, contact_in("\n".join(reading.narrative.values()))
        self.contact.propose(self._told, before)
        if any(text.strip() for text in reading.narrative.values()):
            self.start.setCurrentIndex(self.start.findData(Start.PRIOR))
        self._renew()

    def _renew(self) -> None:
        """Show what would be filled in as things stand."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        session = self.session
        self._renew_contact()
        for line, taken in enumerate(taken_over(session.form, session.report, self.beginning)):
            name, text = QLabel(taken.name), QLabel(taken.text)
            name.setObjectName("muted")
            text.setWordWrap(True)
            self._grid.addWidget(name, line, 0)
            self._grid.addWidget(text, line, 1)
        lacking = not self.name.text().strip() or self.chosen_year is None
        self.begin_button.setEnabled(not lacking and not self._is_reading)
        if self._is_reading:
            self.note.setText("正在读取上年报告，读完就可以开始。")
        else:
            self.note.setText("请填机关名称和四位数的年度。" if lacking else "填好后可以一步撤销。")

    def _renew_contact(self) -> None:
        """Ask whom the lead names only where last year's words do not say it."""
        beginning = self.beginning
        is_asked = beginning.start is not Start.NOTHING and not beginning.keeps_lead
        for row in (self.contact_note, self.contact):
            self._form.setRowVisible(row, is_asked)
        same = self._told != Contact() and beginning.contact == self._told
        self.contact_note.setText(_AS_LAST_YEAR if same else _CONTACT)

    def begin(self) -> None:
        """Fill it in as one step of undo, and go on with the report."""
        if not self.begin_button.isEnabled():
            return
        session = self.session
        taken = taken_over(session.form, session.report, self.beginning)
        session.edit(
            "新建年度报告", beginning_changes(session.form, session.report, self.beginning)
        )
        first = "上年结转" if self.reading is not None else taken[0].name
        text = f"已填好{first}等 {len(taken)} 项，接着填各表。"
        choices = (Choice("撤销", session.undo), Choice("看还差什么", self._check_list))
        session.offered.emit(Offer(text, choices, passing=True))
        self.closed.emit()

    def focus_body(self) -> None:
        """Put the cursor into the first field."""
        self.name.setFocus()
