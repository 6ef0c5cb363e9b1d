"""The slips of a hand that types a number, and how likely each is."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gicapp.form.values import Number


@dataclass(frozen=True, slots=True)
class Slip:
    """A way to get a number wrong: its Chinese name, and what it costs to believe in it."""

    name: str
    cost: float


_SWAPPED: Final = Slip("两位数字颠倒", 0.0)
_DOUBLED: Final = Slip("多打了一位数字", 0.1)
_LOST: Final = Slip("少打了一位数字", 0.1)
_SCALED: Final = Slip("小数点或单位错位", 0.05)
_DIGIT: Final = Slip("一位数字打错", 0.2)
_NEXT: Final = Slip("相差 1", 0.3)
_SIGN: Final = Slip("误加负号", 0.05)
_MISSED: Final = Slip("漏填", 0.4)
_STRAY: Final = Slip("误填", 0.4)
_ANY: Final = Slip("", 1.0)


def slip_between(there: Number, meant: Number) -> Slip:
    """Return the likeliest slip that turns the number meant into the one that is there."""
    if there == 0 or meant == 0:
        return _MISSED if there == 0 else _STRAY
    if there == -meant:
        return _SIGN
    if _scaled(there, meant):
        return _SCALED
    slip = _of_digits(str(there), str(meant))
    return _NEXT if abs(there - meant) == 1 and slip.cost > _NEXT.cost else slip


def is_slip(there: Number, meant: Number) -> bool:
    """Tell whether a slip that has a name turns the number meant into the one that is there."""
    return slip_between(there, meant) is not _ANY


def is_swapped(there: Number, meant: Number) -> bool:
    """Tell whether two digits next to each other are swapped."""
    return there != meant and slip_between(there, meant) is _SWAPPED


def _of_digits(typed: str, right: str) -> Slip:
    if len(typed) == len(right):
        return _same_length(typed, right)
    longer, shorter = sorted([typed, right], key=len, reverse=True)
    if len(longer) == len(shorter) + 1 and _without_one(longer, shorter):
        return _DOUBLED if longer == typed else _LOST
    return _ANY


def _same_length(typed: str, right: str) -> Slip:
    differing = [n for n, pair in enumerate(zip(typed, right, strict=True)) if pair[0] != pair[1]]
    if len(differing) == 1:
        return _DIGIT
    first, last = differing[0], differing[-1]
    swapped = typed[first] == right[last] and typed[last] == right[first]
    return _SWAPPED if len(differing) == 2 and last == first + 1 and swapped else _ANY


def _scaled(there: Number, meant: Number) -> bool:
    """Tell whether two numbers differ by the place of the decimal point alone."""
    one, other = Decimal(there).normalize(), Decimal(meant).normalize()
    return one.as_tuple().digits == other.as_tuple().digits and (one < 0) == (other < 0)


def _without_one(longer: str, shorter: str) -> bool:
    return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))
