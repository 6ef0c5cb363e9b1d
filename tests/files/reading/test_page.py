from decimal import Decimal

import pytest

from gicapp.core.content import Paragraph
from gicapp.core.grid import Doubt, Grid
from gicapp.files.reading import content_of
from tests.files.reading.seen import cells, codes, grids, paragraphs, texts


def _page(body: str) -> bytes:
    head = '<!DOCTYPE html><html><head><meta charset="utf-8"></head>'
    return f"{head}<body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gbk"),
        ("utf-8", "utf-8"),
        ("utf-8", "gb18030"),
        ("", "gbk"),
        ("punycode", "utf-8"),
        ("iso-8859-1", "gbk"),
    ],
)
def test_the_encoding_is_the_declared_one_or_the_one_that_fits(
    declared: str, encoding: str
) -> None:
    page = f'<html><meta http-equiv="a" content="text/html; charset={declared}"><p>总体情况</p>'
    assert paragraphs(page.encode(encoding)) == ["总体情况"]


def test_letters_that_no_encoding_knows_are_told() -> None:
    assert codes(_page("<p>总体").replace("体".encode(), b"\xff\xff")) == ["file.encoding"]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("80<sup>1</sup>", "80[1]"),
        ("80<sup>[1]</sup>", "80[[1]]"),
        ("<sup>80</sup>", "80"),
        ("80<sup> </sup>", "80 "),
        ("80<span style='vertical-align:super'>1</span>", "80[1]"),
        ("<s>9</s>80", "[已划去：9]80"),
        ("<span style='text-decoration: line-through'>9</span>80", "[已划去：9]80"),
        ("<span style='font-size:0'>9</span>80", "80"),
        ("<span style='font-size:0.9em'>80</span>", "80"),
        ("<img src='80.png'>", "[图片]"),
        ("<img src='line.png'>80", "80"),
    ],
)
def test_what_is_set_apart_in_a_cell_does_not_join_its_figure(inside: str, text: str) -> None:
    assert texts(_page(f"<table><tr><td>甲<td>{inside}</table>"))[0, 1] == text


def test_scripts_menus_and_feet_are_no_text() -> None:
    body = "<script>var a='<p>x'</script><nav>首页</nav><style>p{}</style><p>甲</p>"
    body += "<!-- 注 --><div class='page-footer'>版权</div><footer>备案</footer>"
    body += "<select><option>1</select>"
    assert paragraphs(_page(body)) == ["甲"]


def test_a_table_counts_wherever_it_stands() -> None:
    body = "<div class='nav'><table><tr><td>甲<td>3<tr><td>乙<td>4</table></div>"
    assert texts(_page(body)) == {(0, 0): "甲", (0, 1): "3", (1, 0): "乙", (1, 1): "4"}


def test_blanks_run_together_and_breaks_end_lines() -> None:
    body = "<p>收到  申请\n 3\n件<br> 办结</p>二<div>三<b>四</b></div>五"
    assert paragraphs(_page(body)) == ["收到 申请 3 件\n办结", "二", "三四", "五"]


def test_a_word_that_the_source_broke_is_whole() -> None:
    assert paragraphs(_page("<p>政府信\r\n  息公开</p>")) == ["政府信息公开"]


def test_headings_are_told() -> None:
    body = "<h1>一</h1><h3>二</h3><p style='mso-outline-level:2'>三</p><p>四</p>"
    blocks = content_of(_page(body)).blocks
    assert [b.heading for b in blocks if isinstance(b, Paragraph)] == [1, 3, 2, 0]


def test_a_table_that_lays_out_the_page_is_gone_through() -> None:
    inner = "<table><tr><td>甲<td>3<tr><td>乙<td>4</table>"
    body = f"<table><tr><td>菜单<td><table><tr><td><p>前</p>{inner}<p>后</p></table></table>"
    kinds = [
        b.text if isinstance(b, Paragraph) else len(b.cells) for b in content_of(_page(body)).blocks
    ]
    assert kinds == ["菜单", "前", 4, "后"]


def test_a_table_of_figures_stays_one_with_a_table_inside() -> None:
    row = "<tr><td>1<td>2<td>3"
    inner = "<table><tr><td>a<td>b</table>"
    found = grids(_page(f"<table><tr><td>{inner}<td>x<td>y{row}{row}{row}</table>"))
    assert [grid.cells[1].text for grid in found][:1] == ["x"]


