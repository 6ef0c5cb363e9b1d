"""Where the program keeps what belongs to this user of this machine."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def recovery_folder() -> Path:
    """Return where the copies of unsaved work are kept."""
    return _own() / "recovery"


def versions_folder() -> Path:
    """Return where the saved versions of report files are kept."""
    return _own() / "versions"


def _own() -> Path:
    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "gicapp"
