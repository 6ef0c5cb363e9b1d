"""What the program tells the user together with what can be done about it, without a box."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gicapp.gui.session import Session


@dataclass(frozen=True)
class Choice:
    """A button of an offer: its words and what it does."""

    text: str
    act: Callable[[], object]


@dataclass(frozen=True)
class Offer:
    """A text with choices; a grave one tells of something that was not done.

    A passing one is taken off by the next change of the report.
    """

    text: str
    choices: tuple[Choice, ...] = ()
    grave: bool = False
    passing: bool = False


def offer_undo(session: "Session", text: str, words: str = "撤销") -> None:
    """Tell what was done just now, with a button that takes it back while nothing came after."""
    session.offered.emit(Offer(text, (Choice(words, session.undo),), passing=True))
