"""When Python looks for what is left behind in circles: seldom, and in the window's thread alone.

By itself Python looks in whichever thread happens to make objects. What belongs to Qt must end in
its own thread, and a key should not wait for a search that typing did not bring about.
"""

import gc
from itertools import count
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY: Final = 2_000  # milliseconds between two looks at whether a sweep is due
_MADE: Final = 50_000  # objects more than there were; a check of a report makes some thousands
_WHOLE: Final = 10  # one sweep of so many goes through what is old, too


class Sweeper(QObject):
    """Sweeps in the thread that it was made in, and keeps Python from doing so in others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._sweeps = count(1)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.sweep_if_due)
        self._timer.start(_EVERY)

    def sweep_if_due(self) -> None:
        """Sweep if enough objects were made since the last time."""
        if gc.get_count()[0] >= _MADE:
            gc.collect(1 if next(self._sweeps) % _WHOLE else 2)
