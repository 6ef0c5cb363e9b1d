"""Text whose lines end where a page's did is read as the paragraphs it was made of."""

import pytest

from gicapp.core.content import Block, Content, Paragraph
from gicapp.core.reading import Reading
from gicapp.core.recognition.interpretation import interpret
from gicapp.files.reading.text import read_lines
from tests.core.recognition.layouts import FORM, grid, official, some_values

TITLE = "某某县水利局2024年政府信息公开工作年度报告"
ONE = (
    "2024年，县水利局认真贯彻落实《中华人民共和国政府信息公开条例》，围绕水旱灾害防御、农村供水"
    "保障、河湖长制等重点工作，依法、及时、准确公开政府信息，主动接受社会监督，政府信息公开工作"
    "平稳有序开展。",
    "（一）主动公开情况。全年通过门户网站主动公开政府信息126条，其中：工作动态82条，通知公告30条，"
    "财政预决算4条，其他10条；通过官网www.example.gov.cn/slj/index及Windows客户端发布解读3篇。",
    "（二）依申请公开情况。全年收到公开申请2件，均在规定时限内答复；没有因政府信息公开引起的"
    "行政复议和行政诉讼，也没有收取信息处理费，申请人对答复表示满意，没有提出异议或者投诉举报。",
)
FIVE = (
    "存在的主要问题：一是公开的内容还不够丰富，政策解读以文字为主，图表、视频等形式较少；二是"
    "依申请公开的答复文书还不够规范，工作人员对新要求的学习还不够深入、不够系统。",
    "改进措施：一是加强政策解读，做到解读材料与文件同步起草、同步发布；二是组织业务培训，"
    "规范答复文书，提高办理质量；三是完善公开目录，及时更新栏目内容，方便群众查找和使用。",
)
SIX = "无。"
LINE = 28  # Chinese characters on a line of the page


def _broken(paragraph: str, indent: str = "　　") -> list[str]:
    """Return the lines of a paragraph as a page sets them: no mark begins a line."""
    rest, lines, line = indent + paragraph, [], ""
    for place, sign in enumerate(rest):
        full = sum(1 + (c > "~") for c in line + sign) > 2 * LINE
        if full:
            carried = line[-1:] if sign in "，、。；：》）" else ""
            lines.append(line.removesuffix(carried) if carried else line)
            line = carried
        line += sign
        if place == len(rest) - 1:
            lines.append(line)
    return lines


def _paged(indent: str = "　　", every: int = 9) -> list[str]:
    """Return the report's lines, a page number among them after so many."""
    lines = [TITLE, "一、总体情况"]
    for paragraph in ONE:
        lines += _broken(paragraph, indent)
    lines += ["五、存在的主要问题及改进情况"]
    for paragraph in FIVE:
        lines += _broken(paragraph, indent)
    lines += ["六、其他需要报告的事项", SIX]
    done = []
    for place, line in enumerate(lines, 1):
        done += [line, f"- {place // every} -"] if place % every == 0 else [line]
    return done


def _codes(reading: Reading) -> list[str]:
    return [p.code for p in reading.problems if p.code.startswith("text.")]


def _blocks(lines: list[str]) -> tuple[Block, ...]:
    return tuple(map(Paragraph, lines))


@pytest.mark.parametrize("form", ["txt", "docx", "without indent"])
def test_broken_lines_are_the_paragraphs_again_and_page_numbers_none(form: str) -> None:
    lines = [line.strip() for line in _paged()] if form == "without indent" else _paged()
    plain = read_lines("\n".join(lines))
    reading = interpret(Content("docx", _blocks(lines)) if form == "docx" else plain)
    assert reading.narrative["1"].split("\n") == list(ONE)
    assert reading.narrative["5"].split("\n") == list(FIVE)
    assert reading.narrative["6"] == SIX
    assert reading.title == TITLE
    assert sorted(_codes(reading)) == ["text.pages", "text.unwrapped"]
    said = {p.code: p.message for p in reading.problems}
    assert "（第一处是“- 1 -”）" in said["text.pages"]
    assert "每行约 28 字" in said["text.unwrapped"]


def test_paragraphs_are_left_as_they_are() -> None:
    lines = [TITLE, "一、总体情况", *ONE, "五、存在的主要问题及改进情况", *FIVE]
    reading = interpret(Content("docx", _blocks(lines)))
    assert reading.narrative["1"].split("\n") == list(ONE)
    assert not _codes(reading)


