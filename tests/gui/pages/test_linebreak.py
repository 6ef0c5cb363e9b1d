from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.gui.pages.linebreak import NOT_FIRST, NOT_LAST, Line, Setting, break_lines

EM = 10.0
PLAIN = Setting(room=10 * EM, em=EM, measure=lambda text: len(text) * EM / 2)
BODY = replace(PLAIN, room=28 * EM, indent=2 * EM, justified=True)

# Texts as people write them: signs never pile up to the length of a line.
WORDS = st.sampled_from(
    ["政府", "信息公开", "的", "2023年", "1.5万元", "GDP", "（一）", "“放管服”", "《条例》", "——"]
)
SIGNS = st.sampled_from(["", "，", "。", "、", "；", "：", "！”", "）。", "》，", "……", "％", " "])
CHINESE = st.lists(st.tuples(WORDS, SIGNS), max_size=60).map(
    lambda parts: "".join(word + sign for word, sign in parts)
)
ANY = st.text(st.characters(codec="utf-8"), max_size=80)
SETTINGS = st.builds(
    Setting,
    room=st.integers(8, 40).map(lambda count: count * EM),
    em=st.just(EM),
    measure=st.just(PLAIN.measure),
    indent=st.sampled_from([0.0, 2 * EM]),
    justified=st.booleans(),
)


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


@given(ANY, SETTINGS)
def test_the_lines_together_are_the_text(text: str, setting: Setting) -> None:
    lines = break_lines(text, setting)
    assert "".join(texts(lines)) == text.replace("\n", "")


@given(ANY, SETTINGS)
def test_what_is_painted_of_a_line_is_its_text_without_blanks(text: str, setting: Setting) -> None:
    for line in break_lines(text, setting):
        painted = "".join("".join(span.text for span in line.spans).split())
        assert painted == "".join(line.text.split())


@given(ANY, SETTINGS)
def test_nothing_stands_outside_the_room(text: str, setting: Setting) -> None:
    for line in break_lines(text, setting):
        assert line.left >= 0
        assert line.right <= setting.room + 1e-6


@given(ANY, SETTINGS)
def test_spans_follow_one_another_without_overlapping(text: str, setting: Setting) -> None:
    for line in break_lines(text, setting):
        for before, after in pairwise(line.spans):
            assert before.x + before.width <= after.x + 1e-6


@given(CHINESE, SETTINGS)
def test_no_line_begins_with_closing_or_ends_with_opening_punctuation(
    text: str, setting: Setting
) -> None:
    lines = [line for line in texts(break_lines(text, setting)) if line]
    for line in lines[1:]:
        assert line[0] not in NOT_FIRST
    for line in lines[:-1]:
        assert line.rstrip()[-1] not in NOT_LAST


@given(CHINESE, SETTINGS)
def test_a_dash_and_an_ellipsis_are_never_torn(text: str, setting: Setting) -> None:
    lines = [line for line in texts(break_lines(text, setting)) if line]
    for before, after in pairwise(lines):
        assert before[-1] + after[0] not in ("——", "……")


@given(CHINESE, SETTINGS)
def test_words_and_numbers_stay_whole(text: str, setting: Setting) -> None:
    lines = [line for line in texts(break_lines(text, setting)) if line]
    for before, after in pairwise(lines):
        assert not (is_latin(before[-1]) and is_latin(after[0]))


@given(CHINESE)
def test_every_justified_line_but_the_last_reaches_the_edge(text: str) -> None:
    for line in break_lines(text, BODY)[:-1]:
        assert line.right == pytest.approx(BODY.room)


def test_a_line_holds_as_many_characters_as_the_standard_says() -> None:
    lines = break_lines("政" * 60, BODY)
    assert [len(line.text) for line in lines] == [26, 28, 6]


def test_a_comma_that_does_not_fit_is_drawn_in_by_narrowing_the_punctuation() -> None:
    lines = break_lines("一二三，五六七八九十，下", PLAIN)
    assert texts(lines) == ["一二三，五六七八九十，", "下"]
    assert lines[0].right == pytest.approx(PLAIN.room)


def test_the_sign_at_the_end_of_the_line_is_narrowed_before_the_others() -> None:
    (line, _) = break_lines("一，三，五六七八九十，下", replace(PLAIN, room=10 * EM + 2))
    widths = {span.x: span.width for span in line.spans if span.text == "，"}
    assert list(widths.values()) == pytest.approx([8.5, 8.5, 5.0])


def test_where_nothing_can_be_narrowed_the_last_character_goes_down() -> None:
    assert texts(break_lines("一二三四五六七八九十。下", PLAIN)) == ["一二三四五六七八九", "十。下"]


def test_an_opening_quote_goes_down_with_its_word() -> None:
    assert texts(break_lines("一二三四五六七八九“十”", PLAIN)) == ["一二三四五六七八九", "“十”"]


def test_a_number_goes_down_whole() -> None:
    assert texts(break_lines("一二三四五六七八九2023年", PLAIN)) == ["一二三四五六七八九", "2023年"]


def test_a_long_address_is_broken_after_its_signs() -> None:
    lines = texts(break_lines("http://www.example.gov.cn/content/index", PLAIN))
    assert lines == ["http://www.example.", "gov.cn/content/index"]


def test_a_long_row_of_digits_is_broken_where_it_must_be() -> None:
    assert texts(break_lines("1" * 45, PLAIN)) == ["1" * 20, "1" * 20, "1" * 5]


def test_blanks_at_the_end_of_a_line_take_no_room() -> None:
    lines = break_lines("一二三四五六七八九十   下", PLAIN)
    assert texts(lines) == ["一二三四五六七八九十   ", "下"]
    assert lines[0].right == pytest.approx(PLAIN.room)


def test_a_line_end_in_the_text_ends_the_line() -> None:
    assert texts(break_lines("结果\n维持", PLAIN)) == ["结果", "维持"]
