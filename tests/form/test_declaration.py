import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from gicapp.form.declaration import Box, Table
from gicapp.form.kinds import KINDS
from gicapp.form.loader import load_form
from tests.form.official import HEADINGS, TABLES, Line

FORM = load_form()
TYPE_AREA_MM = 156  # GB/T 9704: the width that a table may take

every_table = pytest.mark.parametrize("table", FORM.tables, ids=lambda table: table.id)


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def _positions(box: Box) -> Iterator[tuple[int, int]]:
    for line in range(box.line, box.line + box.lines):
        for column in range(box.column, box.column + box.columns):
            yield line, column


def _lines(table: Table) -> list[Line]:
    """Return a declared table in the shape of the official listing."""
    lines: list[Line] = [[] for _ in range(table.height)]
    for box in table.boxes:
        text = f"→{box.cell}" if box.cell else _plain(box.text)
        spans = box.lines > 1 or box.columns > 1
        lines[box.line].append((text, box.lines, box.columns) if spans else text)
    return lines


def test_the_form_has_two_hundred_cells() -> None:
    counts = {table.id: len(table.cells) for table in FORM.tables}
    assert counts == {"disclosure": 10, "requests": 175, "disputes": 15}
    assert len(FORM.cells) == 200


def test_every_cell_id_is_of_one_cell_and_names_its_place() -> None:
    ids = [cell.id for table in FORM.tables for cell in table.cells]
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    for name, cell in FORM.cells.items():
        assert name == f"{cell.table}.{cell.row.id}.{cell.column.id}"


@every_table
def test_boxes_cover_every_position_of_the_grid_once(table: Table) -> None:
    covered = Counter(position for box in table.boxes for position in _positions(box))
    grid = {(line, column) for line in range(table.height) for column in range(table.width)}
    assert set(covered) == grid
    assert set(covered.values()) == {1}


@every_table
def test_a_box_is_a_label_or_a_cell_and_never_both(table: Table) -> None:
    for box in table.boxes:
        assert bool(box.text) != bool(box.cell)


@every_table
def test_labels_merges_and_cells_stand_as_in_the_official_listing(table: Table) -> None:
    assert _lines(table) == TABLES[table.id]


@every_table
def test_every_row_and_column_that_has_a_label_in_print_says_the_same(table: Table) -> None:
    rows = {row.id: row.label for row in table.rows}
    columns = {column.id: column.label for column in table.columns}
    for box in table.boxes:
        if box.labels_row:
            assert box.text == rows[box.labels_row]
        if box.labels_column:
            assert box.text == columns[box.labels_column]
    assert {box.labels_row for box in table.boxes} >= set(rows)
    assert {box.labels_column for box in table.boxes} >= set(columns)


@every_table
def test_widths_fill_the_type_area_and_no_more(table: Table) -> None:
    assert len(table.widths_mm) == table.width
    assert min(table.widths_mm) > 0
    assert TYPE_AREA_MM - 1 < sum(table.widths_mm) <= TYPE_AREA_MM + 0.05


@every_table
def test_header_lines_and_label_columns_hold_no_cell(table: Table) -> None:
    boxes = [cell.box for cell in table.cells]
    assert min(box.line for box in boxes) >= table.header_lines
    assert min(box.column for box in boxes) >= table.label_columns


def test_the_six_headings_are_the_official_ones() -> None:
    assert tuple(section.heading for section in FORM.sections) == HEADINGS
    assert [section.number for section in FORM.sections] == [1, 2, 3, 4, 5, 6]


def test_sections_two_to_four_hold_the_tables() -> None:
    assert [section.table for section in FORM.sections] == [
        None,
        "disclosure",
        "requests",
        "disputes",
        None,
        None,
    ]
    assert all(FORM.section(table.section).table == table.id for table in FORM.tables)


