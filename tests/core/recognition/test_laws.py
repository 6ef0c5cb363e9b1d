"""What holds for every report in every layout, and for rubbish."""

from collections.abc import Callable

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gicapp.core.content import Content, Paragraph
from gicapp.core.grid import Doubt, Grid, GridCell
from gicapp.core.recognition.interpretation import interpret
from gicapp.core.recognition.recognise import recognise
from gicapp.core.recognition.vocabulary import vocabulary
from tests.core.recognition import layouts as on
from tests.core.recognition.layouts import FORM, Cells, grid, some_values

_LABELS = [box.text for table in FORM.tables for box in table.boxes if box.text]
_ARRANGEMENTS = st.sampled_from([on.one_sheet, on.beside])
_MERGES: list[Callable[[Cells], Cells]] = [
    list,
    on.unmerged,
    on.filled,
    lambda cells: [c._replace(number=None) for c in cells],
]
_TYPING = [on.half_width, on.spaced, on.broken, on.unnumbered, on.circled, on.comma_numbered]
_TEXTS = st.one_of(
    st.sampled_from(_LABELS), st.text(max_size=8), st.sampled_from(["3", "其他", "总计"])
)
_CELLS = st.builds(
    GridCell,
    st.integers(0, 9),
    st.integers(0, 9),
    _TEXTS,
    st.one_of(st.none(), st.integers(-5, 99)),
    st.integers(1, 3),
    st.integers(1, 3),
    doubt=st.one_of(st.none(), st.sampled_from(Doubt)),
    formula=st.sampled_from(["", "=A1+B2", "=SUM(A1:C3)", "=A1", "=("]),
)
_GRIDS = st.lists(_CELLS, max_size=40).map(lambda cells: Grid("表格", tuple(cells)))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 10**6),
    _ARRANGEMENTS,
    st.sampled_from(_MERGES),
    st.lists(st.sampled_from(_TYPING), max_size=3, unique=True),
    st.tuples(st.integers(0, 9), st.integers(0, 9)),
)
def test_a_report_comes_back_whole_from_any_layout(  # one for each freedom
    seed: int,
    arrange: Callable[[on.Values], Cells],
    merge: Callable[[Cells], Cells],
    typing: list[Callable[[str], str]],
    offset: tuple[int, int],
) -> None:
    values = some_values(seed)
    cells = arrange(values)
    for change in typing:
        cells = on.relabelled(cells, change)
    cells = on.moved(merge(cells), *offset)
    assert dict(interpret(Content("xlsx", (grid(cells),))).cells) == dict(values)


@settings(max_examples=40, deadline=None)
@given(_ARRANGEMENTS, st.sampled_from(_MERGES))
def test_an_empty_table_is_recognised_like_a_filled_one(
    arrange: Callable[[on.Values], Cells], merge: Callable[[Cells], Cells]
) -> None:
    filled = recognise(grid(merge(arrange(some_values()))), FORM)
    empty = recognise(grid(merge(arrange({}))), FORM)
    assert dict(filled.cells) == dict(empty.cells)
    assert set(filled.cells) == set(FORM.cells)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(_GRIDS, st.builds(Paragraph, _TEXTS)), max_size=4))
def test_rubbish_never_raises_and_every_cell_read_has_a_place(
    blocks: list[Grid | Paragraph],
) -> None:
    reading = interpret(Content("html", tuple(blocks)))
    assert set(reading.places) == set(reading.cells) <= set(FORM.cells)
    lacking = {cell for p in reading.problems if p.code == "cells.missing" for cell in p.cells}
    assert reading.is_empty or lacking == set(FORM.cells) - set(reading.cells)


_APPLICANTS = ["自然人", "商业企业", "科研机构", "法律服务机构"]
_REQUESTS = [cell for cell in FORM.cells if cell.startswith("requests.")]


def _others_with(odd: str, text: str, seed: int) -> tuple[on.Values, on.Values]:
    """Return the figures read beside a cell that holds a text, and what they should be."""
    values = some_values(seed)
    sheet = grid(on.one_sheet(values))
    place = recognise(sheet, FORM).cells[odd]
    cells = [
        c._replace(text=text, number=None) if (c.row, c.column) == place else c for c in sheet.cells
    ]
    reading = interpret(Content("xlsx", (Grid(sheet.name, tuple(cells)),)))
    others = {cell: value for cell, value in reading.cells.items() if cell != odd}
    return others, {cell: value for cell, value in values.items() if cell != odd}


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(list(FORM.cells)), st.text(max_size=6))
def test_one_odd_content_never_moves_another_figure(seed: int, odd: str, text: str) -> None:
    assume(not vocabulary(FORM).word(text).speaks)  # a label of the form is no odd content
    others, due = _others_with(odd, text, seed)
    assert others == due


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(_REQUESTS), st.sampled_from(_APPLICANTS))
def test_a_heading_typed_among_the_figures_begins_no_new_table(
    seed: int, odd: str, text: str
) -> None:
    others, due = _others_with(odd, text, seed)
    assert others == due
