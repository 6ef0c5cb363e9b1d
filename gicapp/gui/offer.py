"""What the program tells the user together with what can be done about it, without a box."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """A button of an offer: its words and what it does."""

    text: str
    act: Callable[[], object]


@dataclass(frozen=True)
class Offer:
    """A text with choices; a grave one tells of something that was not done."""

    text: str
    choices: tuple[Choice, ...] = ()
    grave: bool = False
