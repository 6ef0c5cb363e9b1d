"""The head of the window: its menus, and beside them the toolbar; below them in a narrow window."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QMainWindow,
    QMenu,
    QMenuBar,
    QToolBar,
    QToolButton,
)

from gicapp.gui.actions import ACTIONS
from gicapp.gui.appearance import ems, is_high
from gicapp.gui.icons import icon

_TOOLBAR: Final = (
    "new", "open", "save", "", "import", "prior", "", "undo", "redo", "find", "",
    "preview", "checklist", "export",
)  # fmt: skip
_RENAMED: Final = ("undo", "redo")
_WITHOUT_WORDS: Final = ("find",)  # known by its icon, as those that are renamed
_WORDS_GIVEN_UP: Final = ("save", "open", "new", "preview", "checklist", "import", "prior")


class Head(QFrame):
    """Menus and toolbar in one line: the height is the table's."""

    def __init__(self, window: QMainWindow, actions: Mapping[str, QAction]) -> None:
        super().__init__(window)
        self.setObjectName("head")
        self._actions = actions
        self.menu_bar = QMenuBar(self)
        self.menu_bar.setNativeMenuBar(False)  # a desktop would take it away, and its line stay
        self.menus = _add_menus(self.menu_bar, window, actions)
        self.still_buttons: list[StillButton] = []
        self.toolbar = self._build_toolbar()
        self.follow_scheme()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 1)  # its border
        self._line.setSpacing(0)
        self._line.addWidget(self.menu_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self.toolbar, 1)

    def _build_toolbar(self) -> QToolBar:
        """Return the toolbar with icons and words."""
        bar = QToolBar("工具栏", self)
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        size = ems(self.font(), 1.4)
        bar.setIconSize(QSize(size, size))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in _TOOLBAR:
            if name in _RENAMED:
                self.still_buttons.append(StillButton(self._actions[name], bar))
                bar.addWidget(self.still_buttons[-1])
            elif name:
                bar.addAction(self._actions[name])
            else:
                bar.addSeparator()
        return bar

    def follow_scheme(self) -> None:
        """Give the actions their icons in the colours of the scheme, and tick high contrast."""
        _draw_icons(self._actions, self.toolbar.iconSize().width())
        self._actions["contrast"].setChecked(is_high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything fit into another width."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def showEvent(self, event: QShowEvent) -> None:
        """Measure once more in the style that it is shown with."""
        super().showEvent(event)
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        """Put the toolbar beside the menus or below, with the words that there is room for."""
        direction = QBoxLayout.Direction
        self._write({*_WITHOUT_WORDS, *_WORDS_GIVEN_UP})
        menus = self.menu_bar.sizeHint().width()
        is_beside = menus + self.toolbar.sizeHint().width() <= width
        self._line.setDirection(direction.LeftToRight if is_beside else direction.TopToBottom)
        room = width - menus if is_beside else width
        for given_up in range(len(_WORDS_GIVEN_UP) + 1):
            self._write({*_WITHOUT_WORDS, *_WORDS_GIVEN_UP[:given_up]})
            if self.toolbar.sizeHint().width() <= room:
                return

    def _write(self, wordless: set[str]) -> None:
        """Give the buttons of the toolbar their words, but for some."""
        style = Qt.ToolButtonStyle
        for name in _TOOLBAR:
            if name and name not in _RENAMED:
                button = cast("QToolButton", self.toolbar.widgetForAction(self._actions[name]))
                is_bare = name in wordless
                button.setToolButtonStyle(
                    style.ToolButtonIconOnly if is_bare else style.ToolButtonTextBesideIcon
                )


class StillButton(QToolButton):
    """A toolbar's button for an action that every edit renames: nothing is laid out anew for it.

    Qt lays out a whole toolbar whenever an action on it changes in any way.
    """

    def __init__(self, action: QAction, bar: QToolBar) -> None:
        super().__init__(bar)
        self._action = action
        self.setIconSize(bar.iconSize())
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # as Qt's own on a toolbar
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        action = self._action
        self.setEnabled(action.isEnabled())
        self.setToolTip(action.toolTip())
        self.setAccessibleName(action.text())
        if self.icon().cacheKey() != action.icon().cacheKey():
            self.setIcon(action.icon())


def _draw_icons(actions: Mapping[str, QAction], size: int) -> None:
    """Give the actions their icons in the colours of the scheme."""
    for declared in ACTIONS:
        if declared.icon:
            actions[declared.name].setIcon(icon(declared.icon, size=size))


def _add_menus(
    bar: QMenuBar, window: QMainWindow, actions: Mapping[str, QAction]
) -> dict[str, QMenu]:
    """Fill the menu bar; return its menus by title."""
    menus = {}
    for title in dict.fromkeys(declared.menu for declared in ACTIONS):
        menu = QMenu(title, window)  # the window owns it: the menu bar's own wrappers vanish
        for declared in (d for d in ACTIONS if d.menu == title):
            if declared.is_first:
                menu.addSeparator()
            menu.addAction(actions[declared.name])
        bar.addMenu(menu)
        menus[title] = menu
    return menus


def build_recent_menu(
    window: QMainWindow, recent: Callable[[], list[Path]], use: Callable[[Path], None]
) -> QMenu:
    """Return the menu of the files used lately, read anew each time it is opened."""
    menu = QMenu("最近的文件", window)

    def fill() -> None:
        menu.clear()
        for path in recent():
            menu.addAction(str(path)).triggered.connect(lambda _=False, path=path: use(path))
        if not menu.actions():
            menu.addAction("还没有").setEnabled(False)

    menu.aboutToShow.connect(fill)
    return menu
