import pytest

from gicapp.core.content import Paragraph
from gicapp.core.grid import Doubt, Grid
from gicapp.files.reading import content_of, pasted_content
from tests.files.reading.seen import cells, codes, paragraphs, texts
from tests.files.reading.sources import Table, page


def test_a_quotation_mark_that_never_ends_swallows_nothing() -> None:
    data = '甲,"一\n' + "乙,2\n" * 60
    assert len(texts(data.encode())) == 122


def test_quoted_fields_keep_separators_and_line_ends() -> None:
    assert texts('甲,"1,234"\n乙,"a\nb"\n'.encode())[0, 1] == "1,234"
    assert texts('甲,"1,234"\n乙,"a\nb"\n'.encode())[1, 1] == "a\nb"


def test_tables_of_several_widths_in_one_text_of_tabs_are_read_apart() -> None:
    narrow = "".join(f"甲{n}\t{n}\t{n}\t{n}\t{n}\n" for n in range(3))
    wide = "".join(f"乙{n}\t\t{n}\t{n}\t{n}\t{n}\t{n}\n" for n in range(3))
    blocks = content_of(f"标题\n\n{narrow}小计\t\t\t\t\n\n{wide}".encode()).blocks
    found = [block for block in blocks if isinstance(block, Grid)]
    assert [len({cell.row for cell in grid.cells}) for grid in found] == [4, 3]
    assert codes(f"标题\n\n{narrow}\n{wide}".encode()) == []


def test_formulas_and_errors_in_a_csv_are_in_doubt() -> None:
    read = cells('甲,=SUM(B2:B3)\n乙,#REF!\n丙,="007"\n'.encode())
    assert (read[0, 1].doubt, read[1, 1].doubt) == (Doubt.FORMULA, Doubt.ERROR)
    assert read[2, 1].text == "007"


def test_letters_that_no_encoding_knows_are_told() -> None:
    assert codes("甲,1\n乙,".encode() + b"\xff\xff\n") == ["file.encoding"]


def test_prose_with_commas_is_prose() -> None:
    text = "一、总体情况\n2023年,我局收到申请3件,办结3件.\n二、主动公开情况\n无"
    assert content_of(text.encode()).format == "txt"
    assert len(paragraphs(text.encode())) == 4


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_chinese_without_a_mark_of_its_encoding_is_read(encoding: str) -> None:
    text = "政府信息公开工作年度报告\n一、总体情况\n今年以来，本局按月更新栏目，未收到申请。"
    assert paragraphs(text.encode(encoding)) == text.split("\n")


def test_bytes_that_only_hold_zeros_among_others_are_no_text() -> None:
    assert codes(bytes(range(256)) * 40) == ["file.unknown"]


FLATTENED = """三、收到和处理政府信息公开申请情况
\t（本列数据的勾稽关系）
\t申请人情况

\t
\t自然人
\t法人或其他组织
\t总计

\t
\t
\t商业
企业
\t科研
机构
\t

\t一、本年新收
\t3
\t0
\t1
\t4

\t三、办理结果
\t（一）予以公开
\t
\t0
\t1
\t1

\t
\t（二）部分公开
\t3
\t0
\t0
\t3

四、行政复议
"""


def test_a_table_with_a_line_for_each_cell_gets_its_columns_back() -> None:
    blocks = content_of(FLATTENED.encode()).blocks
    assert [type(block) for block in blocks] == [Paragraph, Grid, Paragraph]
    assert isinstance(blocks[1], Grid)
    read = {(cell.row, cell.column): cell for cell in blocks[1].cells}
    assert (read[1, 2].text, read[1, 3].text, read[1, 3].columns) == ("自然人", "法人或其他组织", 2)
    assert (read[2, 3].text, read[2, 4].text) == ("商业\n企业", "科研\n机构")
    assert [read[3, column].text for column in (2, 3, 4, 5)] == ["3", "0", "1", "4"]
    assert [read[4, column].text for column in (2, 3, 4, 5)] == ["", "0", "1", "1"]


INDENTED = """\t本报告依照《政府信息公开条例》的要求编写。
\t一、总体情况
\t2023年，本局按月更新公开栏目，全年发布各类信息36条。
\t（一）主动公开
\t重点公布了规划和预算。
\t二、主动公开政府信息情况
规章
0
行政规范性文件
2
行政许可
15
\t五、存在的主要问题及改进情况
\t更新还不及时，明年逐月检查。
"""


ALL_INDENTED = "\n".join(f"\t{line.strip()}" for line in INDENTED.splitlines())


@pytest.mark.parametrize("text", [INDENTED, ALL_INDENTED])
def test_an_indent_before_paragraphs_makes_no_cells_of_them(text: str) -> None:
    lines = [line.strip() for line in INDENTED.splitlines()]
    content = content_of(text.encode())
    assert content.format == "txt"
    assert [block.text.strip() for block in content.blocks if isinstance(block, Paragraph)] == lines