def test_a_variant_of_a_heading_leads_to_one_section() -> None:
    variants = [variant for section in FORM.sections for variant in section.variants]
    assert max(Counter(variants).values()) == 1
    for section in FORM.sections:
        assert section.name in section.variants
        assert section.hint


def test_section_one_speaks_of_five_aspects() -> None:
    aspects = FORM.section(1).aspects
    names = "主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障"
    assert "、".join(aspect.name for aspect in aspects) == names
    assert all(aspect.keywords for aspect in aspects)


@every_table
def test_messages_can_tell_any_two_cells_of_a_table_apart(table: Table) -> None:
    assert max(Counter(cell.name for cell in table.cells).values()) == 1


@every_table
def test_no_synonym_leads_to_two_rows_of_a_group_or_two_columns(table: Table) -> None:
    rows = [(row.group, word) for row in table.rows for word in {row.label, *row.synonyms}]
    columns = [word for column in table.columns for word in {column.label, *column.synonyms}]
    assert max(Counter(rows).values()) == 1
    assert max(Counter(columns).values()) == 1


@every_table
def test_every_row_has_a_help_that_ends_as_a_sentence(table: Table) -> None:
    assert all(row.help.endswith("。") for row in table.rows)


def test_every_part_of_a_check_is_a_cell() -> None:
    named = {cell for total in FORM.totals for cell in (total.cell, *total.parts)}
    named |= {cell for balance in FORM.balances for cell in (*balance.left, *balance.right)}
    named |= {cell for carry in FORM.carries for cell in (carry.origin, carry.to)}
    named |= {cell for s in FORM.stocks for cell in (s.stock, s.added, s.removed)}
    assert named <= set(FORM.cells)


def test_a_total_is_made_of_other_cells_of_its_own_row_or_column() -> None:
    for total in FORM.totals:
        cell, parts = FORM.cells[total.cell], [FORM.cells[part] for part in total.parts]
        assert cell not in parts
        assert len(set(total.parts)) == len(parts) > 1
        assert {p.row for p in parts} == {cell.row} or {p.column for p in parts} == {cell.column}


def test_the_cells_marked_derived_are_the_totals() -> None:
    derived = {cell.id for cell in FORM.cells.values() if cell.derived}
    assert derived == {total.cell for total in FORM.totals}


def test_there_are_forty_two_cross_foots() -> None:
    rules = [total.rule for total in FORM.totals] + [balance.rule for balance in FORM.balances]
    assert Counter(rules) == {
        "requests.row_total": 25,
        "requests.handled_total": 7,
        "requests.balance": 7,
        "disputes.total": 3,
    }


def test_last_years_figures_bind_seven_carries_and_two_stocks() -> None:
    assert len(FORM.carries) == 7
    assert len(FORM.stocks) == 2


@every_table
def test_a_row_lies_under_a_check_or_is_marked_free_and_never_both(table: Table) -> None:
    bound = {cell for total in FORM.totals for cell in (total.cell, *total.parts)}
    bound |= {cell for balance in FORM.balances for cell in (*balance.left, *balance.right)}
    bound |= {cell for carry in FORM.carries for cell in (carry.origin, carry.to)}
    bound |= {cell for s in FORM.stocks for cell in (s.stock, s.added, s.removed)}
    for cell in table.cells:
        assert (cell.id in bound) != cell.row.free, cell.id


def test_the_fee_alone_is_an_amount() -> None:
    amounts = [name for name, cell in FORM.cells.items() if cell.kind is KINDS["amount"]]
    assert amounts == ["disclosure.fees.amount"]


def test_cells_come_in_printed_order() -> None:
    for table in FORM.tables:
        places = [(cell.box.line, cell.box.column) for cell in table.cells]
        assert all(before < after for before, after in pairwise(places))


def test_every_fingerprint_of_the_form_is_printed_in_it() -> None:
    printed = "".join(_plain(box.text) for table in FORM.tables for box in table.boxes)
    assert [mark for mark in FORM.fingerprints if mark not in printed] == []
