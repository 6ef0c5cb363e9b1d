import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.quoting import nested


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("“危及“三安全一稳定”×总计”为空。", "“危及‘三安全一稳定’×总计”为空。"),
        ("“甲“乙“丙”””", "“甲‘乙“丙”’”"),
        ("“甲”“乙”", "“甲”“乙”"),
        ("“甲“乙”", "“甲“乙”"),
        ("甲”“乙“丙”", "甲”“乙“丙”"),
    ],
)
def test_a_quote_within_a_quote_is_single(text: str, meant: str) -> None:
    assert nested(text) == meant


@given(st.text("“”‘’甲"))
def test_nothing_but_the_kind_of_quotes_changes(text: str) -> None:
    marks = str.maketrans("“”‘’", "''''")
    assert nested(text).translate(marks) == text.translate(marks)
