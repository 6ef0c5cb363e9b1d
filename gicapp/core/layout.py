"""How the Word document shall look, where the standard or the house leaves a choice."""

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812  # a field is called date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from gicapp.core.charts import ChartKind


class PageNumber(StrEnum):
    """Where the page number stands; GB/T 9704 puts it on the outer side."""

    OUTER = "outer"
    CENTRE = "centre"
    NONE = "none"


class TableSize(StrEnum):
    """The size of table text: 五号 is 10.5 pt, 小五 is 9 pt."""

    MIXED = "mixed"
    LARGE = "large"
    SMALL = "small"


PAGE_NUMBER_NAMES: Final = MappingProxyType(
    {
        PageNumber.OUTER: "外侧（单页居右、双页居左）",
        PageNumber.CENTRE: "居中",
        PageNumber.NONE: "不要页码",
    }
)
TABLE_SIZE_NAMES: Final = MappingProxyType(
    {
        TableSize.MIXED: "五号，第三部分小五号",
        TableSize.LARGE: "全部五号",
        TableSize.SMALL: "全部小五号",
    }
)
TABLE_FACES: Final = ("宋体", "仿宋_GB2312", "仿宋")
DIGIT_FACES: Final = ("Times New Roman", "仿宋_GB2312", "宋体")
PITCHES: Final = tuple(Decimal(pitch) for pitch in ("28", "28.5", "28.95", "29", "29.5", "30"))


@dataclass(frozen=True)
class Layout:
    """The choices for a Word document; the defaults are those of GB/T 9704 and of most offices.

    `lead`: print the lead paragraph. `signature`: the unit's name, and the `date` where one is
    given, at the end. `number`: the document number above the title. `charts` are put after the
    table of applications. `pitch`: points from line to line. `digit_face`: the face of digits
    and Latin letters in text and tables. What a unit's own template settles itself (pitch, page
    number, faces, table text) holds for the official template only.
    """

    lead: bool = True
    signature: bool = False
    date: Date | None = None
    number: str = ""
    charts: tuple[ChartKind, ...] = ()
    pitch: Decimal = Decimal(29)
    page_number: PageNumber = PageNumber.OUTER
    digit_face: str = DIGIT_FACES[0]
    table_face: str = TABLE_FACES[0]
    table_size: TableSize = TableSize.MIXED


STANDARD: Final = Layout()


def written_date(day: Date | None) -> str:
    """Write a date as documents do: 2024年3月5日, without leading zeros; nothing for None."""
    return "" if day is None else f"{day.year}年{day.month}月{day.day}日"
