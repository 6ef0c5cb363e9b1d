"""The preview beside the editor: shown on demand, following what is typed and where."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gicapp.core.layout import Layout
from gicapp.gui.page import REPORT_SECTION
from gicapp.gui.pages.preview import PreviewPane
from gicapp.gui.workspace import Workspace


class SidePreview(QObject):
    """The pages as they will print, at the right of a workspace; `shown_changed` says whether."""

    shown_changed = Signal(bool)

    def __init__(self, workspace: Workspace, layout_of: Callable[[], Layout]) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.pane = PreviewPane(lambda: workspace.session.report, layout_of)
        workspace.columns.add(self.pane, wanted=False)
        workspace.columns.changed.connect(self._tell)
        self._was_shown = False
        workspace.session.changed.connect(self.pane.refresh)
        workspace.sections.currentRowChanged.connect(self.follow)

    @property
    def is_shown(self) -> bool:
        """Tell whether the preview is there."""
        return not self.pane.isHidden()

    def toggle(self) -> None:
        """Show the preview, in place of the page where there is no room, or take it away."""
        self._workspace.columns.toggle(self.pane)

    def show(self, *, wanted: bool = True) -> None:
        """Show the preview where there is room for it, or not at all."""
        self._workspace.columns.want(self.pane, wanted=wanted)

    def _tell(self) -> None:
        if self.is_shown is not self._was_shown:
            self._was_shown = self.is_shown
            self.follow(self._workspace.sections.currentRow())
            self.shown_changed.emit(self.is_shown)

    def follow(self, section: int) -> None:
        """Bring a section to the top of the view."""
        if not self.is_shown:
            return
        if section > REPORT_SECTION:
            self.pane.show_section(section)
        else:
            self.pane.view.verticalScrollBar().setValue(0)
