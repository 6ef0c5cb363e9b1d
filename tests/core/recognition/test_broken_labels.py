"""Labels broken over lines: whole again among a table's lines, and nowhere else."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from gicapp.core.content import Content, Paragraph
from gicapp.core.reading import Reading
from gicapp.core.recognition.broken_labels import with_whole_labels
from gicapp.core.recognition.interpretation import interpret
from gicapp.form.declaration import Table
from gicapp.form.loader import load_form
from gicapp.form.values import show
from tests.core.recognition.layouts import DISCLOSURE, DISPUTES, FORM, REQUESTS, Values, some_values

VALUES = some_values(4)
OLDER = load_form("2019")
DISPUTES_IN_ORDER = (
    *("行政复议", "行政诉讼", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"),
    *("未经复议直接起诉", "复议后起诉"),
    *("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 2,
)
Break = Callable[[str], Sequence[str]]


def _halves(text: str) -> Sequence[str]:
    return (text[: len(text) // 2], text[len(text) // 2 :]) if len(text) > 3 else (text,)


def _letters(text: str) -> Sequence[str]:
    return tuple(text)


def _pairs(text: str) -> Sequence[str]:
    return tuple(text[at : at + 2] for at in range(0, len(text), 2))


def _whole(texts: Sequence[str]) -> list[str]:
    found = with_whole_labels(list(map(Paragraph, texts)), [FORM, OLDER])
    return [block.text for block in found if isinstance(block, Paragraph)]


def _lines(table: Table, headings: Break, values: Values = VALUES) -> list[str]:
    """Return a line for each cell of a table, the labels of its columns broken."""
    lines: list[str] = []
    for box in table.boxes:
        text = box.text or show(values.get(box.cell or "", 5))
        lines += headings(text) if box.labels_column and box.text else (text,)
    return lines


def _read(lines: Sequence[str]) -> Reading:
    return interpret(Content("txt", tuple(map(Paragraph, lines))))


BREAKS = pytest.mark.parametrize("headings", [_halves, _pairs, _letters])


@BREAKS
def test_broken_headings_of_columns_are_read(headings: Break) -> None:
    for table in (DISCLOSURE, REQUESTS):
        reading = _read(_lines(table, headings))
        assert dict(reading.cells) == {cell.id: VALUES[cell.id] for cell in table.cells}


@pytest.mark.parametrize("headings", [_halves, _pairs])
def test_the_broken_headings_of_2019_are_read(headings: Break) -> None:
    reading = _read(_lines(OLDER.table("disclosure"), headings, {}))
    assert reading.cells["disclosure.licensing.decisions"] == 5
    assert not reading.narrative


@BREAKS
def test_the_broken_headings_of_table_four_are_read_and_the_heading_above_opens_its_section(
    headings: Break,
) -> None:
    pieces = [piece for label in DISPUTES_IN_ORDER for piece in headings(label)]
    figures = [show(VALUES[cell.id]) for cell in DISPUTES.cells]
    before = ["四、结转下年度继续办理", *"0000000"]
    after = ["四、政府信息公开行政复议、行政诉讼情况", *pieces, *figures]
    reading = _read([*before, *after, "五、存在的主要问题及改进情况", "更新还不及时。"])
    assert {c: v for c, v in reading.cells.items() if c.startswith("disputes")} == {
        cell.id: VALUES[cell.id] for cell in DISPUTES.cells
    }
    assert dict(reading.narrative) == {"5": "更新还不及时。"}


def test_labels_of_rows_broken_at_their_brackets_and_numbers_are_whole() -> None:
    label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    pieces = ["（二）部分公开", "（区分处理的，只计这一情形，", "不计其他情形）"]
    assert _whole([*pieces, *"0000000"]) == [label, *"0000000"]
    assert _whole(["（二）", "部分公开", "0"]) == ["（二）部分公开", "0"]
    assert _whole(["规章", "0", "三、本年", "度办理", "结果"]) == [
        "规章",
        "0",
        "三、本年度办理结果",
    ]


def test_lines_that_are_labels_by_themselves_stay_apart() -> None:
    labels = ["三、本年度办理结果", "（一）予以公开", "3", "其他", "总计", "行政复议", "结果维持"]
    assert _whole(labels) == labels


def test_lines_of_text_stay_apart_though_they_make_a_label() -> None:
    text = ["工作要点分为两类。", "行政", "许可", "其余见附件。"]
    assert _whole(text) == text
    mixed = ["规章", "0", "行政", "许可。", "处罚"]
    assert _whole(mixed) == mixed


def test_a_heading_ends_a_label() -> None:
    lines = ["总计", "结果", "四、政府信息公开行政复议、行政诉讼情况", "纠正", "0"]
    assert _whole(lines) == lines
    marked = [Paragraph("0"), Paragraph("结果"), Paragraph("纠正", 2), Paragraph("0")]
    assert list(with_whole_labels(marked, [FORM])) == marked


def test_pieces_that_repeat_without_end_take_no_longer_by_the_line() -> None:
    lines = ["本年", *["政府信息公开"] * 3000]
    assert _whole(lines) == lines
    assert all(one == other for one, other in pairwise(_whole(["本"] * 3000)))
