from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.layout import STANDARD, TABLE_FACES, Layout, PageNumber, TableSize
from gicapp.core.report import LEAD, Report, Unit, title_of
from gicapp.core.text.narrative import paragraphs
from gicapp.form.values import show
from gicapp.gui.pages.composition import compose
from gicapp.gui.pages.page import (
    BOTTOM,
    LEFT,
    PAPER_WIDTH,
    RIGHT,
    TOP,
    Booklet,
    Page,
    Passage,
    Role,
)
from gicapp.gui.pages.style import Face
from tests.gui.pages.metric import METRIC
from tests.strategies import FORM, REPORTS, filled_with

SENTENCE = "全年共收到政府信息公开申请，均按时依法答复（含延期），未发生行政复议、行政诉讼。"
LAYOUTS = st.builds(
    Layout,
    lead=st.booleans(),
    signature=st.booleans(),
    date=st.sampled_from([None, date(2024, 3, 5)]),
    number=st.sampled_from(["", "甲审综〔2026〕2号"]),
    pitch=st.sampled_from([Decimal(28), Decimal("28.95"), Decimal(30)]),
    page_number=st.sampled_from(PageNumber),
    table_face=st.sampled_from(TABLE_FACES),
    table_size=st.sampled_from(TableSize),
)


def long_report(count: int) -> Report:
    """Return a report with so many sentences in every section of text, tables' own included."""
    text = "\n".join(["（一）主动公开情况", *[SENTENCE * 3] * count])
    report = filled_with(7, **dict.fromkeys("0123456", text))
    return replace(report, unit=Unit("某某市某某区知识产权局"), year=2023)


LONG_REPORTS = st.integers(0, 9).map(long_report)


def printed(booklet: Booklet) -> list[Passage]:
    return [passage for page in booklet.pages for passage in page.passages]


def body(page: Page) -> Passage:
    return next(passage for passage in page.passages if passage.role is Role.PARAGRAPH)


def content(booklet: Booklet) -> list[str]:
    """Return what is printed, block by block: what goes over a page joined, repeats left out."""
    blocks: dict[int, str] = defaultdict(str)
    for passage in printed(booklet):
        if passage.role is not Role.FOLIO and not passage.repeated:
            blocks[passage.block] += passage.text
    assert list(blocks) == sorted(blocks)
    return list(blocks.values())


def said(report: Report, layout: Layout) -> Iterator[str]:
    """Yield what the report says, in order, as the Word document holds it."""
    if layout.number:
        yield layout.number
    yield title_of(report, FORM).replace("\n", "")
    if layout.lead:
        yield from paragraphs(report, LEAD)
    for section in FORM.sections:
        yield section.heading
        yield from paragraphs(report, section.key)
        for box in FORM.table(section.table).boxes if section.table else ():
            yield show(report.value(box.cell)) if box.cell else box.text
    if layout.signature:
        yield from filter(None, [report.unit.name.replace("\n", "")])
        yield from filter(None, ["2024年3月5日" if layout.date else ""])


@given(REPORTS | LONG_REPORTS, LAYOUTS)
def test_the_pages_say_what_the_report_says_in_its_order(report: Report, layout: Layout) -> None:
    assert content(compose(report, FORM, METRIC, layout)) == list(said(report, layout))


@given(REPORTS | LONG_REPORTS, LAYOUTS)
def test_every_value_stands_on_the_pages_exactly_once(report: Report, layout: Layout) -> None:
    cells = [p.cell for p in printed(compose(report, FORM, METRIC, layout)) if p.cell]
    assert cells == list(FORM.cells)


@given(REPORTS | LONG_REPORTS, LAYOUTS)
def test_nothing_but_the_page_number_stands_outside_the_type_area(
    report: Report, layout: Layout
) -> None:
    for passage in printed(compose(report, FORM, METRIC, layout)):
        assert passage.left >= LEFT - 0.01
        assert passage.right <= RIGHT + 0.01
        if passage.role is not Role.FOLIO:
            assert passage.top >= TOP - 0.01
            assert all(p.baseline + 0.14 * p.style.size <= BOTTOM + 0.01 for p in passage.pieces)


@given(REPORTS | LONG_REPORTS, LAYOUTS)
def test_text_stays_within_its_passage(report: Report, layout: Layout) -> None:
    for passage in printed(compose(report, FORM, METRIC, layout)):
        for piece in passage.pieces:
            assert piece.x >= passage.left - 0.01
            assert piece.x + piece.width <= passage.right + 0.01
            assert piece.baseline - piece.style.size <= passage.bottom
            assert piece.baseline >= passage.top


@given(LONG_REPORTS, LAYOUTS)
def test_passages_do_not_overlap(report: Report, layout: Layout) -> None:
    for page in compose(report, FORM, METRIC, layout).pages:
        texts = [p for p in page.passages if p.role not in (Role.LABEL, Role.VALUE, Role.FOLIO)]
        for before, after in pairwise(texts):
            assert before.bottom <= after.top + 0.01
        boxes = [p for p in page.passages if p.role in (Role.LABEL, Role.VALUE)]
        for text in texts:
            assert all(text.bottom <= b.top + 0.01 or b.bottom <= text.top + 0.01 for b in boxes)


