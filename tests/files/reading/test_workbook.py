from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.grid import Doubt, Grid
from gicapp.files.reading import content_of
from gicapp.files.reading.archive import Archive
from gicapp.files.reading.sheet_cell import Book
from gicapp.files.reading.tidy_sheet import tidy_cells, tidy_strings
from tests.files.reading.parts import SHEET, STRINGS, rows, styled, untidy, workbook
from tests.files.reading.seen import cells, codes, grids, texts
from tests.files.reading.sources import Table, packed, xlsx
from tests.files.reading.test_formats import tables

FIVE = '<c r="A1"><v>5</v></c>'


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ('<r><t>80</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>', "80[1]"),
        ("<r><rPr><strike/></rPr><t>9</t></r><r><t>80</t></r>", "[已划去：9]80"),
        ('<r><rPr><strike val="0"/></rPr><t>9</t></r><r><t>80</t></r>', "980"),
    ],
)
def test_what_is_set_apart_in_a_cell_does_not_join_its_figure(runs: str, text: str) -> None:
    sheet = rows('<c r="A1" t="s"><v>0</v></c>')
    assert cells(workbook(sheet, strings=f"<si>{runs}</si>"))[0, 0].text == text


@pytest.mark.parametrize(
    ("code", "text"),
    [("0&quot;万&quot;", "5万"), ("0&quot;万件&quot;", "5万件"), ("0&quot;件&quot;", "5")],
)
def test_tens_of_thousands_of_a_format_stand_behind_the_number(code: str, text: str) -> None:
    sheet = rows('<c r="A1" s="1"><v>5</v></c>')
    assert cells(workbook(sheet, styles=styled(code)))[0, 0].text == text


def test_a_digit_that_only_the_format_writes_makes_the_number_another() -> None:
    sheet = rows('<c r="A1" s="1"><v>5</v></c>')
    assert cells(workbook(sheet, styles=styled("&quot;1&quot;0")))[0, 0].number is None


@given(table=tables())
def test_the_short_and_the_long_way_say_the_same(table: Table) -> None:
    data = xlsx(table)
    assert tidy_cells(Archive(data).read(SHEET), Book()) is not None
    assert tidy_cells(Archive(untidy(data)).read(SHEET), Book()) is None
    assert content_of(data) == content_of(untidy(data))


@st.composite
def written_cells(draw: st.DrawFn) -> str:
    """Draw what stands in a `c` element and its attributes, sound or not."""
    kind = draw(st.sampled_from(["", *(f' t="{t}"' for t in ("n", "s", "str", "b", "e", "d"))]))
    style = draw(st.sampled_from(["", ' s="0"', ' s="1"', ' s="9"']))
    formula = draw(
        st.sampled_from(["", "", "<f>A1+B1</f>", "<f></f>", '<f aca="false">1&lt;2</f>'])
    )
    value = draw(
        st.sampled_from(["0", "1", "-2.50", "1E3", "0.30000000000000004", "７", " 3 ", "x"])
        | st.sampled_from(
            ["", "一&amp;二", "&#24635;&#x8BA1;", "a\nb", "&#10;", "_x000A_", "99999"]
        )
    )
    inline = draw(st.booleans())
    said = f"<is><t>{value}</t></is>" if inline else f"<v>{value}</v>"
    return f"{style}{kind}>{formula}{draw(st.sampled_from([said, said, '<v/>', '']))}"


@given(
    lines=st.lists(st.lists(written_cells(), max_size=4), min_size=1, max_size=4),
    strings=st.lists(st.sampled_from(["总计", "&lt;1", "_x000A_", " 一 ", "a\nb"]), max_size=3),
    recalculated=st.booleans(),
)
def test_any_cell_says_the_same_the_short_and_the_long_way(
    lines: list[list[str]], strings: list[str], *, recalculated: bool
) -> None:
    data = workbook(
        rows(
            *(
                "".join(f'<c r="{"ABCD"[k]}{n}"{cell}</c>' for k, cell in enumerate(line))
                for n, line in enumerate(lines, 1)
            )
        ),
        strings="".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in strings),
        styles=styled("yyyy-mm-dd"),
        book='<calcPr fullCalcOnLoad="1"/>' if recalculated else "",
    )
    assert tidy_cells(Archive(data).read(SHEET), Book()) is not None
    assert not strings or tidy_strings(Archive(data).read(STRINGS)) is not None
    assert content_of(data) == content_of(untidy(data))


