"""Work beside the window whose outcome the session takes over."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from gicapp.errors import GicError
from gicapp.gui.background import Wanted, Work

if TYPE_CHECKING:
    from gicapp.gui.session import Session

_Result = TypeVar("_Result")


def wait_for(
    session: "Session",
    words: str,
    act: Callable[[Wanted], _Result],
    then: Callable[[_Result], object],
) -> Work:
    """Do work beside the window, then take over what came of it; what fails is said.

    The window shows the `words` with a way to cancel when it takes long. Another report in the
    window cancels it.
    """
    work = Work(words, act, session)

    def take(result: _Result) -> None:
        try:
            then(result)
        except GicError as error:
            session.refuse(error)

    work.done.connect(take)
    work.failed.connect(session.refuse)
    session.replaced.connect(work.cancel)
    session.begun.emit(work)
    work.start()
    return work
