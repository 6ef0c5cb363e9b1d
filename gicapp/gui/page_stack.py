"""Pages of which one is seen; one that has too little room scrolls, so that any window fits."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Holds pages, each in an area that scrolls; what is no page is added as any widget."""

    def __init__(self) -> None:
        super().__init__()
        self._areas: dict[QWidget, QScrollArea] = {}

    def add(self, page: QWidget) -> None:
        """Take a page in, without showing it."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        self._areas[page] = area
        self.addWidget(area)

    def show_page(self, page: QWidget) -> None:
        """Show a page that was taken in."""
        self.setCurrentWidget(self._areas[page])

    @property
    def shown(self) -> QWidget | None:
        """Return the page that is shown, None before there is one."""
        area = self.currentWidget()
        return next((page for page, own in self._areas.items() if own is area), None)

    def drop(self, page: QWidget) -> None:
        """Let go of a page for good."""
        area = self._areas.pop(page)
        self.removeWidget(area)
        area.deleteLater()