def test_an_indent_before_paragraphs_makes_no_rows_of_them_beside_rows_with_tabs() -> None:
    rows = INDENTED.replace("\n0", "\t0").replace("\n2\n", "\t2\n").replace("\n15", "\t15")
    blocks = content_of(rows.encode()).blocks
    assert [type(block) for block in blocks] == [Paragraph] * 6 + [Grid] + [Paragraph] * 2
    assert isinstance(blocks[6], Grid)
    assert [cell.text for cell in blocks[6].cells][::2] == ["规章", "行政规范性文件", "行政许可"]


def test_a_note_that_is_a_sentence_leaves_lines_of_cells_what_they_are() -> None:
    text = FLATTENED.replace("\n四、行政复议", "\n\t注：本表按季汇总。\n\n四、行政复议")
    blocks = content_of(text.encode()).blocks
    assert [type(block) for block in blocks] == [Paragraph, Grid, Paragraph]


def test_rows_with_tabs_among_prose_are_a_table() -> None:
    text = "一、总体情况\n今年收到申请3件。\n甲\t1\t2\n乙\t3\t4\n五、存在的问题\n无\n没有了\n完"
    blocks = content_of(text.encode()).blocks
    assert [type(block) for block in blocks] == [Paragraph] * 2 + [Grid] + [Paragraph] * 4


TABLE = Table({(0, 0): "题", (1, 0): "甲", (1, 1): 3, (2, 1): 5}, [(0, 0, 0, 1), (1, 0, 2, 0)])


@pytest.mark.parametrize("head", ["", "Version:1.0\r\nStartHTML:0000000105\r\n"])
def test_a_pasted_block_is_read_from_its_page_with_its_merges(head: str) -> None:
    content = pasted_content("题\r\n甲\t3\r\n\t5\r\n", head + page(TABLE))
    (grid,) = (block for block in content.blocks if isinstance(block, Grid))
    assert content.format == "clipboard"
    assert (grid.cells[0].columns, grid.cells[1].rows) == (2, 2)


@pytest.mark.parametrize("html", [None, "", "<p>题 甲 3</p>"])
def test_a_pasted_block_without_a_table_in_its_page_is_read_from_its_text(html: str | None) -> None:
    (grid,) = pasted_content("题\t件\r\n甲\t3\r\n乙\t5\r\n", html).blocks
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["题", "件", "甲", "3", "乙", "5"]


UNEVEN = """	自然人	商业	科研	公益	总计
一、本年新收	1	2	3	4	10
三、办理结果	（一）予以公开	1	0	0	0	1
	（二）部分公开	0	2	3	4	9
四、结转	0	0	0	0	0
"""


def test_rows_copied_out_of_word_are_put_under_their_columns() -> None:
    read = cells(UNEVEN.encode())
    for row in range(5):
        assert [read[row, column].text for column in (2, 3, 6)] != ["", "", ""]
    assert [read[1, column].text for column in range(2, 7)] == ["1", "2", "3", "4", "10"]
    assert (read[1, 0].columns, read[2, 0].columns) == (2, 1)


def test_a_row_with_too_few_figures_is_told_and_not_guessed() -> None:
    content = content_of(UNEVEN.replace("0\t2\t3\t4\t9", "2\t3\t4\t9").encode())
    assert codes(content) == ["row.figures"]
    assert "2 3 4 9" in content.problems[0].message
    (grid,) = (block for block in content.blocks if isinstance(block, Grid))
    assert [c.text for c in grid.cells if c.row == 3 and c.text] == ["（二）部分公开"]


def test_an_even_table_parted_by_signs_among_paragraphs_is_a_grid() -> None:
    text = "某局报告\n\n| 项目 | 件数 |\n| --- | ---: |\n| 许可 |  |\n| 处罚 | 4 |\n\n结束。"
    first, grid, last = content_of(text.encode()).blocks
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["项目", "件数", "许可", "", "处罚", "4"]
    assert [first, last] == [Paragraph("某局报告"), Paragraph("结束。")]


def test_nothing_but_an_even_table_parted_by_signs_is_delimited_text() -> None:
    assert content_of("信息内容|件数\n行政许可|3\n行政处罚|4\n".encode()).format == "csv"


def test_lines_of_an_uneven_table_parted_by_signs_stay_lines() -> None:
    lines = ["某局报告", "| 第二十条 |||", "| 规章 | 0 | 0 |", "| 行政许可 | 3 ||"]
    assert content_of("\n".join(lines).encode()).blocks == tuple(map(Paragraph, lines))


def test_a_text_that_is_cut_off_within_a_letter_keeps_the_others() -> None:
    text = "甲县教育局2023年政府信息公开工作年度报告\n一、总体情况\n无".encode()
    assert paragraphs(text[:-1])[0] == "甲县教育局2023年政府信息公开工作年度报告"
    assert codes(text[:-1]) == ["file.encoding"]
