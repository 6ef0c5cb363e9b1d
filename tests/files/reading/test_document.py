import pytest

from gicapp.core.content import Paragraph
from gicapp.core.grid import Grid
from gicapp.files.reading import content_of
from tests.files.reading.parts import cell, document, paragraph, run, table
from tests.files.reading.seen import cells, codes, paragraphs, texts


def test_paragraphs_and_tables_come_in_the_order_of_the_page() -> None:
    body = paragraph(run("前")) + table(cell("甲") + cell("3")) + paragraph(run("后"))
    kinds = [type(block) for block in content_of(document(body)).blocks]
    assert kinds == [Paragraph, Grid, Paragraph]


def test_insertions_are_read_and_deletions_are_not() -> None:
    inside = run("收到") + f"<w:ins>{run('12')}</w:ins>"
    inside += "<w:del><w:r><w:delText>9</w:delText></w:r></w:del>" + run("件")
    moved = f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>"
    assert paragraphs(document(paragraph(inside + moved))) == ["收到12件新"]


def test_a_deleted_row_is_no_row() -> None:
    deleted = f"<w:trPr><w:del/></w:trPr>{cell('旧')}{cell('9')}"
    assert texts(document(table(deleted, cell("新") + cell("3")))) == {(0, 0): "新", (0, 1): "3"}


@pytest.mark.parametrize("off", ["0", "false"])
def test_hidden_text_is_not_read(off: str) -> None:
    inside = run("甲") + run("秘密", "<w:vanish/>") + run("乙", f'<w:vanish w:val="{off}"/>')
    assert paragraphs(document(paragraph(inside))) == ["甲乙"]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("80") + run("1", '<w:vertAlign w:val="superscript"/>'), "80[1]"),
        (run("80") + run("1", '<w:vertAlign w:val="baseline"/>'), "801"),
        (run("80", '<w:vertAlign w:val="superscript"/>'), "80"),
        (run("9", "<w:strike/>") + run("80"), "[已划去：9]80"),
        (run("9", '<w:strike w:val="0"/>') + run("80"), "980"),
        (run("9", "<w:dstrike/>"), "[已划去：9]"),
        ('<w:r><w:sym w:char="F08C"/></w:r>', "□"),
        ("<w:oMath><w:r><w:t>80</w:t></w:r></w:oMath>", "80"),
        (f"<w:AlternateContent><w:Choice>{run('8')}</w:Choice><w:Fallback>{run('8')}"
         "</w:Fallback></w:AlternateContent>", "8"),
        ("<w:r><w:drawing/></w:r>", "[图片]"),
    ],
)  # fmt: skip
def test_what_is_set_apart_in_a_cell_does_not_join_its_figure(inside: str, text: str) -> None:
    told = f"<w:tc><w:tcPr/>{paragraph(inside)}</w:tc>"
    assert texts(document(table(cell("甲") + told)))[0, 1] == text


def test_struck_and_raised_words_of_a_paragraph_are_its_words() -> None:
    inside = (
        run("面积80m") + run("2", '<w:vertAlign w:val="superscript"/>') + run("x", "<w:strike/>")
    )
    assert paragraphs(document(paragraph(inside))) == ["面积80m2x"]


def test_field_codes_are_not_shown_and_their_results_are() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    inside = field.format("begin") + "<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>"
    inside += field.format("separate") + run("15") + field.format("end") + run("件")
    assert paragraphs(document(paragraph(inside))) == ["15件"]


def test_line_ends_tabs_and_links_are_kept() -> None:
    inside = "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/></w:r>"
    inside += f"<w:hyperlink>{run('c')}</w:hyperlink>"
    assert paragraphs(document(paragraph(inside))) == ["a\nb\tc"]


def test_content_controls_are_looked_through() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    body = control(paragraph(run("甲"))) + table(control(cell("乙")) + cell("3"))
    assert paragraphs(document(body)) == ["甲"]
    assert texts(document(body)) == {(0, 0): "乙", (0, 1): "3"}


def test_spans_across_and_down_are_told() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    body = table(
        cell("宽", wide) + cell("高", '<w:vMerge w:val="restart"/>'),
        cell("1") + cell("2") + cell("", "<w:vMerge/>"),
        cell("3") + cell("4") + cell("", '<w:vMerge w:val="continue"/>'),
    )
    read = cells(document(body))
    assert (read[0, 0].columns, read[0, 2].rows) == (2, 3)
    assert read[2, 1].text == "4"


def test_a_row_may_begin_after_the_first_column() -> None:
    late = f'<w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("5")}'
    assert texts(document(table(cell("a") + cell("b"), late))) == {
        (0, 0): "a",
        (0, 1): "b",
        (1, 1): "5",
    }


def test_text_under_a_merge_is_told() -> None:
    body = table(
        cell("甲", '<w:vMerge w:val="restart"/>') + cell("1"), cell("9", "<w:vMerge/>") + cell("2")
    )
    assert codes(document(body)) == ["value.covered"]


def test_a_frame_around_the_page_is_no_table() -> None:
    inner = table(cell("甲") + cell("3"), cell("乙") + cell("4"))
    outer = f"<w:tbl><w:tr><w:tc>{paragraph(run('题'))}{inner}</w:tc></w:tr></w:tbl>"
    blocks = content_of(document(outer)).blocks
    assert [type(block) for block in blocks] == [Paragraph, Grid]


def test_a_table_inside_a_cell_comes_after_the_table() -> None:
    inner = table(cell("内") + cell("7"))
    holder = f"<w:tc>{paragraph(run('外'))}{inner}</w:tc>"
    line = cell("1") + cell("2")
    blocks = content_of(document(table(holder + cell("3"), line, line))).blocks
    found = [block for block in blocks if isinstance(block, Grid)]
    assert [grid.cells[0].text for grid in found] == ["外", "内"]


def test_headings_are_told_by_paragraph_or_by_style() -> None:
    styles = (
        '<w:style w:styleId="H"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:styleId="I"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="L"><w:basedOn w:val="L"/></w:style>'
    )
    body = "".join(
        paragraph(run("题"), properties)
        for properties in (
            '<w:pStyle w:val="I"/>',
            '<w:pStyle w:val="L"/>',
            '<w:pStyle w:val="H"/><w:outlineLvl w:val="9"/>',
            '<w:outlineLvl w:val="2"/>',
        )
    )
    blocks = content_of(document(body, styles)).blocks
    assert [b.heading for b in blocks if isinstance(b, Paragraph)] == [1, 0, 0, 3]


def test_tables_without_end_are_refused() -> None:
    assert codes(document("<w:tbl><w:tr>" + "<w:tc/>" * 70_000 + "</w:tr></w:tbl>")) == [
        "file.too_large"
    ]


def test_text_in_boxes_is_told_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('2023年'))}</w:txbxContent>"
    body = paragraph(f"<w:r><w:pict>{box}</w:pict></w:r><w:r><w:drawing>{box}</w:drawing></w:r>")
    content = content_of(document(body + paragraph(run("甲"))))
    assert codes(content) == ["text.box"]
    assert content.problems[0].message.count("2023年") == 1
    assert [block.text for block in content.blocks if isinstance(block, Paragraph)] == ["", "甲"]