def test_lists_of_short_lines_are_no_broken_text() -> None:
    items = [f"{place}.某某县某某镇某某村民委员会公开栏信息员第{place}组" for place in range(1, 15)]
    reading = interpret(Content("docx", _blocks([TITLE, "一、总体情况", *items, "六、其他", SIX])))
    assert reading.narrative["1"].split("\n") == items
    assert not _codes(reading)


def test_a_line_that_ends_its_sentence_or_numbers_the_next_ends_its_paragraph() -> None:
    whole = "甲" * (LINE - 1)
    lines = [TITLE, "一、总体情况", *[f"{whole}乙"] * 9, f"{whole}。", "丙。", "（二）丁戊己。"]
    reading = interpret(Content("docx", _blocks(lines)))
    assert reading.narrative["1"] == f"{whole}乙" * 9 + f"{whole}。\n丙。\n（二）丁戊己。"
    numbered = [TITLE, "一、总体情况", *[f"{whole}乙"] * 10, "（二）丁戊己。"]
    reading = interpret(Content("docx", _blocks(numbered)))
    assert reading.narrative["1"] == f"{whole}乙" * 10 + "\n（二）丁戊己。"


@pytest.mark.parametrize(
    ("end", "begin", "whole"),
    [
        ("用Microsoft", "Office打开", "用Microsoft Office打开"),
        ("网址example.gov.", "cn/slj查询", "网址example.gov.cn/slj查询"),
        ("共发布12", "6条", "共发布126条"),
        ("通过App", "公开", "通过App公开"),
        ("经WPS整理", "Office打开", "经WPS整理Office打开"),
    ],
)
def test_only_words_of_letters_have_a_blank_between_them(end: str, begin: str, whole: str) -> None:
    full = "甲" * LINE
    front = "甲" * (LINE - (sum(1 + (c > "~") for c in end) + 1) // 2)
    lines = [TITLE, "一、总体情况", *[full] * 9, front + end, f"{begin}。"]
    reading = interpret(Content("docx", _blocks(lines)))
    assert reading.narrative["1"] == f"{full * 9}{front}{whole}。"


def test_a_table_between_broken_lines_keeps_its_labels_and_figures_apart() -> None:
    table = FORM.tables[1]
    values = some_values()
    rows: list[list[str]] = [[] for _ in range(table.height)]
    for box in table.boxes:
        rows[box.line].append(box.text or str(values[box.cell or ""]))
    flat = [cell for row in rows for cell in row]
    lines = _paged()
    at = lines.index("五、存在的主要问题及改进情况")
    lines[at:at] = ["三、收到和处理政府信息公开申请情况", *flat[:40], "- 7 -", *flat[40:]]
    reading = interpret(read_lines("\n".join(lines)))
    assert dict(reading.cells) == {cell.id: values[cell.id] for cell in table.cells}
    assert reading.narrative["1"].split("\n") == list(ONE)


@pytest.mark.parametrize(
    "line", ["- 3 -", "—12—", "－ 5 －", "第3页", "第 3 页 共 12 页", "第3页/共5页"]
)
def test_page_numbers(line: str) -> None:
    reading = interpret(Content("docx", _blocks([TITLE, "一、总体情况", "甲，", line, "乙。"])))
    assert reading.narrative["1"] == "甲，\n乙。"
    assert _codes(reading) == ["text.pages"]


@pytest.mark.parametrize("line", ["3", "-", "2024-3-1", "3/12", "第3页的表格", "- 3 -件", "-3"])
def test_what_is_no_page_number_stays(line: str) -> None:
    reading = interpret(Content("docx", _blocks([TITLE, "一、总体情况", "甲，", line, "乙。"])))
    assert reading.narrative["1"] == f"甲，\n{line}\n乙。"


def test_a_table_as_a_grid_parts_the_text_above_and_below_it() -> None:
    whole = "甲" * LINE
    blocks = [Paragraph(text) for text in (TITLE, "一、总体情况", *[whole] * 10)]
    requests = grid(official(FORM.tables[2], some_values()), "第 1 个表格")
    rest = [Paragraph("五、存在的主要问题及改进情况"), Paragraph("乙。")]
    reading = interpret(Content("docx", (*blocks, requests, *rest)))
    assert reading.narrative["1"] == whole * 10
    assert reading.narrative["5"] == "乙。"
