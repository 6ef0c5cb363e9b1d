"""The page that the program begins with: what one can start from."""

from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gicapp.files.stamp import is_there
from gicapp.gui.appearance import GAP, ems, scaled
from gicapp.gui.background import Work
from gicapp.gui.documents import Documents
from gicapp.gui.icons import icon

_CHOICES: Final = (
    ("new_from", "prior", "从上年报告开始", "选上年的 Word、Excel 或网页，接续结转数和文字"),
    ("new", "new", "新建报告", "填机关名称和年度，标题、统计期限和提纲替您拟好"),
    ("open", "open", "打开报告", "打开已经保存的报告文件（.gic）"),
    ("import", "import", "导入已有数据", "从 Excel、WPS 表格、Word 等文件读入本年数据"),
    ("sample", "sample", "看看样例", "打开一份填好的样例报告，可以随意试用"),
)
_MOST_RECENT: Final = 5


class StartPage(QWidget):
    """The ways to begin, and the files used lately."""

    def __init__(self, actions: Mapping[str, QAction], documents: Documents) -> None:
        super().__init__()
        outer = QHBoxLayout(self)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        outer.addStretch(1)
        outer.addLayout(column, 0)
        outer.addStretch(1)
        column.addStretch(1)
        title = QLabel("政府信息公开工作年度报告")
        title.setFont(scaled(self.font(), 1.7, bold=True))
        column.addWidget(title)
        what = QLabel("填写、核对并导出年度报告。全部在本机完成，不需要联网。")
        what.setObjectName("muted")
        column.addWidget(what)
        column.addSpacing(2 * GAP)
        for name, picture, text, explanation in _CHOICES:
            column.addWidget(_Choice(actions[name], picture, text, explanation))
        self._add_recent(column, documents)
        hint = QLabel("也可以把上年的 Word 或 Excel 文件拖到这个窗口里。")
        hint.setObjectName("muted")
        column.addSpacing(GAP)
        column.addWidget(hint)
        column.addStretch(2)

    def _add_recent(self, column: QVBoxLayout, documents: Documents) -> None:
        paths = documents.recent()
        head = QLabel("最近的文件")
        head.setFont(scaled(self.font(), 1.0, bold=True))
        head.setContentsMargins(0, 2 * GAP, 0, 0)
        column.addWidget(head)
        buttons = {path: _recent_button(path, documents) for path in paths}
        for button in buttons.values():
            column.addWidget(button)

        def show(there: Collection[Path]) -> None:
            for path in paths:
                buttons[path].setVisible(path in there)
            head.setVisible(bool(there))

        show(paths[:_MOST_RECENT])
        # on a share that does not answer they stay: opening says what is the matter
        look = Work("", lambda _: [path for path in paths if is_there(path)][:_MOST_RECENT], self)
        look.done.connect(show)
        look.start()


def _recent_button(path: Path, documents: Documents) -> QToolButton:
    button = QToolButton()
    button.setObjectName("recent")
    button.setText(path.name)
    button.setToolTip(str(path))
    button.clicked.connect(partial(documents.open, path))
    return button


class _Choice(QToolButton):
    """One way to begin: its icon, its name, and under that what it does."""

    def __init__(self, action: QAction, picture: str, name: str, explanation: str) -> None:
        super().__init__()
        self._picture, self._icon = picture, QLabel()
        self.setObjectName("start")
        self.setMinimumWidth(ems(self.font(), 34))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setAccessibleDescription(explanation)
        self.clicked.connect(action.trigger)
        head, words = QLabel(name), QLabel(explanation)
        head.setFont(scaled(self.font(), 1.0, bold=True))
        words.setObjectName("muted")
        row, column = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        row.setSpacing(2 * GAP)
        column.setSpacing(2)
        row.addWidget(self._icon)
        row.addLayout(column, 1)
        column.addWidget(head)
        column.addWidget(words)
        for label in (self._icon, head, words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumHeight(row.minimumSize().height())
        self._draw()

    def _draw(self) -> None:
        size = ems(self.font(), 1.8)
        self._icon.setPixmap(icon(self._picture, size=size).pixmap(QSize(size, size)))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_icon"):
            self._draw()
