"""The day of publication: typed, shown, and set by law or place."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.deadline import deadline_of, is_day, lawful_day, parse_deadline, show_day
from gicapp.core.report import Unit
from gicapp.errors import GicError


@given(st.dates())
def test_a_day_shown_is_read_again(day: date) -> None:
    month_day = day.month, day.day
    assert parse_deadline(show_day(month_day), None) == month_day


@pytest.mark.parametrize(
    "text", ["2月20日", "2-20", "02/20", " 2 月 20 日前", "2024年2月20日", "2024-02-20"]
)
def test_a_day_is_typed_in_many_ways(text: str) -> None:
    assert parse_deadline(text, 2023) == (2, 20)


@pytest.mark.parametrize("text", ["二月", "13月1日", "2月30日", "0-0", "20日", "2025年2月20日"])
def test_what_is_no_day_of_publication_is_refused_in_words(text: str) -> None:
    with pytest.raises(GicError, match="请"):
        parse_deadline(text, 2023)


def test_nothing_typed_is_no_local_rule() -> None:
    assert parse_deadline(" ", 2023) is None


def test_the_29th_of_february_is_the_last_day_of_a_short_one() -> None:
    assert is_day(2, 29)
    last = deadline_of(Unit("某局", deadline=(2, 29)), 2022)
    assert last is not None
    assert last.day == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("某县人民政府", (3, 31)),
        ("某县", (3, 31)),
        ("某市人民政府办公室", (3, 31)),
        ("某县教育局", (1, 31)),
        ("某市经济技术开发区", (1, 31)),  # a committee that a government sends
        ("某县某镇人民政府", None),
        ("某区某街道办事处", None),
    ],
)
def test_the_name_tells_the_day_that_the_law_sets(name: str, day: tuple[int, int] | None) -> None:
    assert lawful_day(Unit(name)) == day
