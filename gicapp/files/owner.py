"""Who works on a report file: a small note beside it, as office programs leave one."""

import getpass
import json
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4


@dataclass(frozen=True)
class Owner:
    """A person at a computer; `token` is unique to one window, `since` an ISO time."""

    user: str
    computer: str
    since: str
    token: str

    @property
    def name(self) -> str:
        """Return in Chinese who it is and where."""
        who = self.user or "另一位用户"
        return f"{who}（电脑 {self.computer}）" if self.computer else who


def lock_path(path: Path) -> Path:
    """Return where the lock of a report file lies."""
    return path.with_name(f"~${path.name}.lock")


def note_path(path: Path) -> Path:
    """Return where the note on who holds the lock lies."""
    return path.with_name(f"~${path.name}.owner")


def this_owner() -> Owner:
    """Return a new owner: this user at this computer, now."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system account without a name
        user = ""
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return Owner(user, platform.node(), since, uuid4().hex)


def write_owner(path: Path, owner: Owner) -> None:
    """Note who holds the lock; a folder that cannot be written gets no note."""
    with suppress(OSError):
        note_path(path).write_text(json.dumps(asdict(owner), ensure_ascii=False), "utf-8")


def read_owner(path: Path) -> Owner | None:
    """Return who the note beside a report file names; None where there is none."""
    try:
        said = json.loads(note_path(path).read_text("utf-8"))
        return Owner(*(str(said[name]) for name in ("user", "computer", "since", "token")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remove_owner(path: Path) -> None:
    """Take the note away."""
    with suppress(OSError):
        note_path(path).unlink()
