from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.text.numbers import parse_numeral, quantities
from gicapp.core.text.passages import plain
from gicapp.form.values import Number
from tests.strategies import TEXTS

_SIGNS = "〇一二三四五六七八九"


def _written(number: int) -> str:
    """Write 1 to 9999 as people do: 一百零五, 十二, 三千."""
    text, gap = "", False
    for place, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            text += ("零" if gap and text else "") + _SIGNS[digit] + sign
            gap = False
        else:
            gap = True
    return text.removeprefix("一") if text.startswith("一十") else text


@given(st.integers(1, 9999))
def test_a_chinese_numeral_is_read_as_what_it_was_written_from(number: int) -> None:
    assert parse_numeral(_written(number)) == number


@given(st.integers(0, 10**12))
def test_thousands_separators_change_nothing(number: int) -> None:
    assert parse_numeral(f"{number:,}") == parse_numeral(str(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两", 2),
        ("十二", 12),
        ("二〇", 20),
        ("3.5万", 35000),
        ("三万二千", 32000),
        ("1.20", Decimal("1.2")),
    ],
)
def test_numerals(text: str, number: Number) -> None:
    assert parse_numeral(text) == number


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("收到申请３件", [(3, "件", False)]),
        ("发布信息1,234条", [(1234, "条", False)]),
        ("办结三件", [(3, "件", False)]),
        ("一百零五条", [(105, "条", False)]),
        ("约200条", [(200, "条", True)]),
        ("2800余人次", [(2800, "人次", True)]),
        ("近 20 件", [(20, "件", True)]),
        ("占 4 %", [(4, "%", False)]),
        ("2023年12月31日", []),
        ("〔2021〕30号", []),
        ("第二十条第（一）项", []),
        ("第3件", []),
        ("1.组织机构4条", [(4, "条", False)]),
        ("20个工作日内", []),
    ],
)
def test_only_figures_are_read(text: str, read: list[tuple[Number, str, bool]]) -> None:
    found = quantities(plain(text).text)
    assert [(q.value, q.unit, q.about) for q in found] == read


@given(TEXTS)
def test_any_text_can_be_read_and_places_stay_inside_it(text: str) -> None:
    flat = plain(text)
    for quantity in quantities(flat.text):
        start, end = flat.span(quantity.start, quantity.end)
        assert 0 <= start < end <= len(text)


@given(TEXTS)
def test_the_plain_text_knows_where_its_characters_came_from(text: str) -> None:
    flat = plain(text)
    spans = [flat.span(place, place + 1) for place in range(len(flat.text))]
    assert spans == sorted(set(spans))
    for (start, end), sign in zip(spans, flat.text, strict=True):
        assert end == start + 1
        assert plain(text[start]).text in (sign, "，")  # a comma between thousands is half-width
    for sentence in flat.sentences:
        assert "".join(clause.text for clause in sentence.clauses) == sentence.text
        assert flat.text[sentence.start : sentence.end] == sentence.text
