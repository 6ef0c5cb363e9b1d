"""Shares as texts write them: a part in percent of a whole, rounded to the places that are told."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from gicapp.core.text.listing import Listing
from gicapp.form.values import Number

_TOLD: Final = re.compile(
    r"(?P<part>\d{1,9})[件条份宗项个]，?占(?:比|总数的)?(?P<share>\d{1,2}(?:\.\d+)?)%"
)
_SLACK: Final = Decimal("0.05")


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


def parts_have_shares(listing: Listing) -> bool:
    """Tell whether a part's share is that of another part, so that it is none of the whole.

    事项 89 项，其中行政许可 57 项，全程网办的有 41 项，占比 71.9%: of the 57.
    """
    for match in _TOLD.finditer(listing.words):
        told, part = Decimal(match["share"]), int(match["part"])
        larger = [other.value for other in listing.parts if other.value > part]
        if not is_share(told, part, listing.whole.value, _SLACK):
            return any(is_share(told, part, other, _SLACK) for other in larger)
    return False
