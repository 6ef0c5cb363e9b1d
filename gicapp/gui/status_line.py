"""The line at the bottom: the cross-foots, last year's report, the file, the selection."""

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from gicapp.gui.appearance import GAP
from gicapp.gui.session import Session


class StatusLine(QStatusBar):
    """勾稽 42/42 · 上年 已载入 · 已保存 14:02."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setSizeGripEnabled(False)
        self.setContentsMargins(GAP, 2, GAP, 2)
        self.selection = QLabel()
        self.sums, self.prior, self.saved = QLabel(), QLabel(), QLabel()
        self.addWidget(self.selection, 1)
        for label in (self.sums, self.prior, self.saved):
            label.setContentsMargins(GAP, 0, GAP, 0)
            self.addPermanentWidget(label)
        session.findings_changed.connect(self._renew)
        session.saved_state_changed.connect(self._renew_saved)
        self._renew()
        self._renew_saved()

    def _renew(self) -> None:
        session, form = self._session, self._session.form
        whole = len(form.totals) + len(form.balances)
        rules = {t.rule for t in form.totals} | {b.rule for b in form.balances}
        broken = sum(1 for finding in session.findings if finding.rule in rules)
        self.sums.setText(f"勾稽 {whole - broken}/{whole}")
        self.sums.setToolTip(f"{whole} 条表内加总关系，{broken} 条不平")
        prior = session.report.prior
        year = f" {prior.year} 年" if prior and prior.year else ""
        self.prior.setText(f"上年 已载入{year}" if prior else "上年 未载入")

    def _renew_saved(self) -> None:
        session = self._session
        if session.held_by:
            self.saved.setText(f"只读：{session.held_by}正在使用")
        elif not session.is_saved:
            self.saved.setText("有修改未保存")
        elif session.saved_at:
            self.saved.setText(f"已保存 {session.saved_at:%H:%M}")
        else:
            self.saved.setText("已保存" if session.path else "新报告")
