"""What turns a number typed by hand into a live one: entries of the text's own menu, a key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTextEdit

from gicapp.core.change import SetText
from gicapp.core.text.choices import Choice, Typed, typed_figures
from gicapp.core.text.drafting import with_live_figures
from gicapp.core.text.narrative import to_live
from gicapp.gui.messages.offer import offer_undo
from gicapp.gui.session import Session


class LiveNumbers(QObject):
    """Offers live figures for the number at the cursor of an editor, and for all that agree.

    `place_of` returns where the cursor is in the printed text of the section.
    """

    def __init__(
        self, editor: QTextEdit, session: Session, section: str, place_of: Callable[[], int]
    ) -> None:
        super().__init__(editor)
        self._session = session
        self._section = section
        self._place_of = place_of
        self.action = QAction("改为活数字", editor)
        self.action.setShortcut("Ctrl+Shift+L")
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.action.triggered.connect(self.take)
        editor.addAction(self.action)

    def at_cursor(self) -> Typed | None:
        """Return the typed number at the cursor that speaks of the tables."""
        place = self._place_of()
        typed = typed_figures(self._session.form, self._session.report, self._section)
        return next((t for t in typed if t.span[0] <= place <= t.span[1]), None)

    def take(self) -> None:
        """Make the number at the cursor live, as what it most likely stands for."""
        typed = self.at_cursor()
        if typed is None:
            self._session.told.emit("光标处没有能与表格对应的数字。")
        else:
            self._put(typed, typed.choices[0])

    def fill(self, menu: QMenu) -> None:
        """Put the entries for the cursor's place into a menu."""
        typed = self.at_cursor()
        if typed is not None:
            for choice in typed.choices:
                words = f"改为活数字：{choice.name}（现为 {choice.value}）"
                menu.addAction(words).triggered.connect(partial(self._put, typed, choice))
        every = self._every()
        if every is not None:
            menu.addAction("对得上的数字都改为活数字").triggered.connect(self.take_every)

    def take_every(self) -> None:
        """Make every number of the section live that agrees with the tables."""
        change = self._every()
        if change is not None and self._session.edit("数字都改为活数字", [change]):
            offer_undo(self._session, "对得上的数字都已随表格更新。")

    def _every(self) -> SetText | None:
        session, section = self._session, self._section
        text = with_live_figures(session.form, session.report, section)
        return SetText(section, text) if text != session.report.text(section) else None

    def _put(self, typed: Typed, choice: Choice) -> None:
        session = self._session
        change = to_live(session.report, self._section, *typed.span, choice.token)
        if change is not None and session.edit("改为活数字", [change]):
            offer_undo(session, f"已改为随表格更新的数字：{choice.name}。")
