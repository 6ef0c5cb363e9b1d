from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.layout import STANDARD, TABLE_FACES, Layout, TableSize
from gicapp.core.report import Report
from gicapp.form.declaration import Box
from gicapp.gui.pages.page import Stroke
from gicapp.gui.pages.ruled import Part, SetTable, least_room, parts, set_table, strokes
from gicapp.gui.pages.style import Face
from tests.gui.pages.metric import METRIC
from tests.strategies import FORM, REPORTS, filled_with

ROOMS = st.integers(150, 640).map(float)
TABLES = st.sampled_from([table.id for table in FORM.tables])
FULL = 637.0


def setting(name: str, report: Report | None = None, layout: Layout = STANDARD) -> SetTable:
    return set_table(FORM.table(name), report or filled_with(3), METRIC, layout)


def box_of(table: SetTable, text: str) -> Box:
    return next(box.box for box in table.boxes if box.text == text)


@given(TABLES, ROOMS, ROOMS)
def test_every_line_stands_on_one_page_and_in_order(name: str, room: float, page: float) -> None:
    table = setting(name)
    cut = list(parts(table, room, page))
    own = [part.lines[part.repeated :] for part in cut]
    assert list(chain.from_iterable(own)) == list(range(table.table.height))
    assert all(lines for lines in own)


@given(TABLES, ROOMS, ROOMS)
def test_header_lines_are_repeated_on_every_further_page(
    name: str, room: float, page: float
) -> None:
    table = setting(name)
    header = tuple(range(table.table.header_lines))
    first, *others = parts(table, room, page)
    assert first.repeated == 0
    for part in others:
        assert part.lines[: part.repeated] == header


@given(TABLES, ROOMS, st.integers(400, 640).map(float))
def test_a_part_is_never_higher_than_its_page(name: str, room: float, page: float) -> None:
    table = setting(name)
    for n, part in enumerate(parts(table, max(room, least_room(table, page)), page)):
        height = sum(table.heights[line] for line in part.lines)
        assert height <= (page if n else max(room, least_room(table, page))) + 0.01


@given(TABLES, ROOMS, ROOMS)
def test_a_page_ends_with_figures_never_with_labels_alone(
    name: str, room: float, page: float
) -> None:
    table = setting(name)
    valued = {box.box.line for box in table.boxes if box.box.cell}
    assert all(part.lines[-1] in valued for part in parts(table, room, page))


@given(REPORTS, st.builds(Layout, table_size=st.sampled_from(TableSize)))
def test_every_box_is_as_high_as_its_text_needs(report: Report, layout: Layout) -> None:
    for table in (setting(t.id, report, layout) for t in FORM.tables):
        for box in table.boxes:
            lines = range(box.box.line, box.box.line + box.box.lines)
            assert sum(table.heights[line] for line in lines) >= box.height - 0.01


def test_every_table_fits_a_page_in_the_usual_size() -> None:
    for form_table in FORM.tables:
        table = setting(form_table.id)
        assert table.height(0, form_table.height) < FULL - 31
        assert list(parts(table, FULL, FULL)) == [Part(tuple(range(form_table.height)), 0)]


def test_the_page_ends_between_two_groups_where_that_loses_little_room() -> None:
    table = setting("requests")
    group = box_of(table, "（三）不予公开")
    end = group.line + group.lines
    room = table.height(0, end) + 20  # one line of the next group would still fit
    assert next(parts(table, room, FULL)).lines[-1] == end - 1


def covered(strokes_found: list[Stroke], edge: Stroke) -> bool:
    """Tell whether one stroke covers an edge from end to end."""
    for s in strokes_found:
        lies = (s.x1 <= edge.x1 + 0.01 and s.x2 >= edge.x2 - 0.01) and (
            s.y1 <= edge.y1 + 0.01 and s.y2 >= edge.y2 - 0.01
        )
        same_way = (s.y1 == s.y2) == (edge.y1 == edge.y2)
        if lies and same_way:
            return True
    return False


@pytest.mark.parametrize("name", [table.id for table in FORM.tables])
def test_every_box_is_ruled_all_around_and_nowhere_inside(name: str) -> None:
    table = setting(name)
    part = next(parts(table, FULL, FULL))
    found = list(strokes(table, part, 0.0, 0.0))
    tops = [sum(table.heights[:n]) for n in range(table.table.height + 1)]
    for box in (b.box for b in table.boxes):
        left, right = table.edges[box.column], table.edges[box.column + box.columns]
        top, bottom = tops[box.line], tops[box.line + box.lines]
        for x in (left, right):
            assert covered(found, Stroke(x, top, x, bottom))
        for y in (top, bottom):
            assert covered(found, Stroke(left, y, right, y))
        for s in found:
            across = s.y1 == s.y2 and top + 0.01 < s.y1 < bottom - 0.01
            assert not (across and s.x1 < right - 0.01 and s.x2 > left + 0.01)
            down = s.x1 == s.x2 and left + 0.01 < s.x1 < right - 0.01
            assert not (down and s.y1 < bottom - 0.01 and s.y2 > top + 0.01)


def lines_of(table: SetTable, text: str) -> list[str]:
    return [line.text for box in table.boxes if box.text == text for line in box.lines]


def test_narrow_labels_are_broken_by_sense() -> None:
    requests, disputes = setting("requests"), setting("disputes")
    assert lines_of(requests, "商业企业") == ["商业", "企业"]
    assert lines_of(requests, "社会公益组织") == ["社会", "公益", "组织"]
    assert lines_of(requests, "（三）不予公开") == ["（三）", "不予公开"]
    assert lines_of(disputes, "结果维持")[:2] == ["结果", "维持"]


def test_the_label_of_the_results_runs_downwards_in_its_narrow_box() -> None:
    (box,) = (b for b in setting("requests").boxes if b.text == "三、本年度办理结果")
    assert box.vertical
    assert [line.text for line in box.lines] == list(box.text)


def test_a_figure_too_wide_for_its_column_is_set_smaller_on_one_line() -> None:
    report = Report(values={"requests.new.natural": 123456789})
    (box,) = (b for b in setting("requests", report).boxes if b.box.cell == "requests.new.natural")
    assert [line.text for line in box.lines] == ["123456789"]
    assert box.lines[0].right <= box.room


def test_the_face_and_size_of_tables_follow_the_layout() -> None:
    fang = Layout(table_face=TABLE_FACES[1], table_size=TableSize.LARGE)
    assert {b.style.face for b in setting("requests", layout=fang).boxes} == {Face.BODY}
    assert {b.style.size for b in setting("requests", layout=fang).boxes} == {10.5}
    assert {b.style.size for b in setting("requests").boxes} == {9.0}
    assert {b.style.face for b in setting("disputes").boxes} == {Face.TABLE}