@given(LONG_REPORTS, LAYOUTS)
def test_a_heading_never_parts_from_what_it_heads(report: Report, layout: Layout) -> None:
    for page in compose(report, FORM, METRIC, layout).pages[:-1]:
        inner = [p for p in page.passages if p.role is not Role.FOLIO]
        assert inner[-1].role not in (Role.HEADING, Role.TITLE)


@given(LONG_REPORTS)
def test_a_table_in_the_usual_size_stands_on_one_page_below_its_heading(report: Report) -> None:
    pages = compose(replace(report, narrative=MappingProxyType({})), FORM, METRIC).pages
    for table in FORM.tables:
        holding = [
            page
            for page in pages
            if any((p.cell or "").startswith(table.id) for p in page.passages)
        ]
        assert len(holding) == 1
        heading = FORM.section(table.section).heading
        assert heading in [p.text for p in holding[0].passages if p.role is Role.HEADING]


def test_the_first_line_is_indented_and_the_page_holds_22_lines_of_28_characters() -> None:
    text = "政" * 28 * 60
    report = Report(title="题", narrative=MappingProxyType({"1": text}))
    first, second = compose(report, FORM, METRIC).pages[:2]
    lines = body(first).pieces
    assert lines[0].x == pytest.approx(LEFT + 2 * (RIGHT - LEFT) / 28)
    assert {len(line.text) for line in lines[1:]} == {28}
    assert len(body(second).pieces) == 22
    assert body(second).pieces[0].x == LEFT


def test_heading_levels_have_their_faces() -> None:
    text = "（一）主动公开情况\n1.制度建设\n正文在此。"
    booklet = compose(Report(narrative=MappingProxyType({"1": text})), FORM, METRIC)
    faces = {p.text: p.pieces[0].style.face for p in printed(booklet) if p.pieces}
    assert faces["一、总体情况"] is Face.HEADING
    assert faces["（一）主动公开情况"] is Face.SUBHEADING
    assert faces["1.制度建设"] is Face.BODY
    assert faces["正文在此。"] is Face.BODY


def test_odd_page_numbers_stand_at_the_right_and_even_ones_at_the_left() -> None:
    folios = [p for p in printed(compose(long_report(5), FORM, METRIC)) if p.role is Role.FOLIO]
    assert [p.text for p in folios[:2]] == ["— 1 —", "— 2 —"]
    assert folios[0].right == pytest.approx(RIGHT - 14)
    assert folios[1].left == pytest.approx(LEFT + 14)


def test_page_numbers_may_stand_in_the_middle_or_nowhere() -> None:
    centred = compose(Report(), FORM, METRIC, replace(STANDARD, page_number=PageNumber.CENTRE))
    folio = next(p for p in printed(centred) if p.role is Role.FOLIO)
    assert folio.left + folio.right == pytest.approx(LEFT + RIGHT)
    none = compose(Report(), FORM, METRIC, replace(STANDARD, page_number=PageNumber.NONE))
    assert not [p for p in printed(none) if p.role is Role.FOLIO]


def test_a_long_title_is_broken_before_its_year() -> None:
    report = Report(unit=Unit("广州开发区知识产权局"), year=2023)
    title = printed(compose(report, FORM, METRIC))[0]
    baselines = sorted({piece.baseline for piece in title.pieces})
    lines = ["".join(p.text for p in title.pieces if p.baseline == base) for base in baselines]
    assert lines == ["广州开发区知识产权局", "2023年政府信息公开工作年度报告"]


def test_a_long_title_without_a_year_is_broken_into_even_lines() -> None:
    title = printed(compose(Report(title="政府信息公开工作年度报告" * 2), FORM, METRIC))[0]
    widths = [piece.width for piece in title.pieces]
    assert len(widths) == 2
    assert widths[0] == pytest.approx(widths[1])


def test_signature_and_date_keep_four_characters_from_the_right() -> None:
    layout = Layout(signature=True, date=date(2024, 3, 5))
    booklet = compose(replace(Report(), unit=Unit("某局")), FORM, METRIC, layout)
    ends = [p for p in printed(booklet) if p.role is Role.SIGNATURE]
    assert [p.text for p in ends] == ["某局", "2024年3月5日"]
    for passage in ends:
        last = passage.pieces[-1]
        assert last.x + last.width == pytest.approx(RIGHT - 4 * (RIGHT - LEFT) / 28)


def test_the_same_report_gives_the_same_pages() -> None:
    assert compose(long_report(3), FORM, METRIC) == compose(long_report(3), FORM, METRIC)


def test_the_type_area_lies_within_the_paper() -> None:
    assert 0 < LEFT < RIGHT < PAPER_WIDTH
    assert 0 < TOP < BOTTOM
