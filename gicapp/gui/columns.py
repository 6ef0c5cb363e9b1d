"""How the width is shared out between the list of sections, the page, and the panes beside it.

One rule: whatever there is stands beside the page while the page keeps what a table needs. Where
it does not, the list folds to its numbers first; then a pane folds, and if it is asked for all
the same it takes the place of the page, until one goes back or there is room again.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from gicapp.gui.appearance import ems
from gicapp.gui.section_list import SectionList
from gicapp.gui.side_pane import SidePane

TABLE: Final = 44  # characters: what table three needs, and so the list and the findings leave
_LIST: Final = 9.5  # the narrowest list with its words
_BOTH: Final = 115  # below it one pane beside the page is enough


class Columns(QObject):
    """Shares out the width of a splitter; `changed`: other panes are seen or kept back.

    `need_of_page` returns the characters that the shown page needs beside a pane that was
    asked for. The pane that was asked for last comes first where there is no room for two.
    """

    changed = Signal()

    def __init__(
        self,
        splitter: QSplitter,
        sections: SectionList,
        middle: QWidget,
        need_of_page: Callable[[], int],
    ) -> None:
        super().__init__(splitter)
        self._splitter, self._sections, self._middle = splitter, sections, middle
        self._need_of_page = need_of_page
        self.panes: list[SidePane] = []  # from left to right
        self._order: list[SidePane] = []  # the one that was asked for last comes first
        self._wanted: set[SidePane] = set()
        self._withheld: set[SidePane] = set()
        self._cover: SidePane | None = None
        self._widths: dict[QWidget, int] = {}
        self._before: object = None

    def add(self, pane: SidePane, *, wanted: bool) -> None:
        """Take in a pane; it stands right of those that came before."""
        pane.hide()
        self._splitter.addWidget(pane)
        self.panes.append(pane)
        self._order.insert(0, pane)
        pane.back.clicked.connect(self.uncover)
        if wanted:
            self._wanted.add(pane)

    def want(self, pane: SidePane, *, wanted: bool) -> None:
        """Show a pane where there is room, or not at all."""
        self._order.sort(key=lambda other: other is not pane)
        (self._wanted.add if wanted else self._wanted.discard)(pane)
        self.arrange()

    def withhold(self, pane: SidePane, *, wanted: bool) -> None:
        """Keep a pane back while it has nothing to say, or let it come."""
        (self._withheld.add if wanted else self._withheld.discard)(pane)
        self.arrange()
        self.changed.emit()

    def is_withheld(self, pane: SidePane) -> bool:
        """Tell whether a pane is kept back."""
        return pane in self._withheld

    def toggle(self, pane: SidePane) -> None:
        """Show a pane, in place of the page where there is no room, or take it away."""
        if pane is self._cover:
            self.uncover()
            return
        if not pane.isHidden():
            self.want(pane, wanted=False)
            return
        self.uncover()
        self._withheld.discard(pane)
        self._cover = pane
        self.want(pane, wanted=True)
        if self._cover is pane:
            pane.take_focus()

    def uncover(self) -> None:
        """Show the page again where a pane took its place."""
        cover, self._cover = self._cover, None
        if cover is None:
            return
        if not cover.stays:
            self._wanted.discard(cover)
        self.arrange()

    def arrange(self) -> None:
        """Show what there is room for, and give it its widths."""
        room = self._splitter.width() / ems(self._splitter.font(), 1)
        beside = self._beside(room)
        if self._cover is not None and (self._cover in beside or self._cover not in self._wanted):
            self._cover = None
        cover = self._cover
        shown = beside if cover is None else [cover]
        taken = sum(pane.least for pane in shown) if cover is None else 0
        is_folded = room - _LIST - taken < TABLE
        state = (shown, cover, is_folded)
        if state == self._before:
            return
        self._note_widths()
        self._before = state
        self._sections.fold(folded=is_folded)
        for pane in self.panes:
            pane.back.setVisible(pane is cover)
            pane.setVisible(pane in shown)
        self._middle.setVisible(cover is None)
        self._share_out(shown)
        self.changed.emit()

    def _beside(self, room: float) -> list[SidePane]:
        """Return the panes that find room beside the page."""
        strip = self._sections.strip() / ems(self._splitter.font(), 1)
        found: list[SidePane] = []
        for pane in self._order:
            if pane not in self._wanted or pane in self._withheld:
                continue
            need = TABLE if pane.stays else self._need_of_page()
            if room >= _BOTH if found else room - strip - need >= pane.least:
                found.append(pane)
        return found

    def _note_widths(self) -> None:
        """Keep the widths that the user gave, for when the same is seen again."""
        if self._before is None or not self._splitter.isVisible() or self._middle.isHidden():
            return
        for pane in self.panes:
            if not pane.isHidden():
                self._widths[pane] = pane.width()
        if not self._sections.is_folded:
            self._widths[self._sections] = self._sections.width()

    def _share_out(self, shown: list[SidePane]) -> None:
        em, room = ems(self._splitter.font(), 1), self._splitter.width()
        first = self._widths.get(self._sections, round(max(_LIST * em, min(13 * em, room // 8))))
        if self._sections.is_folded:
            first = self._sections.strip()
        widths = dict.fromkeys(self.panes, 0)
        left = room - first - (2 + len(shown)) * self._splitter.handleWidth()
        for pane in reversed(shown):
            spare = left - TABLE * em  # what the page can give up
            most = self._widths.get(pane, min(pane.best * em, room * pane.share // 100))
            widths[pane] = max(pane.least * em, min(most, spare))
            left -= widths[pane]
        if self._cover is not None:
            widths[self._cover], left = room - first, 0
        self._splitter.setSizes([first, left, *widths.values()])
