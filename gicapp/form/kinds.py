"""The kinds of cells: how each is parsed from what a person types, written, and validated."""

import re
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from gicapp.form.values import BLANK, NOT_APPLICABLE, Value, is_number, show

_PLAIN: Final = re.compile(r"[-+]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?")
_LIMIT: Final = 10**15
# Full-width forms and the ideographic space. Not NFKC, which makes 52 of 5² and 1 of ①.
_HALF_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


@dataclass(frozen=True)
class Kind:
    """A kind of value.

    `unit` is the unit of the number (件, 万元), `places` the decimals it may have; `sentence`
    says in Chinese what is allowed.
    """

    name: str
    unit: str
    places: int
    sentence: str

    def parse(self, text: str) -> Value:
        """Turn typed text into a value of this kind.

        Raise ValueError with a Chinese reason where the text is no such value. Full-width
        digits, thousands separators and blanks around are understood.
        """
        plain = text.translate(_HALF_WIDTH).strip()
        if not plain:
            return BLANK
        if plain == "/":
            return NOT_APPLICABLE
        if not _PLAIN.fullmatch(plain):
            raise ValueError(f"“{text.strip()}”不是数字，{self.sentence}。")
        number = Decimal(plain.replace(",", ""))
        value: Value = int(number) if "." not in plain else number
        reason = self.validate(value)
        if reason:
            raise ValueError(reason)
        return value

    def format(self, value: Value) -> str:
        """Write a value so that `parse` gives it back."""
        return show(value)

    def validate(self, value: Value) -> str | None:
        """Return the Chinese reason why a value is not of this kind, or None when it is."""
        if not is_number(value):
            return None
        number = Decimal(value)
        if number < 0:
            return f"{show(value)} 是负数，{self.sentence}。"
        if number >= _LIMIT:
            return f"这个数过大，{self.sentence}。"
        if -int(number.as_tuple().exponent) > self.places and number != number.quantize(
            Decimal(1).scaleb(-self.places)
        ):
            return f"{show(value)} 的小数过多，{self.sentence}。"
        return None


KINDS: Final = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("count", "件", 0, "这里只能填 0 或正整数"),
            Kind("amount", "万元", 6, "这里填以万元为单位的金额，最多 6 位小数"),
        )
    }
)
