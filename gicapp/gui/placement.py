"""Where the window stands on the screen: as it was left, else so that everything fits."""

from typing import Final

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtWidgets import QWidget

_KEY: Final = "geometry"
_ROOMY: Final = QSize(1600, 900)  # on a screen smaller than this the window takes all of it


def place(window: QWidget, settings: QSettings) -> None:
    """Give a window the place it had last, or one that suits the screen."""
    left = settings.value(_KEY)
    if isinstance(left, QByteArray) and window.restoreGeometry(left):
        return
    available = window.screen().availableGeometry()
    if available.width() < _ROOMY.width() or available.height() < _ROOMY.height():
        window.resize(window.sizeHint().boundedTo(available.size()))
        window.setWindowState(Qt.WindowState.WindowMaximized)
        return
    window.resize(_ROOMY)
    window.move(available.center() - window.rect().center())


def remember(window: QWidget, settings: QSettings) -> None:
    """Note where a window stands, for the next start."""
    settings.setValue(_KEY, window.saveGeometry())
