"""Days of the calendar, from the numbers that are written."""

from datetime import date
from typing import Final

LEAP_YEAR: Final = 2024  # any: it has every day that a year can have


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day; None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
