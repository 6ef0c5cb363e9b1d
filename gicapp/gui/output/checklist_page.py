"""The checklist towards 送审: what is done, what is left, and the way to each."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gicapp.core.readiness import Item, State, is_ready, readiness
from gicapp.gui.appearance import GAP, colours, ems, scaled
from gicapp.gui.icons import icon
from gicapp.gui.over_page import OverPage
from gicapp.gui.schemes import Colours
from gicapp.gui.session import Session

_HINT: Final = "从上到下看一遍：点右边的按钮到要办的地方，办完按 F7 回到这里。"
_GO: Final = {
    State.DONE: "查看",
    State.TODO: "去填写",
    State.WARNING: "去核对",
    State.ERROR: "去改正",
}
_SAID: Final = {
    State.DONE: "已完成",
    State.TODO: "未完成",
    State.WARNING: "待核对",
    State.ERROR: "有错误",
}


class ChecklistPage(OverPage):
    """Shows every item with its state; `wanted` carries the finding to go to."""

    wanted = Signal(object)
    export_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session, "送审清单", _HINT)
        self.items: tuple[Item, ...] = ()
        self.verdict = QLabel()
        self.verdict.setFont(scaled(self.font(), 1.15, bold=True))
        self.verdict.setWordWrap(True)
        self.export_button = QPushButton("导出送审文件…")
        self.export_button.clicked.connect(self.export_wanted)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.verdict, 1)
        row.addWidget(self.export_button)
        self.body.addLayout(row)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName("送审清单")
        self.body.addWidget(self._area, 1)
        self.buttons: dict[str, QToolButton] = {}
        self._signs: dict[str, QLabel] = {}
        session.findings_changed.connect(self._renew)
        self._renew()

    def _renew(self) -> None:
        session = self.session
        items = readiness(session.form, session.report, session.findings)
        if items == self.items and self.buttons:
            return
        self.items = items
        self.verdict.setText(_verdict(items))
        focused = next((name for name, b in self.buttons.items() if b.hasFocus()), "")
        self.buttons = {}
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for item in items:
            column.addWidget(self._line(item))
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        outer.addStretch(1)
        self._area.setWidget(whole)
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    def _line(self, item: Item) -> QWidget:
        line = QFrame()
        line.setObjectName("item")
        row = QHBoxLayout(line)
        row.setContentsMargins(2 * GAP, GAP // 2 + 1, GAP, GAP // 2 + 1)
        row.setSpacing(GAP)
        sign, name, text = QLabel(), QLabel(item.name), QLabel(item.text)
        self._signs[item.name] = sign
        self._draw(item)
        sign.setAccessibleName(_SAID[item.state])
        name.setWordWrap(True)
        text.setObjectName("" if item.state in (State.TODO, State.ERROR) else "muted")
        text.setWordWrap(True)
        button = QToolButton()
        button.setObjectName("choice")
        button.setText(_GO[item.state])
        button.setMinimumWidth(ems(self.font(), 5))  # as wide as any, so that lines align
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(f"{item.name}：{item.text}，{_GO[item.state]}")
        button.clicked.connect(partial(self.wanted.emit, item.place))
        self.buttons[item.name] = button
        for widget, stretch in ((sign, 0), (name, 2), (text, 3), (button, 0)):
            row.addWidget(widget, stretch)
        return line

    def _draw(self, item: Item) -> None:
        size = ems(self.font(), 1.2)
        picture = icon(item.state.value, _colour(item.state, colours()), size)
        self._signs[item.name].setPixmap(picture.pixmap(QSize(size, size)))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the signs anew in other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_signs"):
            for item in self.items:
                self._draw(item)

    def focus_body(self) -> None:
        """Put the cursor on the first thing that is left to do."""
        left = [item.name for item in self.items if item.state is not State.DONE]
        self.buttons[left[0] if left else self.items[0].name].setFocus()


def _verdict(items: tuple[Item, ...]) -> str:
    open_ones = sum(1 for item in items if item.state in (State.TODO, State.ERROR))
    doubtful = sum(1 for item in items if item.state is State.WARNING)
    if not is_ready(items):
        return f"还有 {open_ones} 项要办，才可以送审。"
    if doubtful:
        return f"可以送审。还有 {doubtful} 项待核对：改正，或者写明情况说明。"
    return "可以送审。"


def _colour(state: State, scheme: Colours) -> str:
    return {
        State.DONE: scheme.done,
        State.TODO: scheme.muted,
        State.WARNING: scheme.warning,
        State.ERROR: scheme.error,
    }[state]
