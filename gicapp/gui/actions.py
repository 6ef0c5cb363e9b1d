"""The window's actions, declared once: words, icon, keys; the window's head is made of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence


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
    is_first: bool = False  # of a group: a line stands above it in the menu


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
        is_first=True,
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
        is_first=True,
    ),
    Declared("print", "文件", "打印…", "print", "Ctrl+P", "打印报告，与预览的页面相同"),
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
    Declared(
        "rounds",
        "文件",
        "送审记录…",
        "",
        "Ctrl+H",
        "比较各次送审的稿子，可以回到其中一稿",
        is_first=True,
    ),
    Declared(
        "compare", "文件", "与文件比较…", "", "", "把公布的网页、附件或者另一稿与报告逐格逐句比较"
    ),
    Declared("versions", "文件", "以前的版本…", "", "", "查看以前保存的版本，可以恢复"),
    Declared("sample", "文件", "打开样例", "sample", "", "打开一份填好的样例报告", is_first=True),
    Declared("quit", "文件", "退出", "", "Ctrl+Q", "关闭程序", is_first=True),
    Declared("undo", "编辑", "撤销", "undo", "Ctrl+Z", "撤销上一步"),
    Declared("redo", "编辑", "重做", "redo", "Ctrl+Y", "重做撤销的一步"),
    Declared(
        "find",
        "编辑",
        "查找和替换…",
        "find",
        "Ctrl+F",
        "在表格和文字中查找、替换",
        "查找",
        is_first=True,
    ),
    Declared("findings", "查看", "检查结果栏", "warning", "F8", "显示或隐藏检查结果"),
    Declared("next_finding", "查看", "下一条检查结果", "", "F4", "转到下一条检查结果所在的位置"),
    Declared(
        "previous_finding", "查看", "上一条检查结果", "", "Shift+F4", "转到上一条检查结果所在的位置"
    ),
    Declared(
        "contrast",
        "查看",
        "高对比度",
        "",
        "",
        "用黑底白字显示，或者换回原来的颜色",
        checkable=True,
        is_first=True,
    ),
    Declared(
        "next_pane",
        "查看",
        "下一栏",
        "",
        "F6",
        "在目录、正文、检查结果和预览之间移动光标",
        is_first=True,
    ),
    Declared("previous_pane", "查看", "上一栏", "", "Shift+F6", "反方向在各栏之间移动光标"),
    Declared(
        "preview",
        "查看",
        "预览",
        "preview",
        "F9",
        "显示将要打印的页面，随填随变",
        checkable=True,
        is_first=True,
    ),
    Declared("checklist", "查看", "送审清单", "checklist", "F7", "还差什么才可以送审"),
    Declared("manual", "帮助", "使用手册", "help", "F1", "打开使用手册，不需要联网"),
)


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
