"""The window's actions, declared once: words, icon, keys; menus and toolbar are made of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton

from gicapp.gui.appearance import ems
from gicapp.gui.icons import icon


@dataclass(frozen=True)
class Declared:
    """An action: its words in the menu, on the toolbar, its icon, its keys, what it does."""

    name: str
    menu: str
    text: str
    icon: str
    keys: str
    tip: str
    short: str = ""
    checkable: bool = False


ACTIONS: Final = (
    Declared("new", "文件", "新建", "new", "Ctrl+N", "新建一份年度报告"),
    Declared(
        "new_from",
        "文件",
        "从上年报告新建…",
        "prior",
        "Ctrl+Alt+N",
        "选上年报告，接续成本年报告：结转数、文字、标题都填好",
    ),
    Declared("open", "文件", "打开…", "open", "Ctrl+O", "打开已有的报告文件（.gic）", "打开"),
    Declared("save", "文件", "保存", "save", "Ctrl+S", "保存到报告文件"),
    Declared("save_as", "文件", "另存为…", "save-as", "Ctrl+Shift+S", "保存为另一个文件"),
    Declared(
        "import",
        "文件",
        "导入本年数据…",
        "import",
        "Ctrl+I",
        "从表格或文档读入本年的数据",
        "导入本年",
    ),
    Declared(
        "prior",
        "文件",
        "导入上年报告…",
        "prior",
        "Ctrl+L",
        "读入上年报告，用于跨年核对",
        "导入上年",
    ),
    Declared(
        "export",
        "文件",
        "导出…",
        "export",
        "Ctrl+E",
        "按公文格式生成 Word、PDF、网页、Excel 和核校单",
        "导出",
    ),
    Declared(
        "send",
        "文件",
        "送审…",
        "",
        "Ctrl+Shift+E",
        "导出送审稿，并把这一稿记在报告文件里",
    ),
    Declared(
        "edited", "文件", "核对改稿…", "", "", "读回领导改过的 Word 文件，逐格逐句核对，选择采纳"
    ),
    Declared("rounds", "文件", "送审记录…", "", "Ctrl+H", "比较各次送审的稿子，可以回到其中一稿"),
    Declared(
        "compare", "文件", "与文件比较…", "", "", "把公布的网页、附件或者另一稿与报告逐格逐句比较"
    ),
    Declared("versions", "文件", "以前的版本…", "", "", "查看以前保存的版本，可以恢复"),
    Declared("print", "文件", "打印…", "print", "Ctrl+P", "打印报告，与预览的页面相同"),
    Declared("sample", "文件", "打开样例", "sample", "", "打开一份填好的样例报告"),
    Declared("quit", "文件", "退出", "", "Ctrl+Q", "关闭程序"),
    Declared("undo", "编辑", "撤销", "undo", "Ctrl+Z", "撤销上一步"),
    Declared("redo", "编辑", "重做", "redo", "Ctrl+Y", "重做撤销的一步"),
    Declared("find", "编辑", "查找和替换…", "find", "Ctrl+F", "在表格和文字中查找、替换", "查找"),
    Declared("findings", "查看", "检查结果栏", "warning", "F8", "显示或隐藏右边的检查结果"),
    Declared("next_finding", "查看", "下一条检查结果", "", "F4", "转到下一条检查结果所在的位置"),
    Declared(
        "previous_finding", "查看", "上一条检查结果", "", "Shift+F4", "转到上一条检查结果所在的位置"
    ),
    Declared("contrast", "查看", "高对比度", "", "", "用黑底白字显示，或者换回原来的颜色"),
    Declared("next_pane", "查看", "下一栏", "", "F6", "在左边的目录、正文和检查结果之间移动光标"),
    Declared("previous_pane", "查看", "上一栏", "", "Shift+F6", "反方向在各栏之间移动光标"),
    Declared(
        "preview",
        "查看",
        "预览",
        "preview",
        "F9",
        "在右边显示将要打印的页面，随填随变",
        checkable=True,
    ),
    Declared("checklist", "查看", "送审清单", "checklist", "F7", "还差什么才可以送审"),
    Declared("manual", "帮助", "使用手册", "help", "F1", "打开使用手册，不需要联网"),
)
_TOOLBAR: Final = (
    "new", "open", "save", "", "import", "prior", "", "undo", "redo", "find", "",
    "preview", "checklist", "export",
)  # fmt: skip
_RENAMED: Final = ("undo", "redo")
_WITHOUT_WORDS: Final = ("find",)  # known by its icon, as those that are renamed
_WORDS_GIVEN_UP: Final = ("save", "open", "new", "preview", "checklist", "import", "prior")


def build_actions(owner: QObject, doing: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Return the declared actions by name, each connected to what it does."""
    made = {}
    for declared in ACTIONS:
        action = QAction(declared.text, owner)
        action.setShortcut(QKeySequence(declared.keys))
        action.setIconText(declared.short or declared.text)
        action.setCheckable(declared.checkable)
        keys = f"（{declared.keys}）" if declared.keys else ""
        action.setToolTip(f"{declared.tip}{keys}")
        act = doing[declared.name]
        action.triggered.connect(lambda _=False, act=act: act())
        made[declared.name] = action
        action.setIconVisibleInMenu(False)
    return made


def draw_icons(actions: Mapping[str, QAction], size: int) -> None:
    """Give the actions their icons in the colours of the scheme."""
    for declared in ACTIONS:
        if declared.icon:
            actions[declared.name].setIcon(icon(declared.icon, size=size))


def add_menus(window: QMainWindow, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Fill the menu bar; return its menus by title."""
    menus = {}
    for title in dict.fromkeys(declared.menu for declared in ACTIONS):
        menu = QMenu(title, window)  # the window owns it: the menu bar's own wrappers vanish
        menu.addActions([actions[d.name] for d in ACTIONS if d.menu == title])
        window.menuBar().addMenu(menu)
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


def add_toolbar(window: QMainWindow, actions: Mapping[str, QAction]) -> QToolBar:
    """Fill the toolbar with icons and words."""
    bar = QToolBar("工具栏")
    bar.setMovable(False)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    size = ems(window.font(), 1.4)
    bar.setIconSize(QSize(size, size))
    draw_icons(actions, size)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for name in _TOOLBAR:
        if name in _RENAMED:
            bar.addWidget(StillButton(actions[name], bar))
        elif name:
            bar.addAction(actions[name])
        else:
            bar.addSeparator()
    window.addToolBar(bar)
    return bar


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


def fit_toolbar(bar: QToolBar, actions: Mapping[str, QAction], room: int) -> None:
    """Give the buttons of a toolbar their words, fewer of them where the width lacks."""
    style = Qt.ToolButtonStyle
    named = [name for name in _TOOLBAR if name and name not in _RENAMED]
    buttons = {name: cast("QToolButton", bar.widgetForAction(actions[name])) for name in named}
    wordless = set(_WITHOUT_WORDS)
    for name, button in buttons.items():
        button.setToolButtonStyle(
            style.ToolButtonIconOnly if name in wordless else style.ToolButtonTextBesideIcon
        )
    for name in _WORDS_GIVEN_UP:
        if bar.sizeHint().width() <= room:
            return
        buttons[name].setToolButtonStyle(style.ToolButtonIconOnly)
