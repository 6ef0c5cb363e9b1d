"""The day by which a report is to be public: what the law sets, or local rules in its place."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from gicapp.core.days import LEAP_YEAR, day_of
from gicapp.core.report import Level, Unit, unit_named
from gicapp.errors import GicError

_OFFICE: Final = re.compile(r"(办公厅|办公室)$")
_TYPED: Final = re.compile(
    r"(?:(?P<year>\d{4})[-./年])?(?P<month>\d{1,2})[-./月](?P<day>\d{1,2})日?前?"
)


@dataclass(frozen=True)
class Deadline:
    """The last day, and who sets it in Chinese words."""

    day: date
    source: str


def deadline_of(unit: Unit, report_year: int) -> Deadline | None:
    """Return the last day to publish a year's report; None where neither law nor place sets one."""
    set_by_law = lawful_day(unit)
    month_day = unit.deadline or set_by_law
    if month_day is None:
        return None
    month, day = month_day
    year = report_year + 1
    last = date(year, month, min(day, monthrange(year, month)[1]))
    return Deadline(last, "本地规定" if unit.deadline else "条例规定")


def lawful_day(unit: Unit) -> tuple[int, int] | None:
    """Return month and day by which the body publishes (条例第四十九条); None where it sets none.

    The name decides where it tells more than the level, which a report that was read lacks. A
    government's office may publish in its name.
    """
    named = unit_named(_OFFICE.sub("", unit.name)).level
    level = named if unit.level is Level.DEPARTMENT or named is Level.TOWNSHIP else unit.level
    if level in (Level.TOWNSHIP, Level.OTHER):
        return None
    return (3, 31) if level is Level.GOVERNMENT else (1, 31)


def is_day(month: int, day: int) -> bool:
    """Tell whether a year has such a day."""
    return day_of(LEAP_YEAR, month, day) is not None


def parse_deadline(text: str, report_year: int | None) -> tuple[int, int] | None:
    """Return month and day of a typed one (2月20日, 2-20, 2025年2月20日); nothing is None.

    Raise GicError for other text and for a year in which the report is not published.
    """
    words = "".join(text.split())
    if not words:
        return None
    match = _TYPED.fullmatch(words)
    if match is None or not is_day(int(match["month"]), int(match["day"])):
        raise GicError(f"“{text.strip()}”不是日期，请填月和日，如 2月20日；没有本地规定的留空。")
    if match["year"] and report_year is not None and int(match["year"]) != report_year + 1:
        raise GicError(f"{report_year}年度的报告在{report_year + 1}年公布，请核对年份。")
    return int(match["month"]), int(match["day"])


def show_day(day: tuple[int, int]) -> str:
    """Return month and day in Chinese."""
    return f"{day[0]}月{day[1]}日"
