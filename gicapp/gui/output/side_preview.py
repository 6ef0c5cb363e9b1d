"""The preview beside the editor: shown on demand, following what is typed and where."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from gicapp.core.layout import Layout
from gicapp.gui.appearance import ems
from gicapp.gui.page import REPORT_SECTION
from gicapp.gui.pages.preview import PreviewPane
from gicapp.gui.workspace import Workspace

_NARROW: Final = 115  # characters: where the workspace is narrower the findings make room
_WIDTH: Final = 34  # characters
_LEGIBLE: Final = 28  # it gives up so much for a table, and no more
_NARROWEST: Final = 15
_TABLE: Final = 44  # what a table needs


class SidePreview(QObject):
    """The pages as they will print, at the right of a workspace; `shown_changed` says whether."""

    shown_changed = Signal(bool)

    def __init__(self, workspace: Workspace, layout_of: Callable[[], Layout]) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.pane = PreviewPane(lambda: workspace.session.report, layout_of)
        self.pane.hide()
        self.pane.setMinimumWidth(ems(self.pane.font(), _NARROWEST))
        workspace.addWidget(self.pane)
        self._sizes_before: list[int] = []
        workspace.session.changed.connect(self.pane.refresh)
        workspace.sections.currentRowChanged.connect(self.follow)

    @property
    def is_shown(self) -> bool:
        """Tell whether the preview is there."""
        return not self.pane.isHidden()

    def toggle(self) -> None:
        """Show the preview, or take it away."""
        self.show(wanted=not self.is_shown)

    def show(self, *, wanted: bool = True) -> None:
        """Show the preview or not; on a narrow window it stands where the findings were."""
        if wanted == self.is_shown:
            return
        workspace = self._workspace
        if wanted:
            self._sizes_before = workspace.sizes()
            is_narrow = workspace.width() < ems(workspace.font(), _NARROW)
            workspace.put_findings_aside("preview", wanted=is_narrow)
            self.pane.show()
            self._make_room()
            self.follow(self._workspace.sections.currentRow())
        else:
            self.pane.hide()
            workspace.put_findings_aside("preview", wanted=False)
            workspace.setSizes(self._sizes_before)
        self.shown_changed.emit(wanted)

    def follow(self, section: int) -> None:
        """Bring a section to the top of the view."""
        if not self.is_shown:
            return
        if section > REPORT_SECTION:
            self.pane.show_section(section)
        else:
            self.pane.view.verticalScrollBar().setValue(0)

    def _make_room(self) -> None:
        """Take the width of the preview from the editor, which keeps what it needs."""
        workspace, em = self._workspace, ems(self.pane.font(), 1)
        first, _, findings, _ = workspace.sizes()  # which lag behind what was shown just now
        findings = 0 if workspace.findings.isHidden() else findings
        room = workspace.width() - first - findings - 3 * workspace.handleWidth()
        least = workspace.shown_page.minimumSizeHint().width()
        middle = max(room - _WIDTH * em, min(room - _LEGIBLE * em, _TABLE * em), least)
        workspace.setSizes([first, middle, findings, room - middle])
