"""When Python looks for what is left behind in circles: seldom, so that no key waits for it."""

import gc
from typing import Final

_MADE: Final = 50_000  # objects more than there were; a check of a report makes some thousands
_ROUNDS: Final = (20, 50)  # of the sweeps through what is younger


def sweep_seldom() -> None:
    """Sweep after so many new objects that typing, which leaves no circles, brings none about."""
    gc.set_threshold(_MADE, *_ROUNDS)
