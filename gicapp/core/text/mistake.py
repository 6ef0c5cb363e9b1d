"""What a slip of the pen is: a place in a text, and what to do about it."""

from typing import NamedTuple


class Mistake(NamedTuple):
    """A slip of the pen at a place of the text as it was given, with its Chinese message.

    `wrong`: it is a mistake wherever it stands, not only against the standard or likely one.
    `half_width`: it is half-width signs, which are told once a report.
    """

    start: int
    end: int
    message: str
    wrong: bool = True
    half_width: bool = False
