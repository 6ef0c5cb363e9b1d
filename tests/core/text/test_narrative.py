from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.change import apply
from gicapp.core.report import Report, Unit
from gicapp.core.text.choices import figure_choices, initials, matching, typed_figures
from gicapp.core.text.figures import UNKNOWN, cells_of, evaluate, show_expression
from gicapp.core.text.narrative import pieces_of, rendered, shown_span, stored_span, to_live
from gicapp.form.loader import load_form
from gicapp.form.values import NOT_APPLICABLE, Value
from tests.strategies import REPORTS, TEXTS

FORM = load_form()
NEW = "requests.new.total"
PRIOR = Report(year=2022, values=MappingProxyType({NEW: 12}))
REPORT = Report(
    unit=Unit("某局"),
    year=2023,
    prior=PRIOR,
    values=MappingProxyType(
        {
            NEW: 15,
            "requests.handled.total": 12,
            "disclosure.fees.amount": Decimal("0.0380"),
            "disclosure.regulations.issued": NOT_APPLICABLE,
            **{cell: 1 for cell in FORM.cells if cell.startswith("requests.refused.")},
        }
    ),
)
LIVE_TEXTS = st.lists(
    st.one_of(TEXTS, st.sampled_from([f"⟦{NEW}⟧", "⟦⟧", "⟦growth(x)⟧", "⟦", "⟧", "⟦unit⟧"]))
).map("".join)


def _with(text: str) -> Report:
    return replace(REPORT, narrative=MappingProxyType({"1": text}))


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        (NEW, "15"),
        ("disclosure.fees.amount", "0.0380"),
        ("disclosure.regulations.issued", "/"),
        ("requests.carried_out.total", UNKNOWN),
        (f"prior({NEW})", "12"),
        (f"diff({NEW})", "3"),
        (f"rise({NEW})", "增加3"),
        (f"growth({NEW})", "25%"),
        (f"trend({NEW})", "增长25%"),
        (f"share(requests.handled.total,{NEW})", "80%"),
        ("share(requests.handled.total, requests.carried_in.total)", UNKNOWN),
        (f"sum({NEW},requests.handled.total)", "27"),
        ("sum(requests.refused.*.total)", "8"),
        (f"growth(sum({NEW}))", "25%"),
        ("unit", "某局"),
        ("year", "2023"),
        ("last_year", "2022"),
        ("next_year", "2024"),
        ("no.such.cell", UNKNOWN),
        ("sum(", UNKNOWN),
        ("power(2)", UNKNOWN),
        ("share(a)", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_what_a_live_figure_shows(expression: str, shown: str) -> None:
    assert rendered(_with(f"共⟦{expression}⟧件"), "1") == f"共{shown}件"
    assert bool(show_expression(FORM, REPORT, expression).problem) == (shown == UNKNOWN)


@pytest.mark.parametrize(("now", "said"), [(12, "持平"), (9, "减少3"), (13, "增加1")])
def test_a_rise_is_put_into_words(now: Value, said: str) -> None:
    report = replace(REPORT, values=MappingProxyType({NEW: now}))
    assert show_expression(FORM, report, f"rise({NEW})").text == said


def test_a_sum_over_a_blank_cell_is_not_known() -> None:
    assert evaluate(FORM, REPORT, f"sum({NEW},requests.carried_in.total)") is None


def test_an_expression_names_its_cells() -> None:
    assert cells_of(FORM, f"growth({NEW})") == (NEW,)
    assert len(cells_of(FORM, "sum(requests.refused.*.total)")) == 8


@given(LIVE_TEXTS)
def test_pieces_cover_both_texts_without_gaps(text: str) -> None:
    report = _with(text)
    pieces = pieces_of(report, text)
    assert "".join(piece.text for piece in pieces) == rendered(report, "1")
    stored = shown = 0
    for piece in pieces:
        assert (piece.stored[0], piece.shown[0]) == (stored, shown)
        stored, shown = piece.stored[1], piece.shown[1]
    assert stored == len(text)


@given(LIVE_TEXTS, st.data())
def test_a_place_goes_to_the_stored_text_and_back(text: str, data: st.DataObject) -> None:
    pieces = pieces_of(_with(text), text)
    length = pieces[-1].shown[1] if pieces else 0
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    first, last = stored_span(pieces, start, end)
    assert 0 <= first <= last <= len(text)
    if start < end:
        back = shown_span(pieces, first, last)
        assert back[0] <= start
        assert back[1] >= end


def test_a_typed_number_becomes_a_live_figure() -> None:
    report = _with("我局⟦year⟧年收到申请16件。")
    text = rendered(report, "1")
    place = text.index("16")
    change = to_live(report, "1", place, place + 2, NEW)
    assert change is not None
    after, _ = apply(report, [change])
    assert after.text("1") == f"我局⟦year⟧年收到申请⟦{NEW}⟧件。"
    assert rendered(after, "1") == "我局2023年收到申请15件。"


@pytest.mark.parametrize(("start", "end"), [(0, 6), (2, 4), (5, 5), (0, 99), (-1, 2)])
def test_what_is_live_already_or_not_there_is_left(start: int, end: int) -> None:
    assert to_live(_with("我局⟦year⟧年"), "1", start, end, NEW) is None


def test_the_menu_offers_figures_by_their_official_names() -> None:
    choices = figure_choices(FORM, REPORT)
    assert choices[0].name == "三、本年新收×总计"
    assert (choices[0].token, choices[0].value) == (NEW, "15")
    assert set(FORM.cells) <= {choice.token for choice in choices}


@pytest.mark.parametrize("words", ["新收×总计·比上年增长率", "新收增长率", "增长率新收", "xszjzzl"])
def test_the_list_is_searched_by_parts_of_names_in_any_order_and_by_initials(words: str) -> None:
    found = matching(figure_choices(FORM, REPORT), words)
    assert [choice.value for choice in found] == ["25%", "增长25%"]


def test_the_closest_names_come_first_and_strange_words_find_none() -> None:
    choices = figure_choices(FORM, REPORT)
    assert matching(choices, "") == choices
    assert matching(choices, "自然人公开")[0].token == "requests.granted.natural"
    assert matching(choices, "没有这一项") == ()


def test_every_letter_of_the_offered_names_has_its_initial() -> None:
    letters = {n for c in figure_choices(FORM, REPORT) for n in c.name if n.isalpha()}
    assert all(initials(letter) for letter in letters)
    assert initials("政府信息公开、Ab1") == "zfxxgkab1"


def test_numbers_typed_by_hand_are_offered_their_live_figures() -> None:
    text = "全年收到政府信息公开申请⟦requests.new.total⟧件，收到政府信息公开申请15件。"
    report = replace(REPORT, narrative=MappingProxyType({"1": text}))
    (typed,) = typed_figures(FORM, report, "1")
    assert rendered(report, "1")[slice(*typed.span)] == "15"
    assert (typed.choices[0].token, typed.choices[0].value) == (NEW, "15")
    assert to_live(report, "1", *typed.span, NEW) is not None


@given(REPORTS)
def test_every_figure_offered_is_understood(report: Report) -> None:
    for choice in figure_choices(FORM, report):
        assert "不是有效的引用" not in show_expression(FORM, report, choice.token).problem
