"""The choice of a Word template: the official one, or a unit's own that may lie on a share."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from gicapp.files.stamp import is_there
from gicapp.gui.background import Work
from gicapp.gui.dialogs import Dialogs
from gicapp.gui.output.exporting import check_template
from gicapp.gui.session import Session
from gicapp.gui.session_work import wait_for

_OFFICIAL: Final = "官方格式（本程序自带）"
_CHOOSE: Final = "选择本单位模板…"


class TemplateChoice(QComboBox):
    """Offers the official template, the unit's own one, and to choose another.

    `changed`: another template is to be used, or `state` is another text.
    """

    changed = Signal()

    def __init__(self, session: Session, dialogs: Dialogs, template: Path | None) -> None:
        super().__init__()
        self._session, self._dialogs = session, dialogs
        self.template = template
        self.folder = ""  # where the choice begins
        self._chosen: Work | None = None  # looks at a template that was chosen just now
        self._kept: Work | None = None  # looks whether that of the last time is still there
        self.setToolTip("本单位模板：含有官方表格和标题的 .docx，红头、版式照用")
        self._fill()
        self.activated.connect(self._take)
        if template is not None:
            self._look_for(template)

    @property
    def is_open(self) -> bool:
        """Tell whether it is not known yet which template is to be used."""
        return self._chosen is not None and not self._chosen.has_ended

    @property
    def state(self) -> str:
        """Return in Chinese what is still waited for; nothing where all is known."""
        if self.is_open:
            return "正在查看所选的模板，看完就可以导出。"
        if self.template is not None and self._kept is not None and not self._kept.has_ended:
            return f"模板“{self.template.name}”所在的位置还没有回应，不等就改选官方格式。"
        return ""

    def leave(self) -> None:
        """Wait for no template any more."""
        if self._chosen is not None:
            self._chosen.cancel()

    def _look_for(self, template: Path) -> None:
        """Give up a template that is no longer there; a share that hangs hinders nobody."""
        self._kept = Work("", lambda _: is_there(template), self)
        self._kept.done.connect(lambda there: self._note_there(template, there=there))
        self._kept.start()

    def _note_there(self, template: Path, *, there: bool) -> None:
        if not there and self.template == template:
            self._use(None)
            self._session.refuse(
                f"找不到本单位模板“{template}”，已改用官方格式。要用它，请重新选择。"
            )
        self.changed.emit()

    def _use(self, template: Path | None) -> None:
        self.template = template
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        self.clear()
        self.addItem(_OFFICIAL)
        if self.template is not None:
            self.addItem(f"本单位模板：{self.template.name}")
            self.setCurrentIndex(1)
        self.addItem(_CHOOSE)

    def _take(self, place: int) -> None:
        self.leave()  # the last one that was chosen is meant
        if place == 0:
            self._use(None)
            return
        if place == self.count() - 1:
            self._choose()
        self._fill()

    def _choose(self) -> None:
        """Ask for a unit's own template, and look beside the window whether it can be filled."""
        path = self._dialogs.file_to_open("选择本单位模板", "Word 文档 (*.docx)", self.folder)
        if path is None:
            return
        form = self._session.form
        self._chosen = wait_for(
            self._session,
            f"正在查看模板“{path.name}”",
            lambda _: check_template(path, form),
            lambda _: self._use(path),
        )
        self._chosen.ended.connect(self.changed)
        self.changed.emit()
