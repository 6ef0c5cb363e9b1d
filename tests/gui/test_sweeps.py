"""What is left behind in circles ends in the window's thread, whichever thread makes objects."""

import gc
from threading import Thread, get_ident
from weakref import finalize

from gicapp.gui.sweeps import Sweeper

_MANY = 200_000  # far more objects than bring a sweep about


class _Circle:
    def __init__(self) -> None:
        self.itself = self


def _make_many() -> None:
    kept = [[n] for n in range(_MANY)]
    assert len(kept) == _MANY


def test_a_circle_ends_in_the_windows_thread_only(sweeper: Sweeper) -> None:
    ended: list[int] = []
    finalize(_Circle(), lambda: ended.append(get_ident()))
    for _ in range(3):
        thread = Thread(target=_make_many)
        thread.start()
        thread.join()
    assert ended == []
    kept = [[n] for n in range(_MANY)]
    sweeper.sweep_if_due()
    assert ended == [get_ident()]
    assert len(kept) == _MANY
    assert not gc.isenabled()


def test_few_objects_bring_no_sweep_about(sweeper: Sweeper) -> None:
    gc.collect()
    ended: list[int] = []
    finalize(_Circle(), lambda: ended.append(get_ident()))
    sweeper.sweep_if_due()
    assert ended == []
    gc.collect()
    assert ended == [get_ident()]
