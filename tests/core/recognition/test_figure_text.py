"""What the content of a cell is taken for: exact, or left out and told; never guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.grid import Doubt, GridCell
from gicapp.core.recognition.figure_text import Taken, take_value
from gicapp.form.kinds import KINDS
from gicapp.form.values import NOT_APPLICABLE, Value

COUNT, AMOUNT = KINDS["count"], KINDS["amount"]


def _take(text: str, kind: str = "count", unit: str = "") -> Taken:
    return take_value(GridCell(0, 0, text), KINDS[kind], unit)


def _codes(taken: Taken) -> list[str]:
    return [remark.code for remark in taken.remarks]


READ: list[tuple[str, Value]] = [
    ("3", 3),
    ("３", 3),
    (" 3　", 3),
    ("1,234", 1234),
    ("1，234", 1234),
    ("3件", 3),
    ("12.0", 12),
    ("", None),
    ("　", None),
    ("/", NOT_APPLICABLE),
    ("／", NOT_APPLICABLE),
]


@pytest.mark.parametrize(("text", "value"), READ)
def test_a_plain_content_is_read_without_a_word(text: str, value: Value) -> None:
    assert _take(text) == Taken(value)


TOLD: list[tuple[str, Value, str]] = [
    ("22（其中修订16件）", 22, "value.remark"),
    ("+3", 3, "value.remark"),
    ("-3", -3, "value.kind"),
    ("2.5", Decimal("2.5"), "value.kind"),
    ("1.2万件", 12000, "value.converted"),
    ("-", NOT_APPLICABLE, "value.placeholder"),
    ("——", NOT_APPLICABLE, "value.placeholder"),
    ("无", NOT_APPLICABLE, "value.placeholder"),
    ("不适用", NOT_APPLICABLE, "value.placeholder"),
    ("N/A", NOT_APPLICABLE, "value.placeholder"),
]


@pytest.mark.parametrize(("text", "value", "code"), TOLD)
def test_a_doubtful_content_is_read_and_told(text: str, value: Value, code: str) -> None:
    taken = _take(text)
    assert taken.value == value
    assert taken.readable
    assert _codes(taken) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "三",
        "约3",
        "5²",
        "12,5",
        "50%",
        "3-1",
        "①",
        "1.2.3",
        "9" * 40,
        "3元",
        "12.5万元",
        "TRUE",
        "￥380",
    ],
)
def test_what_is_no_number_is_left_out_and_told(text: str) -> None:
    taken = _take(text)
    assert not taken.readable
    assert taken.remarks


AMOUNTS: list[tuple[str, str, Value, list[str]]] = [
    ("0.038", "万元", Decimal("0.038"), []),
    ("12.5万元", "", Decimal("12.5"), []),
    ("380", "元", Decimal("0.038"), ["value.converted"]),
    ("380元", "", Decimal("0.038"), ["value.converted"]),
    ("380元", "万元", Decimal("0.038"), ["value.unit", "value.converted"]),
    ("1.5", "亿元", 15000, ["value.converted"]),
    ("0.00", "万元", 0, []),
    ("1.2345678", "万元", Decimal("1.2345678"), ["value.kind"]),
]


@pytest.mark.parametrize(("text", "unit", "value", "codes"), AMOUNTS)
def test_an_amount_is_converted_exactly(
    text: str, unit: str, value: Value, codes: list[str]
) -> None:
    taken = _take(text, "amount", unit)
    assert taken.value == value
    assert _codes(taken) == codes


@pytest.mark.parametrize(
    ("doubt", "code"),
    [
        (Doubt.ERROR, "value.error"),
        (Doubt.DATE, "value.date"),
        (Doubt.FORMULA, "value.formula"),
    ],
)
def test_errors_dates_and_formulas_are_left_out(doubt: Doubt, code: str) -> None:
    taken = take_value(GridCell(0, 0, "7", 7, doubt=doubt), COUNT)
    assert not taken.readable
    assert _codes(taken) == [code]


def test_a_hidden_figure_is_read() -> None:
    assert take_value(GridCell(0, 0, "7", 7, doubt=Doubt.HIDDEN), COUNT).value == 7


@given(st.integers(0, 10**12))
def test_a_count_comes_back_however_it_is_written(number: int) -> None:
    full = str(number).translate({48 + n: 0xFF10 + n for n in range(10)})
    for text in (str(number), full, f"{number:,}", f" {number}件"):
        assert _take(text) == Taken(number)


@given(st.text(max_size=12))
def test_nothing_becomes_a_number_that_has_no_digit(text: str) -> None:
    taken = _take(text)
    if not any(letter.isdigit() for letter in text):
        assert taken.value in {None, NOT_APPLICABLE}
    assert taken.readable or taken.remarks
