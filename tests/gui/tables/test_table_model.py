import pytest
from pytestqt.modeltest import ModelTester

from gicapp.core.report import Report
from gicapp.form.loader import load_form
from gicapp.gui.session import Session
from gicapp.gui.tables.table_model import TableModel, split_of

FORM = load_form()
TABLES = pytest.mark.parametrize("name", [table.id for table in FORM.tables])


@TABLES
def test_every_table_is_a_sound_model(
    name: str, session: Session, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(TableModel(session, FORM.table(name)), force_py=True)


@TABLES
def test_every_cell_of_the_form_has_its_place(name: str, session: Session) -> None:
    model = TableModel(session, FORM.table(name))
    found = [model.cell(model.place(cell.id)) for cell in FORM.table(name).cells]
    assert found == list(FORM.table(name).cells)


@TABLES
def test_no_merge_is_cut_where_labels_stand_still(name: str) -> None:
    table = FORM.table(name)
    lines, columns = split_of(table)
    for box in table.boxes:
        assert not box.line < lines < box.line + box.lines
        assert not box.column < columns < box.column + box.columns


def test_a_typed_number_becomes_a_value_and_moves_its_totals(session: Session) -> None:
    model = TableModel(session, FORM.table("requests"))
    assert model.setData(model.place("requests.granted.natural"), "５")
    assert session.report.value("requests.granted.natural") == 5
    assert session.report.value("requests.handled.total") == 5


def test_a_text_that_is_no_number_is_kept_beside_the_old_value(session: Session) -> None:
    model = TableModel(session, FORM.table("requests"))
    place = model.place("requests.new.natural")
    assert not model.setData(place, "三件")
    assert session.report.value("requests.new.natural") == 3
    assert place.data() == "三件"
    cell = model.cell(place)
    assert cell
    assert "没有填入" in model.remarks(cell)[0]


def test_a_refused_text_goes_when_a_number_is_typed(session: Session) -> None:
    model = TableModel(session, FORM.table("requests"))
    place = model.place("requests.new.natural")
    model.setData(place, "三件")
    model.setData(place, "4")
    assert model.refusal("requests.new.natural") is None
    assert place.data() == "4"


def test_a_failing_sum_marks_its_total_and_not_its_parts(session: Session) -> None:
    model = TableModel(session, FORM.table("requests"))
    model.setData(model.place("requests.granted.total"), "9")
    session.check_now()
    assert [f.rule for f in model.findings("requests.granted.total")] == ["requests.row_total"]
    assert model.findings("requests.granted.commercial") == []


def test_a_total_is_automatic_while_it_agrees(session: Session) -> None:
    model = TableModel(session, FORM.table("requests"))
    total = FORM.cells["requests.granted.total"]
    assert model.is_automatic(total)
    model.setData(model.place(total.id), "9")
    assert not model.is_automatic(total)


def test_totals_are_never_automatic_where_people_fill_them_in(typed_totals: Report) -> None:
    model = TableModel(Session(typed_totals), FORM.table("requests"))
    assert not any(model.is_automatic(cell) for cell in FORM.table("requests").cells)


def test_a_screen_reader_hears_the_cell_its_value_and_its_findings(session: Session) -> None:
    model = TableModel(session, FORM.table("requests"))
    model.setData(model.place("requests.new.natural"), "")
    session.check_now()
    text = str(model.data(model.place("requests.new.natural"), 11))
    assert text.startswith("本年新收×自然人：空，上年 0，错误：")


@TABLES
def test_headers_say_the_whole_label(name: str, session: Session) -> None:
    from PySide6.QtCore import Qt

    model = TableModel(session, FORM.table(name))
    if model.label_columns:
        texts = [str(model.headerData(n, Qt.Orientation.Vertical)) for n in range(model.rowCount())]
        assert all(texts)
        assert len(set(texts)) == len(texts)


@TABLES
def test_every_place_and_header_is_spoken_merged_ones_too(name: str, session: Session) -> None:
    from PySide6.QtCore import Qt

    model = TableModel(session, FORM.table(name))
    role = Qt.ItemDataRole.AccessibleTextRole
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert model.index(row, column).data(role)
    for way, count in (
        (Qt.Orientation.Horizontal, model.columnCount()),
        (Qt.Orientation.Vertical, model.rowCount()),
    ):
        assert all(model.headerData(place, way) for place in range(count))
