"""The page that exports: which documents, where to, and in what layout, with the preview beside."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
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

from gicapp.core.finding import Severity
from gicapp.core.readiness import count_gaps
from gicapp.core.rounds import next_name
from gicapp.core.totals import blank_cells
from gicapp.errors import GicError
from gicapp.gui.appearance import GAP, colours, ems, scaled
from gicapp.gui.background import Wanted, Work
from gicapp.gui.dialogs import Dialogs
from gicapp.gui.icons import beside_text, icon
from gicapp.gui.output.export_choices import KIND_NAMES, ExportChoices, Kind
from gicapp.gui.output.exporting import has_office, write_documents
from gicapp.gui.output.layout_fields import LayoutFields
from gicapp.gui.output.standing import Standing
from gicapp.gui.output.template_choice import TemplateChoice
from gicapp.gui.over_page import OverPage
from gicapp.gui.session import Session
from gicapp.gui.session_work import wait_for

_HINT: Final = "选好要的文件，按回车导出；按 Esc 返回。预览（F9）按这里的版式显示。"


class ExportPage(OverPage):
    """Asks everything about an export at once; `exported` carries the paths that were written.

    `chosen_changed` carries the ExportChoices as they stand, for the preview and the next time.
    """

    exported = Signal(object)
    chosen_changed = Signal(object)

    def __init__(
        self,
        session: Session,
        dialogs: Dialogs,
        choices: ExportChoices,
        proposed: Path,
        is_lost: Callable[[Path], bool],
    ) -> None:
        super().__init__(session, "导出", _HINT)
        self._dialogs, self._is_lost = dialogs, is_lost
        self.folder = QLineEdit(str(proposed.parent))
        self.name = QLineEdit(proposed.name)
        self.kinds = {kind: QCheckBox(text) for kind, text in KIND_NAMES.items()}
        for kind, box in self.kinds.items():
            box.setChecked(kind in choices.kinds)
        self.office = QCheckBox("PDF 由本机的 LibreOffice 从 Word 生成")
        self.office.setChecked(choices.office_pdf)
        self.templates = TemplateChoice(session, dialogs, choices.template)
        self.fields = LayoutFields(choices.layout)
        self._standing = Standing(self)
        self.work: Work | None = None  # the export that is under way
        self._lay_out()
        self._add_end()
        self._look_for_office()
        self._connect()
        self._renew()

    def _look_for_office(self) -> None:
        """Offer LibreOffice where it is found: some of the folders may be on a lost share."""
        self.office.hide()
        look = Work("", lambda _: has_office(), self)
        look.done.connect(self.office.setVisible)
        look.start()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        self._add_part(column, "导出哪些文件")
        kinds = QGridLayout()
        kinds.setHorizontalSpacing(2 * GAP)
        for place, box in enumerate((*self.kinds.values(), self.office)):
            kinds.addWidget(box, place // 2, place % 2)
        column.addLayout(kinds)
        name = next_name(self.session.report)
        self.round = QCheckBox(f"记为{name}（这一稿留在报告文件里，可以比较、可以回退）")
        column.addWidget(self.round)
        self._add_part(column, "存到哪里")
        column.addLayout(self._places())
        self._add_part(column, "版式（Word 和 PDF）")
        column.addWidget(self.fields)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setAccessibleName("导出的选择")
        bar = area.verticalScrollBar().sizeHint().width()
        area.setMinimumWidth(inside.minimumSizeHint().width() + bar)  # it scrolls down only
        self.body.addWidget(area, 1)

    def _add_part(self, column: QVBoxLayout, text: str) -> None:
        label = QLabel(text)
        label.setFont(scaled(self.font(), 1.0, bold=True))
        if column.count():
            column.addSpacing(GAP)
        column.addWidget(label)

    def _places(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP // 2 + 2)
        self.other_folder = QPushButton("更改…")
        self.other_folder.clicked.connect(self._choose_folder)
        for line, (text, field) in enumerate(
            (("文件夹", self.folder), ("文件名", self.name), ("模板", self.templates))
        ):
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(label, line, 0)
            grid.addWidget(field, line, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.other_folder, 0, 2)
        self.templates.setMinimumWidth(ems(self.font(), 10))
        return grid

    def _add_end(self) -> None:
        """Add what is still wanting, and the buttons."""
        self._sign, self.note = QLabel(), QLabel()
        self.note.setWordWrap(True)
        self._draw_sign()
        self.export_button = QPushButton("导出")
        self.export_button.setDefault(True)
        self.export_button.setAutoDefault(True)
        self.leave_button = QPushButton("取消")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._sign)
        row.addWidget(self.note, 1)
        row.addWidget(self.leave_button)
        row.addWidget(self.export_button)
        self.body.addLayout(row)

    def _draw_sign(self) -> None:
        size = beside_text(self.font())
        self._sign.setPixmap(icon("warning", colours().warning, size).pixmap(QSize(size, size)))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign anew in other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_sign"):
            self._draw_sign()

    def _connect(self) -> None:
        for box in (*self.kinds.values(), self.office):
            box.toggled.connect(self._renew)
        self.folder.textChanged.connect(self._renew)
        self.name.textChanged.connect(self._renew)
        self.fields.changed.connect(self._tell_choices)
        self.templates.changed.connect(self._renew)
        self.left.connect(self.templates.leave)
        self.export_button.clicked.connect(self.export)
        self.leave_button.clicked.connect(self.closed)
        self.session.changed.connect(self._renew)
        self.session.findings_changed.connect(self._renew)
        self._standing.found.connect(self._renew)
        for field in (self.folder, self.name):
            field.returnPressed.connect(self.export)

    @property
    def choices(self) -> ExportChoices:
        """Return what the page says."""
        kinds = frozenset(kind for kind, box in self.kinds.items() if box.isChecked())
        office = Kind.PDF in kinds and self.office.isChecked() and not self.office.isHidden()
        return ExportChoices(kinds, self.fields.chosen, self.templates.template, office)

    def _tell_choices(self) -> None:
        self.chosen_changed.emit(self.choices)

    def _renew(self) -> None:
        """Say what is still blank, and what would be replaced; not while it is being written."""
        if self.work is not None and not self.work.has_ended:
            return
        blank = self.blanks()
        gaps = count_gaps(self.session.report)
        told = {"value.blank": blank, "text.placeholder": gaps}  # by what is said of them
        grave = (f.rule for f in self.session.findings if f.severity is Severity.ERROR)
        errors = sum(not told.get(rule) for rule in grave)
        said = [f"还有 {blank} 格未填，导出后仍是空白，不会变成 0。"] if blank else []
        said += [f"还有 {gaps} 处【请填写…】没有写，会原样印出来。"] if gaps else []
        said += [f"还有 {errors} 处错误没有改正。"] if errors else []
        self._sign.setVisible(bool(said))
        self._standing.look(self._targets())
        there = self._standing.names
        said += [f"将替换已有的{'、'.join(f'“{name}”' for name in there)}。"] if there else []
        said.append(self.templates.state)
        self.note.setText("".join(said))
        self.export_button.setAccessibleDescription(self.note.text())
        self.export_button.setText("仍然导出" if blank or gaps else "导出")
        self.leave_button.setText("返回填写" if blank or gaps else "取消")
        self.office.setEnabled(Kind.PDF in self.choices.kinds)
        is_clear = bool(self.choices.kinds and self.name.text().strip())
        self.export_button.setEnabled(is_clear and not self.templates.is_open)
        self.templates.folder = self.folder.text()
        self.fields.set_own_template(own=self.templates.template is not None)
        self._tell_choices()

    def _targets(self) -> list[Path]:
        targets = self.choices.targets(Path(self.folder.text()), self.name.text().strip())
        return list(targets.values())

    def blanks(self) -> int:
        """Return how many cells of the tables hold nothing."""
        session = self.session
        return sum(
            len(blank_cells(session.form, session.report, section.number))
            for section in session.form.sections
        )

    def _choose_folder(self) -> None:
        folder = self._dialogs.folder("导出到哪个文件夹", self.folder.text())
        if folder is not None:
            self.folder.setText(str(folder))

    def export(self) -> None:
        """Write what was chosen; what cannot be written is said and the page stays."""
        if not self.export_button.isEnabled():
            return
        session, choices = self.session, self.choices
        report, form = session.report, session.form
        folder, name = Path(self.folder.text()), self.name.text().strip()

        def write(wanted: Wanted) -> list[Path]:
            if self._is_lost(folder):
                raise GicError(
                    f"没有导出：“{folder}”所在的盘不在了，可能是网络盘断开。"
                    "请接好后重试，或者换一个文件夹。"
                )
            return write_documents(report, form, choices, folder, name, wanted)

        maker = "LibreOffice 正在生成 PDF，要等几秒" if choices.office_pdf else "正在导出"
        self.note.setText(f"{maker}……按“取消”不再等。")
        self.leave_button.setText("取消")
        self.export_button.setEnabled(False)
        self.work = work = wait_for(
            session,
            maker,
            write,
            self._finish,
        )
        self.left.connect(work.cancel)
        work.ended.connect(self._renew)
        if work.has_ended:
            self._renew()

    def _finish(self, paths: list[Path]) -> None:
        self.exported.emit(paths)
        self.closed.emit()

    def focus_body(self) -> None:
        """Put the cursor on the button: the same as last time is one key."""
        self.export_button.setFocus()
