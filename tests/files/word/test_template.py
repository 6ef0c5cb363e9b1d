"""The template that ships: recognised whole, small, and valid as what is made from it is."""

from datetime import date
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from gicapp.core.grid import Grid
from gicapp.core.layout import Layout, PageNumber, TableSize
from gicapp.core.recognition.recognise import recognise
from gicapp.files.reading import content_of
from gicapp.files.word import build_document
from gicapp.files.word.document import official_template
from gicapp.files.word.slots import find_slots
from gicapp.files.word.source import open_template
from gicapp.files.word.template import build_template
from gicapp.form.declaration import Table
from tests.files.word.documents import FORM, a_report, tag


def grids_of(data: bytes) -> list[Grid]:
    return [block for block in content_of(data).blocks if isinstance(block, Grid)]


def squeezed(text: str) -> str:
    return "".join(text.split())


def boxes_of(table: Table) -> set[tuple[int, int, int, int, str]]:
    """Return the boxes of a declared table with their texts; value boxes are blank."""
    return {(b.line, b.column, b.lines, b.columns, squeezed(b.text)) for b in table.boxes}


@pytest.mark.parametrize("data", [official_template(FORM.id), build_template(FORM)])
def test_the_recogniser_finds_all_200_cells_where_the_form_has_them(data: bytes) -> None:
    found = [recognise(grid, FORM).cells for grid in grids_of(data)]
    for cells, table in zip(found, FORM.tables, strict=True):
        assert cells == {cell.id: (cell.box.line, cell.box.column) for cell in table.cells}
    assert sum(len(cells) for cells in found) == 200


def test_its_tables_have_the_labels_and_merges_of_the_form() -> None:
    for grid, table in zip(grids_of(official_template(FORM.id)), FORM.tables, strict=True):
        assert {
            (cell.row, cell.column, cell.rows, cell.columns, squeezed(cell.text))
            for cell in grid.cells
        } == boxes_of(table)


def test_its_columns_are_as_wide_as_the_form_says() -> None:
    template = open_template(official_template(FORM.id))
    for table, declared in zip(template.body.iter(tag("tbl")), FORM.tables, strict=True):
        widths = [int(column.get(tag("w"), "")) for column in table.iter(tag("gridCol"))]
        assert widths == pytest.approx([w / 25.4 * 1440 for w in declared.widths_mm], abs=1)


def test_it_is_a_template_by_the_rules_for_a_units_own() -> None:
    slots = find_slots(open_template(official_template(FORM.id)).body, FORM)
    assert set(slots.models()) == {0, 1, 2, 3, 4}


def test_it_is_small() -> None:
    assert len(official_template(FORM.id)) < 16 * 1024


@pytest.mark.parametrize(
    "layout",
    [
        Layout(),
        Layout(signature=True, date=date(2024, 1, 20), number="某统〔2024〕2号"),
        Layout(page_number=PageNumber.NONE, table_size=TableSize.LARGE, table_face="仿宋"),
        Layout(page_number=PageNumber.CENTRE, table_size=TableSize.SMALL),
    ],
)
def test_what_is_made_from_it_is_valid(layout: Layout, tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(build_document(a_report(), FORM, layout))
    result = OpenXmlValidator().validate(path)
    assert [str(error) for error in result.errors] == []