def test_spans_are_placed_as_browsers_place_them() -> None:
    body = "<table><tr><td rowspan=2>甲<td colspan='2'>乙<tr><td>1<td>2<tr><td>丙<td>3<td>4</table>"
    read = cells(_page(body))
    assert (read[0, 0].rows, read[0, 1].columns) == (2, 2)
    assert {where: cell.text for where, cell in read.items()}[1, 1] == "1"


def test_a_span_of_nought_reaches_to_the_end() -> None:
    body = "<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</table>"
    assert cells(_page(body))[0, 0].rows == 3


def test_heads_come_first_and_feet_last() -> None:
    body = "<table><tfoot><tr><td>总<td>9</tfoot><tbody><tr><td>甲<td>3</tbody>"
    body += "<thead><tr><td>题<td>件</thead></table>"
    assert list(texts(_page(body)).values()) == ["题", "件", "甲", "3", "总", "9"]


def test_what_a_page_hides_is_in_doubt_or_dropped() -> None:
    body = "<p style='display:none'>旧</p><table><tr><td>甲<td>3"
    body += "<tr style='DISPLAY: none'><td>乙<td>4</table>"
    body += "<div hidden><table><tr><td>丙<td>5</table></div>"
    content = content_of(_page(body))
    first, second = (block for block in content.blocks if isinstance(block, Grid))
    assert [cell.doubt for cell in first.cells] == [None, None, Doubt.HIDDEN, Doubt.HIDDEN]
    assert second.hidden
    assert paragraphs(_page(body)) == []


@pytest.mark.parametrize(
    ("written", "shown", "number"),
    [
        ("x:num='12.3456'", "12.35", Decimal("12.3456")),
        ("sdval='1234.5'", "1,234.5", Decimal("1234.5")),
        ("sdval='0.5'", "50%", None),
        ("sdval='0'", "#DIV/0!", None),
        ("x:num='125000'", "12.5", None),
        ("", "3", None),
    ],
)
def test_a_number_beside_the_text_counts_where_it_is_the_one_shown(
    written: str, shown: str, number: Decimal | None
) -> None:
    read = cells(_page(f"<table><tr><td>甲<td {written}>{shown}<tr><td>乙<td>1</table>"))[0, 1]
    assert (read.text, read.number) == (shown, number)


def test_what_was_typed_into_a_form_is_read() -> None:
    body = "<table><tr><td>甲<td><input type=text value=3><tr><td>乙<td><input value='4'></table>"
    assert texts(_page(body))[0, 1] == "3"


def test_an_archive_of_several_pages_gives_all_of_them() -> None:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n'
    part = (
        b"--b\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: %b\r\n\r\n"
    )
    plain = part % b"8bit" + _page("<p>甲").replace(b"utf-8", b"gb2312").decode().encode("gbk")
    quoted = part % b"quoted-printable" + b"<html><p>=D2=D2</p>"
    picture = b"--b\r\nContent-Type: image/png\r\n\r\nabc"
    data = head + plain + b"\r\n" + quoted + b"\r\n" + picture + b"\r\n--b--"
    assert paragraphs(data) == ["甲", "乙"]
    assert content_of(data).format == "mht"


def test_an_xml_table_of_2003_is_read_as_a_workbook() -> None:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    data = (
        f'<?xml version="1.0" encoding="gb2312"?><Workbook xmlns="{space}" xmlns:s="{space}">'
        '<Worksheet s:Name="三"><Table><Column s:Index="2" s:Hidden="1"/><Row s:Index="2">'
        '<Cell s:MergeAcross="1"><Data s:Type="String">甲</Data></Cell>'
        '<Cell><Data s:Type="Number">3.50</Data></Cell></Row><Row><Cell s:Index="3" '
        's:Formula="=R1C1"/></Row></Table></Worksheet></Workbook>'
    ).encode("gbk")
    read = cells(data)
    assert (read[1, 0].text, read[1, 0].columns) == ("甲", 2)
    assert read[1, 2].number == Decimal("3.5")
    assert read[2, 2].doubt is Doubt.FORMULA


def test_a_page_of_frames_says_where_its_content_is() -> None:
    assert codes(b"<html><frameset><frame src='a.files/sheet001.htm'></frameset></html>") == [
        "page.frames"
    ]
