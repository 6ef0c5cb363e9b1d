"""The line at the bottom: the cross-foots, last year's report, the file, the selection."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QToolButton, QWidget

from gicapp.core.finding import Severity
from gicapp.core.report import Report
from gicapp.form.declaration import Form
from gicapp.gui.appearance import GAP
from gicapp.gui.messages.speaking import may_speak, speak
from gicapp.gui.session import Session
from gicapp.gui.tables.table_model import SEVERITY_NAMES


class StatusLine(QStatusBar):
    """勾稽 42/42 · 上年 已载入 · 已保存 14:02."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setSizeGripEnabled(False)
        self.setContentsMargins(GAP, 2, GAP, 2)
        self.selection = QLabel()
        self.selection.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.findings = _button("")
        self.findings.setToolTip("显示检查结果（F8）")  # hidden while they are seen at the right
        self.stop, self.resume = _button("停止核对"), _button("继续核对")
        self.stop.clicked.connect(session.checking.stop)
        self.resume.clicked.connect(session.checking.resume)
        self.sums, self.prior, self.saved = QLabel(), QLabel(), QLabel()
        may_speak(self.saved)
        may_speak(self.selection)
        for label in (self.sums, self.prior, self.saved):
            label.setContentsMargins(GAP, 0, GAP, 0)
        self.addWidget(self.selection, 1)
        check = (self.findings, self.sums, self.stop, self.resume)
        for widget in (*check, self.prior, self.saved):
            self.addPermanentWidget(widget)
        for hidden in (self.findings, self.stop, self.resume):
            hidden.hide()
        session.findings_changed.connect(self._renew)
        session.checking.slow.connect(self._tell_slow)
        session.checking.stopped.connect(self._tell_stopped)
        session.saved_state_changed.connect(self._renew_saved)
        self._renew()
        self._renew_saved()

    def say(self, text: str) -> None:
        """Show what was done until another block is selected, and let a screen reader say it."""
        self.selection.setText(text)
        speak(self.selection, text)

    def _renew(self) -> None:
        for button in (self.stop, self.resume):
            button.hide()
        session, form = self._session, self._session.form
        whole = len(form.totals) + len(form.balances)
        rules = {t.rule for t in form.totals} | {b.rule for b in form.balances}
        broken = sum(1 for finding in session.findings if finding.rule in rules)
        open_ones = _not_begun(form, session.report)
        self.sums.setText(f"勾稽 {whole - broken - open_ones}/{whole}")
        still = f"，{open_ones} 条还没有填" if open_ones else ""
        self.sums.setToolTip(f"{whole} 条表内加总关系，{broken} 条不平{still}")
        counts = (f"{SEVERITY_NAMES[severity]} {session.count(severity)}" for severity in Severity)
        self.findings.setText("　".join(counts))
        prior = session.report.prior
        year = f" {prior.year} 年" if prior and prior.year else ""
        self.prior.setText(f"上年 已载入{year}" if prior else "上年 未载入")

    def _tell_slow(self) -> None:
        self.sums.setText("正在核对全文……")
        self.sums.setToolTip("文字很长，核对要多等一会儿，可以继续填写。")
        self.stop.show()
        self.resume.hide()

    def _tell_stopped(self) -> None:
        self.sums.setText("核对已停止")
        self.sums.setToolTip("检查结果还是停止以前的，下次改动时再核对。")
        self.stop.hide()
        self.resume.show()

    def _renew_saved(self) -> None:
        session = self._session
        if session.held_by:
            self.saved.setText(f"只读：{session.held_by}正在使用")
        elif not session.is_saved:
            self.saved.setText("有修改未保存")
        elif session.saved_at:
            self.saved.setText(f"已保存 {session.saved_at:%H:%M}")
            speak(self.saved, self.saved.text())
        else:
            self.saved.setText("已保存" if session.path else "新报告")


def _button(words: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    return button


def _not_begun(form: Form, report: Report) -> int:
    """Return of how many sums not one cell is filled yet, so that they are not called even."""
    sums = [(total.cell, *total.parts) for total in form.totals]
    sums += [(*balance.left, *balance.right) for balance in form.balances]
    return sum(1 for cells in sums if all(report.value(cell) is None for cell in cells))