@pytest.mark.parametrize(
    "line",
    [
        '<c r="A1" t="str"><v>&#0;</v></c>',
        '<c r="A1"><v>1</v></c>多余',
        '<c r="A1"><v>1</v><v>2</v></c>',
        '<c r="A1"><v>1</v></c><!--<c r="B1"><v>2</v></c>-->',
        '<c r="B7"><v>1</v></c>',
        '<c r="AAA1"><v>1</v></c>',
        '<c r="A1" t="str"><v>a&b</v></c>',
        "<c><v>1</v></c>",
        "<c r='A1'><v>1</v></c>",
    ],
)
def test_whatever_is_written_otherwise_goes_the_long_way(line: str) -> None:
    assert tidy_cells(f"<worksheet>{rows(line)}</worksheet>".encode(), Book()) is None


@pytest.mark.parametrize(
    "sheet",
    [
        f"<!--{rows(FIVE)}-->",
        f"<?other {rows(FIVE)}?>",
        f"{rows(FIVE)}{rows(FIVE)}",
        rows(FIVE).replace("<row ", '<row hidden="1" '),
        rows(FIVE).replace('r="1"', 'r="1" hidden="1"'),
        rows(FIVE).replace("</row>", ""),
    ],
)
def test_hidden_and_passed_over_rows_go_the_long_way(sheet: str) -> None:
    assert tidy_cells(f"<worksheet>{sheet}</worksheet>".encode(), Book()) is None


def test_a_sheet_that_says_it_is_not_in_utf8_goes_the_long_way() -> None:
    head = '<?xml version="1.0" encoding="GB18030"?>'
    assert tidy_cells(f"{head}<worksheet>{rows(FIVE)}</worksheet>".encode(), Book()) is None


def test_a_formula_without_a_result_is_in_doubt_and_keeps_its_text() -> None:
    read = cells(workbook(rows('<c r="A1"><f>SUM(B1:C1)</f></c><c r="B1"><f>1+1</f><v>2</v></c>')))
    assert (read[0, 0].doubt, read[0, 0].formula) == (Doubt.FORMULA, "=SUM(B1:C1)")
    assert (read[0, 1].doubt, read[0, 1].number) == (None, 2)


def test_a_shared_formula_is_told_for_each_of_its_cells() -> None:
    first = '<c r="A1"><f t="shared" si="0" ref="A1:A2">B1+C1</f></c>'
    read = cells(workbook(rows(first, '<c r="A2"><f t="shared" si="0"/></c>')))
    assert read[1, 0].formula == "=B2+C2"


def test_results_left_to_be_reckoned_on_opening_are_not_believed() -> None:
    data = workbook(
        rows('<c r="A1"><f>B1+C1</f><v>0</v></c><c r="B1"><v>3</v></c>'),
        book='<calcPr fullCalcOnLoad="1"/>',
    )
    assert (cells(data)[0, 0].doubt, cells(data)[0, 0].number) == (Doubt.FORMULA, None)


def test_an_error_is_in_doubt_and_not_blank() -> None:
    read = cells(workbook(rows('<c r="A1" t="e"><v>#REF!</v></c>')))[0, 0]
    assert (read.text, read.number, read.doubt) == ("#REF!", None, Doubt.ERROR)


def test_cells_in_hidden_rows_and_columns_are_in_doubt() -> None:
    sheet = (
        '<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1">'
        '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="2" hidden="1"><c r="A2"><v>3</v></c></row></sheetData>'
    )
    doubts = {where: cell.doubt for where, cell in cells(workbook(sheet)).items()}
    assert doubts == {(0, 0): None, (0, 1): Doubt.HIDDEN, (1, 0): Doubt.HIDDEN}


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_read_and_marked(state: str) -> None:
    tab = f'<sheet name="旧表" sheetId="1" state="{state}" r:id="worksheet1"/>'
    (only,) = grids(workbook(rows(FIVE), tabs=tab))
    assert only.hidden
    assert only.cells[0].doubt is Doubt.HIDDEN


