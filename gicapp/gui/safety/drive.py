"""The drive that a file is on, which may go and come back: a share, a stick."""

from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from gicapp.files.stamp import is_there


@dataclass(frozen=True)
class Drive:
    """The number of a drive, and its topmost folder."""

    device: int
    top: Path

    def is_cut_off(self, path: Path) -> bool:
        """Tell whether a file that was here is gone together with its drive.

        A share that is lost leaves an empty folder behind in which a save would seem to succeed.
        One that came back may have another number, but again another one than the folder above.
        """
        if is_there(path):
            return False
        device = device_of(path)
        if device is None or device == self.device:
            return device is None
        top, above = device_of(self.top / path.name), device_of(self.top)
        return device != top or top == above


def drive_of(path: Path) -> Drive | None:
    """Return the drive that a file's folder is on, None where there is none."""
    device = device_of(path)
    if device is None:
        return None
    folders = path.absolute().parents
    same = takewhile(lambda folder: device_of(folder / path.name) == device, folders)
    return Drive(device, list(same)[-1])


def device_of(path: Path) -> int | None:
    """Return the number of the drive that a file's folder is on, None where there is none."""
    try:
        return path.parent.stat().st_dev
    except OSError:
        return None
