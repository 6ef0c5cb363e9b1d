"""The exact number that a spreadsheet cell shows, from how the file stores it."""

import re
from decimal import Context, InvalidOperation
from typing import Final

from gicapp.form.values import Number, exact

_DIGITS: Final = Context(prec=15)  # what Excel keeps and shows of any number
_WRITTEN: Final = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?\s*", re.ASCII)
_LARGEST: Final = 10**15


def from_float(value: float) -> Number:
    """Return a stored, finite binary number as Excel shows it.

    `repr` gives the shortest digits that stand for the stored number; Excel shows at most 15
    of them, so that the noise of binary sums (0.30000000000000004) is not taken for a figure.
    """
    if value.is_integer() and -_LARGEST < value < _LARGEST:
        return int(value)
    return exact(_DIGITS.create_decimal(repr(value)))


def from_written(text: str) -> Number | None:
    """Return a number as written in a file, to 15 significant digits; None for anything else.

    Noughts behind the last digit are dropped, as sheets do.
    """
    if _WRITTEN.fullmatch(text) is None:
        return None
    try:
        return exact(_DIGITS.create_decimal(text.strip()).normalize(_DIGITS))
    except InvalidOperation:
        return None


def shown(number: Number) -> str:
    """Write a number in plain digits, without an exponent."""
    return str(number) if type(number) is int else f"{number:f}"