@pytest.mark.parametrize("code", ["yyyy-mm-dd", "yyyy&quot;年&quot;", "[$-804]m/d", "h:mm"])
def test_a_date_is_in_doubt_and_no_number(code: str) -> None:
    read = cells(workbook(rows('<c r="A1" s="1"><v>45047</v></c>'), styles=styled(code)))[0, 0]
    assert (read.number, read.doubt) == (None, Doubt.DATE)
    assert read.text.startswith("2023-05-01")


@pytest.mark.parametrize("code", ["0!.0,", "0%", "#,##0,", ";;;", "0\\.0,"])
def test_a_format_that_shows_another_number_leaves_no_number(code: str) -> None:
    read = cells(workbook(rows('<c r="A1" s="1"><v>125000</v></c>'), styles=styled(code)))[0, 0]
    assert read.number is None
    assert read.text.startswith("125000（")


@pytest.mark.parametrize("code", ["0.00&quot;元&quot;", "#,##0\\元", "0&quot;万元&quot;"])
def test_a_unit_of_money_in_the_format_is_told(code: str) -> None:
    read = cells(workbook(rows('<c r="A1" s="1"><v>12.5</v></c>'), styles=styled(code)))[0, 0]
    assert read.number is None
    assert read.text in {"12.5元", "12.5万元"}


@pytest.mark.parametrize("code", ["General", "#,##0.00", "0&quot;件&quot;", "_ * #,##0_ ;@_ "])
def test_other_formats_change_nothing(code: str) -> None:
    read = cells(workbook(rows('<c r="A1" s="1"><v>12.50</v></c>'), styles=styled(code)))[0, 0]
    assert (read.text, read.number) == ("12.5", Decimal("12.5"))


@pytest.mark.parametrize("written", ["0.30000000000000004", "0.3", "3E-1"])
def test_the_noise_of_binary_sums_is_no_figure(written: str) -> None:
    assert cells(workbook(rows(f'<c r="A1"><v>{written}</v></c>')))[0, 0].number == Decimal("0.3")


def test_what_stands_under_a_merge_is_told() -> None:
    sheet = rows(FIVE + '<c r="B1"><v>7</v></c>') + (
        '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    )
    content = content_of(workbook(sheet))
    assert codes(content) == ["value.covered"]
    assert "B1" in content.problems[0].message
    assert isinstance(content.blocks[0], Grid)
    assert [(c.number, c.columns) for c in content.blocks[0].cells] == [(5, 2)]


def test_a_merge_reaches_no_farther_than_the_cells() -> None:
    sheet = rows(FIVE + '<c r="C1"><v>7</v></c>', '<c r="A2"><v>1</v></c>') + (
        '<mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells>'
    )
    assert cells(workbook(sheet))[1, 0].columns == 3


def test_reading_aids_and_coded_letters_are_no_text() -> None:
    strings = (
        "<si><r><t>总</t></r><r><t>计</t></r><rPh><t>zj</t></rPh></si><si><t>一_x000A_二</t></si>"
    )
    data = workbook(
        rows('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'), strings=strings
    )
    assert texts(data) == {(0, 0): "总计", (0, 1): "一\n二"}


def test_rows_and_cells_without_references_follow_each_other() -> None:
    sheet = (
        "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>"
    )
    assert texts(workbook(sheet)) == {(0, 0): "1", (0, 1): "2", (1, 0): "3"}


def test_one_bad_sheet_does_not_hold_up_the_others() -> None:
    far = rows('<c r="A1"><v>1</v></c><c r="XFD1048576"><v>2</v></c>')
    content = content_of(workbook(far, rows(FIVE)))
    assert codes(content) == ["file.too_large"]
    assert [block.name for block in content.blocks if isinstance(block, Grid)] == ["工作表“表2”"]


def test_a_tab_that_leads_nowhere_is_told() -> None:
    tab = '<sheet name="空" sheetId="1" r:id="nowhere"/>'
    content = content_of(workbook(rows(FIVE), tabs=tab))
    assert codes(content) == ["file.damaged"]
    assert "工作表“空”" in content.problems[0].message


def test_a_workbook_that_lost_its_styles_is_not_believed() -> None:
    archive = Archive(workbook(rows(FIVE)))
    parts = {name: archive.read(name) for name in archive.names if "styles" not in name}
    assert codes(content_of(packed(dict(parts)))) == ["file.damaged"]
