"""Shares as texts write them: a part in percent of a whole, rounded to the places that are told."""

from decimal import ROUND_HALF_UP, Decimal

from gicapp.form.values import Number


def is_share(told: Decimal, part: Number, whole: Number, slack: Decimal) -> bool:
    """Tell whether a percentage is that of a part in a whole, `slack` points beyond rounding."""
    if not whole:
        return False
    return abs(Decimal(part) * 100 / whole - told) <= Decimal(5).scaleb(-_places(told) - 1) + slack


def share_in(part: Number, whole: Number, told: Decimal) -> Decimal:
    """Return the percentage of a part in a whole that is not 0, to as many places as are told."""
    share = Decimal(part) * 100 / whole
    return share.quantize(Decimal(1).scaleb(-_places(told)), ROUND_HALF_UP)


def _places(told: Decimal) -> int:
    return -int(told.as_tuple().exponent)
