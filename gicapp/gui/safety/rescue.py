"""What happens when the program itself fails: it is logged, the report is safe, the user told."""

import logging
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths

from gicapp.errors import GicError

if TYPE_CHECKING:
    from collections.abc import Callable

    from gicapp.gui.session import Session

_COPY: Final = "recovered.gic"
_log = logging.getLogger(__name__)


def own_folder() -> Path:
    """Return where the program keeps its log and its copies of work."""
    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "gicapp"


class Rescue:
    """The hook for failures that nobody expected."""

    def __init__(self, session_of: "Callable[[], Session]", folder: Path) -> None:
        self._session_of = session_of
        self._folder = folder

    def install(self) -> None:
        """Put the hook in its place; work beside the window raises in the window's thread, too."""
        sys.excepthook = self.failed

    def failed(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Log a failure, keep a copy of the report, and say so; what was asked for is said."""
        if isinstance(error, GicError):
            self._session_of().refuse(error)
            return
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or KeyboardInterrupt(), trace)
            return
        _log.critical("unexpected failure", exc_info=(kind, error or kind(), trace))
        self._session_of().refuse(f"程序出了意外，刚才的操作可能没有完成。{self._keep()}")

    def _keep(self) -> str:
        """Save a copy of the report aside; return what to tell the user about it."""
        from gicapp.files.store import save_report

        path = self._folder / _COPY
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            save_report(path, self._session_of().report)
        except (GicError, OSError):
            _log.exception("no copy could be kept")
            return "报告仍在窗口中，请马上用“另存为”保存。"
        return f"报告仍在窗口中，另有一份副本在“{path}”。请保存后重新打开程序。"


def log_to(folder: Path) -> None:
    """Write the log into a folder, where that can be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.FileHandler(folder / "gicapp.log", encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    logging.basicConfig(
        level=logging.INFO,
        handlers=[handler],
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
    )
