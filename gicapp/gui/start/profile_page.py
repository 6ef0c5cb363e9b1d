"""The page 报告信息: who reports, for which year, under which title, and the lead paragraph."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton

from gicapp.core.change import SetField
from gicapp.core.deadline import lawful_day, parse_deadline, show_day
from gicapp.core.finding import Finding
from gicapp.core.readiness import PRIOR_REPORT
from gicapp.core.report import LEAD, LEVEL_NAMES, Level, Report, Unit, official_title
from gicapp.errors import GicError
from gicapp.gui.appearance import GAP
from gicapp.gui.page import Page
from gicapp.gui.session import Session
from gicapp.gui.start.field_form import field_form
from gicapp.gui.texts.text_editor import TextEditor
from gicapp.gui.texts.writing_aids import WritingAids

_EARLIEST, _LATEST = 2008, 2100
_HINT = "机关名称、年度和级别决定标题、统计期限和适用的检查。"


class ProfilePage(Page):
    """The unit's profile, the year, the title, last year's report, and the lead paragraph.

    `prior_wanted`: last year's report is to be chosen.
    """

    prior_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session, "报告信息", _HINT)
        self.name = _field("机关全称，如“××市知识产权局”")
        self.year = _field("如 2024")
        self.title = QLineEdit()
        self.deadline = QLineEdit()
        self.deadline.setToolTip(
            "上级通知规定的公布日期，如 2月20日；没有的留空，按条例规定检查落款日期"
        )
        self.level = QComboBox()
        for level, text in LEVEL_NAMES.items():
            self.level.addItem(text, level)
        self.rule_making = QCheckBox("有规章制定权")
        self.enforcement = QCheckBox("有行政许可、处罚或强制职权")
        self._lay_out()
        self.editor = TextEditor(session, LEAD, "导语")
        self.editor.setPlaceholderText(
            "一、总体情况之前的导语（可以不写）：编制依据、统计期限、电子版网址、联系方式。"
        )
        self.tools = WritingAids(self.editor)
        self.tools.prior_button.hide()
        lead = QLabel("导语")
        lead.setBuddy(self.editor)
        row = QHBoxLayout()
        row.addWidget(lead, 1)
        row.addWidget(self.tools)
        self.body.addLayout(row)
        self.body.addWidget(self.editor, 1)
        self._connect()
        session.changed.connect(self._renew)
        self._renew()

    def _lay_out(self) -> None:
        fields = (
            ("机关名称", self.name, 26),
            ("报告年度", self.year, 8),
            ("机关级别", self.level, 18),
            ("报告标题", self.title, 36),
            ("公布期限", self.deadline, 26),
        )
        for _, field, _ in fields:
            field.setMinimumHeight(self.name.sizeHint().height())
        form = field_form(self, fields)
        self.prior_note, self.prior_button = QLabel(), QPushButton()
        self.prior_note.setObjectName("muted")
        self.prior_note.setWordWrap(True)
        prior = QHBoxLayout()
        prior.setSpacing(GAP)
        prior.addWidget(self.prior_button)
        prior.addWidget(self.prior_note, 1)
        form.addRow("上年报告", prior)
        form.addRow("职权", self.rule_making)
        form.addRow("", self.enforcement)
        self.body.addLayout(form)

    def _connect(self) -> None:
        self.prior_button.clicked.connect(self.prior_wanted)
        self.name.editingFinished.connect(self._take_name)
        self.year.editingFinished.connect(self._take_year)
        self.title.editingFinished.connect(self._take_title)
        self.deadline.editingFinished.connect(self._take_deadline)
        self.level.activated.connect(self._take_level)
        self.rule_making.clicked.connect(
            lambda on: self._edit_unit("修改规章制定权", replace(self._unit, rule_making=on))
        )
        self.enforcement.clicked.connect(
            lambda on: self._edit_unit("修改执法职权", replace(self._unit, enforcement=on))
        )

    @property
    def _unit(self) -> Unit:
        return self.session.report.unit

    def _edit_unit(self, name: str, unit: Unit) -> None:
        self.session.edit(name, [SetField("unit", unit)])

    def _take_name(self) -> None:
        self._edit_unit("修改机关名称", replace(self._unit, name=self.name.text().strip()))

    def _take_level(self) -> None:
        level = Level(self.level.currentData())
        self._edit_unit("修改机关级别", replace(self._unit, level=level))

    def _take_year(self) -> None:
        text = self.year.text().strip().removesuffix("年")
        if not text:
            self.session.edit("清除报告年度", [SetField("year", None)])
            return
        if not text.isdecimal() or not _EARLIEST <= int(text) <= _LATEST:
            self.session.refuse(f"“{text}”不是报告年度，请填四位数的年份，如 2024。")
            return
        self.session.edit("修改报告年度", [SetField("year", int(text))])

    def _take_title(self) -> None:
        text = self.title.text().strip()
        report = self.session.report
        official = official_title(report, self.session.form)
        title = None if text in ("", official) else text
        self.session.edit("修改报告标题", [SetField("title", title)])

    def _take_deadline(self) -> None:
        try:
            day = parse_deadline(self.deadline.text(), self.session.report.year)
        except GicError as error:
            self.session.refuse(error)
            return
        self._edit_unit("修改公布期限", replace(self._unit, deadline=day))

    def _renew(self) -> None:
        report = self.session.report
        _show(self.name, report.unit.name)
        _show(self.year, "" if report.year is None else str(report.year))
        _show(self.title, report.title or "")
        self.title.setPlaceholderText(official_title(report, self.session.form))
        _show(self.deadline, show_day(report.unit.deadline) if report.unit.deadline else "")
        by_law = lawful_day(report.unit)
        self.deadline.setPlaceholderText(
            f"没有本地规定的留空（条例：{show_day(by_law)}）" if by_law else "没有本地规定的留空"
        )
        self._show_prior(report.prior)
        self.level.setCurrentIndex(self.level.findData(report.unit.level))
        self.rule_making.setChecked(report.unit.rule_making)
        self.enforcement.setChecked(report.unit.enforcement)

    def _show_prior(self, prior: Report | None) -> None:
        when = f" {prior.year} 年" if prior and prior.year else ""
        self.prior_button.setText("选择上年报告…" if prior is None else "另选…")
        self.prior_button.setToolTip("导入上年的 Word、Excel 或网页，先核对再写入")
        self.prior_note.setText(
            "没有载入：结转数和跨年的检查要用它，新设立的机关可以没有。"
            if prior is None
            else f"已载入{when}，用于核对和对比。"
        )

    def show_finding(self, finding: Finding) -> None:
        """Select the words of the lead paragraph, or go to the field that is meant."""
        if finding.rule == PRIOR_REPORT:
            self.prior_button.setFocus()
        elif finding.span is not None:
            self.editor.show_span(finding.span)
            self.editor.setFocus()
        else:
            self.focus_body()

    def focus_body(self) -> None:
        """Put the cursor into the first field that is still empty."""
        fields = (self.name, self.year)
        next((field for field in fields if not field.text()), self.name).setFocus()


def _field(placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(placeholder)
    return field


def _show(field: QLineEdit, text: str) -> None:
    if field.text() != text:
        field.setText(text)
