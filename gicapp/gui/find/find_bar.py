"""The bar that finds words and numbers in the whole report, and replaces them."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton

from gicapp.core.finding import Finding, Severity
from gicapp.errors import GicError
from gicapp.gui.appearance import GAP, ems
from gicapp.gui.find.matches import Match, find_matches, replaced
from gicapp.gui.halves import Halves
from gicapp.gui.icons import beside_text, icon
from gicapp.gui.messages.offer import offer_undo
from gicapp.gui.session import Session


class FindBar(Halves):
    """Finds in tables and texts alike; `found` carries a Finding-like place to go to."""

    found = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(stretches_second=True)
        self.setObjectName("bar")
        self._session = session
        self._at = -1
        self.words, self.other = QLineEdit(), QLineEdit()
        self.words.setPlaceholderText("查找文字或数字")
        self.other.setPlaceholderText("替换为")
        self.count = QLabel()
        self.count.setObjectName("muted")
        self._lay_out()
        self.words.textChanged.connect(self._restart)
        self.words.returnPressed.connect(self.go_on)
        QShortcut(QKeySequence("F3"), self, self.go_on)
        QShortcut(QKeySequence("Shift+F3"), self, partial(self.go_on, back=True))
        session.changed.connect(self._recount)
        self.hide()

    def _lay_out(self) -> None:
        self.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        find = (("上一个", partial(self.go_on, back=True)), ("下一个", self.go_on))
        change = (("替换", self.replace_one), ("全部替换", self.replace_all))
        _fill(self.first, "查找", self.words, find)
        _fill(self.second, "替换为", self.other, change)
        self._close = close = QToolButton()
        close.setAutoRaise(True)
        close.setToolTip("关闭查找（Esc）")
        close.setAccessibleName("关闭查找")
        close.clicked.connect(self.hide)
        self.second.addWidget(self.count)
        self.second.addWidget(close)
        self._draw()

    def _draw(self) -> None:
        size = beside_text(self.font())
        self._close.setIcon(icon("close", size=size))
        self._close.setIconSize(QSize(size, size))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_close"):
            self._draw()

    def open(self) -> None:
        """Show the bar and begin to type."""
        self.show()
        self.words.selectAll()
        self.words.setFocus()

    def matches(self) -> tuple[Match, ...]:
        """Return every place of the words, as the report stands."""
        return find_matches(self._session.form, self._session.report, self.words.text())

    def go_on(self, *, back: bool = False) -> None:
        """Go to the next place, or the one before; round at the end."""
        places = self.matches()
        if not places:
            self._recount()
            return
        self._at = (self._at + (-1 if back else 1)) % len(places)
        place = places[self._at]
        cells = (place.cell,) if place.cell else ()
        self.found.emit(Finding("", Severity.HINT, place.section, "", cells, place.span))
        self.words.setFocus()
        self._recount()

    def replace_one(self) -> None:
        """Replace the place that was found last, and go to the next."""
        places = self.matches()
        if places and self._at < 0:
            self.go_on()
        elif places:
            self._replace([places[self._at % len(places)]])
            self._at -= 1
            self.go_on()

    def replace_all(self) -> None:
        """Replace every place, as one step of undo."""
        places = self.matches()
        if places and self._replace(places) and len(places) > 1:
            offer_undo(self._session, f"已替换 {len(places)} 处。")

    def _replace(self, places: list[Match] | tuple[Match, ...]) -> bool:
        session = self._session
        try:
            changes = replaced(session.form, session.report, places, self.other.text())
        except GicError as error:
            session.refuse(error)
            return False
        return session.edit(f"替换 {len(places)} 处", changes)

    def _restart(self) -> None:
        self._at = -1
        self._recount()

    def _recount(self) -> None:
        if not self.isVisible():
            return
        places = self.matches()
        if not self.words.text().strip():
            self.count.clear()
        elif not places:
            self.count.setText("没有找到")
        else:
            now = f"第 {self._at % len(places) + 1} 处，" if self._at >= 0 else ""
            self.count.setText(f"{now}共 {len(places)} 处")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


def _fill(
    row: QHBoxLayout, name: str, field: QLineEdit, doing: Iterable[tuple[str, Callable[[], None]]]
) -> None:
    """Put a field with its buttons into a row."""
    field.setMinimumWidth(ems(field.font(), 6))
    field.setAccessibleName(name)
    row.addWidget(field, 1)
    for text, act in doing:
        button = QPushButton(text)
        button.clicked.connect(lambda _=False, act=act: act())
        row.addWidget(button)
