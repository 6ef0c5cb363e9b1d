"""The preview beside the editor: shown on demand, following what is typed and where."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from gicapp.core.layout import Layout
from gicapp.gui.appearance import ems
from gicapp.gui.page import REPORT_SECTION
from gicapp.gui.pages.preview import PreviewPane
from gicapp.gui.workspace import Workspace

_NARROW: Final = 1500  # pixels: where the workspace is narrower the findings make room
_WIDTH: Final = 34  # characters


class SidePreview(QObject):
    """The pages as they will print, at the right of a workspace; `shown_changed` says whether."""

    shown_changed = Signal(bool)

    def __init__(self, workspace: Workspace, layout_of: Callable[[], Layout]) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.pane = PreviewPane(lambda: workspace.session.report, layout_of)
        self.pane.hide()
        self.pane.setMinimumWidth(ems(self.pane.font(), 18))
        workspace.addWidget(self.pane)
        self._hid_findings = False
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
        findings = self._workspace.findings
        if wanted:
            self._sizes_before = self._workspace.sizes()
            self._hid_findings = self._workspace.width() < _NARROW and not findings.isHidden()
            findings.setHidden(self._hid_findings or findings.isHidden())
            self.pane.show()
            self._make_room()
            self.follow(self._workspace.sections.currentRow())
        else:
            self.pane.hide()
            findings.setHidden(findings.isHidden() and not self._hid_findings)
            self._workspace.setSizes(self._sizes_before)
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
        """Take the width of the preview from the editor."""
        workspace = self._workspace
        sizes = workspace.sizes()
        wanted = ems(self.pane.font(), _WIDTH)
        sizes[1] = max(sum(sizes) - sizes[0] - sizes[2] - wanted, wanted)
        workspace.setSizes([*sizes[:-1], wanted])
