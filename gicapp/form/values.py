"""What a cell can hold: an exact number, blank, or not applicable. Three different things."""

from decimal import Decimal
from enum import Enum
from typing import Final, TypeAlias, TypeGuard


class NotApplicable(Enum):
    """The type of the “/” that some bodies write where a row cannot apply to them."""

    SLASH = "/"


NOT_APPLICABLE: Final = NotApplicable.SLASH
BLANK: Final = None

Number: TypeAlias = int | Decimal
Value: TypeAlias = Number | NotApplicable | None


def is_number(value: Value) -> TypeGuard[Number]:
    """Tell whether a value can be reckoned with; blank and “/” cannot."""
    return value is not BLANK and value is not NOT_APPLICABLE


def exact(number: Number) -> Number:
    """Return the shortest exact form: a whole decimal becomes an int."""
    return int(number) if number == int(number) else number


def show(value: Value) -> str:
    """Write a value as it stands in the table: digits, “/”, or nothing at all."""
    if value is BLANK:
        return ""
    if value is NOT_APPLICABLE:
        return "/"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
