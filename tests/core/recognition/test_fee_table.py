"""The table of the fee that reports have beside those of the form becomes a sentence of six."""

import pytest

from gicapp.core.content import Block, Content, Paragraph
from gicapp.core.grid import Grid, GridCell
from gicapp.core.reading import Reading
from gicapp.core.recognition.interpretation import interpret
from tests.core.recognition.layouts import FORM, grid, official, some_values

DISPUTES = grid(official(FORM.tables[2], some_values()), "第 1 个表格")
HEADS = ("通知收取件数", "通知收取金额（元）", "实际收取金额（元）")
LABEL = "信息处理费收取情况"
ROWS = (("", *HEADS), (LABEL, "2", "1,640", "820"))
SENTENCE = "信息处理费收取情况：通知收取2件，通知收取金额1,640元，实际收取820元。"
TOP = ("某县水利局2023年政府信息公开工作年度报告", "一、总体情况", "甲。")
FOUR = "四、政府信息公开行政复议、行政诉讼情况"
FIVE = "五、存在的主要问题及改进情况"
SIX = "六、其他需要报告的事项"


def _fee(*rows: tuple[str, ...]) -> Grid:
    cells = [GridCell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    return Grid("第 2 个表格", tuple(cells))


def _read(*parts: str | Grid) -> Reading:
    blocks: list[Block] = [p if isinstance(p, Grid) else Paragraph(p) for p in parts]
    return interpret(Content("docx", tuple(blocks)))


def _messages(reading: Reading, code: str = "table.fee") -> list[str]:
    return [p.message for p in reading.problems if p.code == code]


def _in_six(*table: str | Grid) -> Reading:
    return _read(*TOP, FOUR, DISPUTES, FIVE, "乙。", SIX, "表前。", *table, "表后。")


def test_its_figures_are_a_sentence_in_its_place_in_section_six() -> None:
    reading = _in_six(_fee(*ROWS))
    assert reading.narrative["6"] == f"表前。\n{SENTENCE}\n表后。"
    (message,) = _messages(reading)
    assert message.startswith("第 2 个表格是信息处理费收取情况表")
    assert f"已作为一句话写入第六部分：“{SENTENCE}”，请核对。" in message
    assert not _messages(reading, "table.unknown")


def test_figures_of_0_are_told_like_others() -> None:
    reading = _in_six(_fee(ROWS[0], (LABEL, "0", "0", "0")))
    said = "信息处理费收取情况：通知收取0件，通知收取金额0元，实际收取0元。"
    assert said in reading.narrative["6"].splitlines()
    assert said in _messages(reading)[0]


@pytest.mark.parametrize("heading", [f"五、{LABEL}", "五、政府信息公开信息处理费收取情况", LABEL])
@pytest.mark.parametrize(
    ("five", "six"),
    [
        ("六、存在的主要问题和改进情况", "七、其他需要报告的事项"),
        ("六、主要不足与下步打算", "七、其他说明"),
    ],
)
def test_a_section_of_its_own_is_of_section_six(heading: str, five: str, six: str) -> None:
    if heading == LABEL:
        five, six = f"五{five[1:]}", f"六{six[1:]}"
    reading = _read(*TOP, FOUR, DISPUTES, heading, _fee(*ROWS), five, "乙。", six, "丙。")
    assert dict(reading.narrative) == {"1": "甲。", "5": "乙。", "6": f"{SENTENCE}\n丙。"}
    assert [h.found for h in reading.headings] == [TOP[1], FOUR, five, six]


def test_what_stands_beside_the_table_in_its_own_section_goes_with_it() -> None:
    own = (f"五、{LABEL}", "收费标准按规定执行。", _fee(*ROWS))
    reading = _read(*TOP, FOUR, DISPUTES, *own, "六、存在的主要问题及改进情况", "乙。")
    lines = [f"五、{LABEL}", "收费标准按规定执行。", SENTENCE]
    assert dict(reading.narrative) == {"1": "甲。", "5": "乙。", "6": "\n".join(lines)}


def test_a_smaller_heading_within_section_six_stays() -> None:
    reading = _in_six(f"（一）{LABEL}", _fee(*ROWS))
    assert f"（一）{LABEL}\n{SENTENCE}" in reading.narrative["6"]


def test_a_list_in_section_one_that_speaks_of_the_fee_stays_there() -> None:
    topics = ["一、主动公开", "公开。", f"二、{LABEL}", "未收取。"]
    reading = _read(TOP[0], "一、总体情况", *topics, SIX, "无。")
    assert reading.narrative["1"].splitlines() == topics


def test_a_blank_is_left_to_fill_and_words_stay_as_they_are() -> None:
    reading = _in_six(_fee(ROWS[0], ("信息处理费", "", "/", "0")))
    said = "通知收取【请填写】件，通知收取金额为“/”，实际收取0元。"
    assert f"信息处理费收取情况：{said}" in reading.narrative["6"].splitlines()
    (message,) = _messages(reading)
    assert "“通知收取件数”没有填" in message
    assert "“通知收取金额”填的不是数字" in message


def test_the_unit_is_that_of_the_figure_the_heading_or_the_table() -> None:
    heads = ("", "通知收取件数", "通知收取金额（万元）", "实际收取金额")
    told = _in_six(_fee(heads, (LABEL, "2件", "0.164", "820元"))).narrative["6"]
    assert "通知收取2件，通知收取金额0.164万元，实际收取820元。" in told
    bare = ("", *(head.replace("（元）", "") for head in HEADS))
    (message,) = _messages(_in_six(_fee(bare, ROWS[1])))
    assert "没有写明金额的单位" in message
    stated = _in_six(_fee(("单位：万元", "", "", ""), bare, (LABEL, "2", "0.1", "0")))
    assert "通知收取金额0.1万元，实际收取0万元" in stated.narrative["6"]
    assert "没有写明" not in _messages(stated)[0]
    odd = _in_six(_fee(ROWS[0], (LABEL, "2元", "5件", "0"))).narrative["6"]
    assert "通知收取件数为“2元”，通知收取金额为“5件”" in odd


@pytest.mark.parametrize(
    "rows",
    [
        (*ROWS, ("其中：窗口", "1", "0", "0")),
        (ROWS[0], ("某乡", "1", "0", "0")),
        ((*ROWS[0], "备注"), (*ROWS[1], "已结清")),
    ],
)
def test_a_table_with_anything_else_in_it_is_told_and_not_taken(
    rows: tuple[tuple[str, ...], ...],
) -> None:
    reading = _in_six(_fee(*rows))
    assert reading.narrative["6"] == "表前。\n表后。"
    assert len(_messages(reading, "table.unknown")) == 1
    assert not _messages(reading)


def test_without_a_text_to_take_it_into_the_sentence_is_only_told() -> None:
    reading = _read(DISPUTES, _fee(*ROWS))
    assert not reading.narrative
    (message,) = _messages(reading)
    assert "没有写入" in message
    assert SENTENCE in message


FLAT = [
    ["", *HEADS, LABEL, "2", "1,640", "820"],
    [LABEL, *HEADS, "2", "1,640", "820"],
    [" ".join(HEADS), f"{LABEL} 2 1,640 820"],
    [f"| | {' | '.join(HEADS)} |", "|---|---|---|---|", f"| {LABEL} | 2 | 1,640 | 820 |"],
    [f"{cell} |" if cell else "|" for cell in ("", *HEADS, LABEL, "2", "1,640", "820")],
]


@pytest.mark.parametrize("lines", FLAT)
def test_a_table_that_lost_its_lines(lines: list[str]) -> None:
    reading = _read(*TOP, FIVE, "乙。", SIX, "表前。", *lines, "表后。")
    assert reading.narrative["6"] == f"表前。\n{SENTENCE}\n表后。"
    assert len(_messages(reading)) == 1
    own = _read(*TOP, FOUR, f"五、{LABEL}", *lines, "六、存在的主要问题及改进情况", "乙。")
    assert dict(own.narrative) == {"1": "甲。", "5": "乙。", "6": SENTENCE}


def test_a_blank_cell_between_signs_is_blank() -> None:
    lines = [f"| | {' | '.join(HEADS)} |", f"| {LABEL} | 2 | | 820 |"]
    reading = _read(*TOP, SIX, *lines)
    assert "通知收取金额【请填写】元，实际收取820元" in reading.narrative["6"]


@pytest.mark.parametrize(
    "lines",
    [
        [*HEADS, LABEL, "2", "820"],
        [*HEADS, LABEL, "2", "1,640", "820", "5"],
        [*HEADS, LABEL, "2", "两笔", "0"],
        [" ".join(HEADS), "2 1,640 820 5"],
        [*HEADS[:2], HEADS[1], LABEL, "2", "1,640", "820"],
    ],
)
def test_lines_whose_figures_are_not_certain_stay_text(lines: list[str]) -> None:
    reading = _read(*TOP, SIX, *lines, "表后。")
    assert reading.narrative["6"].splitlines() == [*lines, "表后。"]
    assert not _messages(reading)


def test_flattened_tables_of_the_form_are_read_beside_it() -> None:
    table = FORM.tables[2]
    values = some_values()
    lines: list[list[str]] = [[] for _ in range(table.height)]
    for box in table.boxes:
        lines[box.line].append(box.text or str(values[box.cell or ""]))
    fee = FLAT[2]
    reading = _read(*TOP, FOUR, *(" ".join(line) for line in lines), *fee, SIX, "丙。")
    assert dict(reading.cells) == {cell.id: values[cell.id] for cell in table.cells}
    assert reading.narrative["6"] == f"{SENTENCE}\n丙。"
