import pytest

from gicapp.core.grid import Doubt
from tests.files.reading.seen import cells, codes, grids, texts
from tests.files.reading.sources import ods_of


def _sheet(rows: str, name: str = "表") -> bytes:
    return ods_of(f'<table:table table:name="{name}">{rows}</table:table>')


def _number(value: str, shown: str = "", more: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}" {more}>'
        f"<text:p>{shown or value}</text:p></table:table-cell>"
    )


def test_repeated_blanks_move_what_follows() -> None:
    blank = '<table:table-cell table:number-columns-repeated="3"/>'
    rows = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        f"<table:table-row>{blank}{_number('5')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert texts(_sheet(rows)) == {(2, 3): "5"}


def test_repeated_values_stand_in_each_of_their_cells() -> None:
    cell = _number("0", more='table:number-columns-repeated="2"')
    rows = f'<table:table-row table:number-rows-repeated="2">{cell}</table:table-row>'
    assert texts(_sheet(rows)) == {(0, 0): "0", (0, 1): "0", (1, 0): "0", (1, 1): "0"}


@pytest.mark.parametrize("times", ["1048576", "99999999"])
def test_values_repeated_without_end_are_refused(times: str) -> None:
    rows = f'<table:table-row table:number-rows-repeated="{times}">{_number("1")}</table:table-row>'
    assert codes(_sheet(rows)) == ["file.too_large"]


def test_the_stored_number_counts_where_a_rounded_one_is_shown() -> None:
    read = cells(_sheet(f"<table:table-row>{_number('12.3456', '12.35')}</table:table-row>"))
    assert str(read[0, 0].number) == "12.3456"


@pytest.mark.parametrize("shown", ["12.5万", "50%", "5,000.00元"])
def test_a_figure_shown_with_its_unit_is_left_as_shown(shown: str) -> None:
    read = cells(_sheet(f"<table:table-row>{_number('125000', shown)}</table:table-row>"))
    assert (read[0, 0].text, read[0, 0].number) == (shown, None)


def test_hidden_rows_and_columns_are_in_doubt() -> None:
    rows = (
        '<table:table-column/><table:table-column table:visibility="collapse"/>'
        f"<table:table-row>{_number('1')}{_number('2')}</table:table-row>"
        f'<table:table-row table:visibility="filter">{_number("3")}</table:table-row>'
    )
    doubts = {where: cell.doubt for where, cell in cells(_sheet(rows)).items()}
    assert doubts == {(0, 0): None, (0, 1): Doubt.HIDDEN, (1, 0): Doubt.HIDDEN}


def test_formulas_are_written_as_sheets_show_them() -> None:
    row = f"<table:table-row>{_number('3', more='table:formula=&quot;&quot;')}"
    row = row.replace("&quot;&quot;", '"of:=SUM([.B1:.C1];[$表.D4])"')
    assert cells(_sheet(f"{row}</table:table-row>"))[0, 0].formula == "=SUM(B1:C1;$表.D4)"


def test_several_tables_are_several_grids() -> None:
    one = '<table:table table:name="一"><table:table-row/></table:table>'
    names = [grid.name for grid in grids(ods_of(one + one.replace("一", "二")))]
    assert names == ["工作表“一”", "工作表“二”"]
