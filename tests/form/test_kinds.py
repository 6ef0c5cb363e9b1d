from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.form.kinds import KINDS, Kind
from gicapp.form.loader import load_form
from gicapp.form.values import BLANK, NOT_APPLICABLE, Value

COUNT = KINDS["count"]
AMOUNT = KINDS["amount"]
AMOUNTS = st.decimals(0, 10**12, allow_nan=False, allow_infinity=False, places=6)
FULL_WIDTH = str.maketrans("0123456789.,-/", "０１２３４５６７８９．，－／")


@given(st.sampled_from([COUNT, AMOUNT]), st.integers(0, 10**15 - 1))
def test_a_whole_number_is_what_its_writing_reads_as(kind: Kind, number: int) -> None:
    assert kind.parse(kind.format(number)) == number


@given(AMOUNTS)
def test_an_amount_is_what_its_writing_reads_as_to_the_last_place(amount: Decimal) -> None:
    parsed = AMOUNT.parse(AMOUNT.format(amount))
    assert parsed == amount
    assert not isinstance(parsed, float)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
@pytest.mark.parametrize("value", [BLANK, NOT_APPLICABLE, 0])
def test_blank_slash_and_nought_stay_three_different_things(kind: Kind, value: Value) -> None:
    assert kind.parse(kind.format(value)) is value
    assert kind.validate(value) is None


@given(AMOUNTS)
def test_full_width_writing_reads_as_the_same_number(amount: Decimal) -> None:
    assert AMOUNT.parse(f"　{amount:f} ".translate(FULL_WIDTH)) == amount


@given(st.integers(0, 10**15 - 1))
def test_thousands_separators_do_not_change_a_number(number: int) -> None:
    assert COUNT.parse(f"{number:,}") == number


@pytest.mark.parametrize("text", ["", " ", "　", "\t\n"])
def test_nothing_but_space_is_blank(text: str) -> None:
    assert COUNT.parse(text) is BLANK


def test_a_count_with_a_fraction_is_refused_and_one_of_noughts_is_not() -> None:
    assert COUNT.parse("3.0") == 3
    with pytest.raises(ValueError, match="小数过多"):
        COUNT.parse("3.5")


def test_an_amount_may_have_six_places_and_no_more() -> None:
    assert AMOUNT.parse("0.000001") == Decimal("0.000001")
    with pytest.raises(ValueError, match=r"小数过多.*最多 6 位小数"):
        AMOUNT.parse("0.0000001")


@pytest.mark.parametrize(
    "text", ["5²", "①", "½", "٣", "十二", "1,23", "12件", "1e3", "1 2", "０x1"]
)
def test_what_only_looks_like_a_number_is_refused_with_its_own_words(text: str) -> None:
    with pytest.raises(ValueError, match=f"“{text}”不是数字") as refusal:
        COUNT.parse(text)
    assert COUNT.sentence in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("-1", "负数"), ("1" * 16, "过大"), ("9" * 5000, "过大"), ("1" * 40 + ".1234567", "过大")],
)
def test_a_number_that_cannot_stand_in_the_form_is_refused_with_the_reason(
    text: str, reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        AMOUNT.parse(text)


@given(st.sampled_from([COUNT, AMOUNT]), st.text(max_size=30))
def test_any_text_is_a_value_or_is_refused_in_chinese(kind: Kind, text: str) -> None:
    reason = ""
    try:
        reason = kind.validate(kind.parse(text)) or ""
    except ValueError as refusal:
        reason = str(refusal)
    assert not reason or reason.endswith(f"{kind.sentence}。")


def test_a_slash_is_taken_only_where_the_form_tolerates_it() -> None:
    form = load_form()
    for cell in form.cells.values():
        if cell.row.slash:
            assert cell.parse("／") is NOT_APPLICABLE
        else:
            with pytest.raises(ValueError, match="不能填“/”"):
                cell.parse("/")
        assert cell.parse("0") == 0
