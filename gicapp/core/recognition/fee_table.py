"""The table of 信息处理费 that many reports have beside those of the form, told in a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from gicapp.core.content import Block, Paragraph, Problem
from gicapp.core.grid import Grid, GridCell
from gicapp.core.recognition.claims import one_line
from gicapp.core.recognition.label_text import folded, label_text

_LONGEST: Final = 30  # letters of a label or figure of the table
_LABEL: Final = re.compile(
    "(?:本年)?(?:政府信息公开)?(?:信息)?处理费(?:的)?(?:收取|收费)?(?:情况)?表?"
)
_FIGURE: Final = re.compile(r"(\d[\d,]*(?:\.\d+)?)(件|元|万元)?")
_UNITS: Final = (frozenset({"件"}), frozenset({"元", "万元"}))  # of the count, of the amounts
_TO_FILL: Final = "【请填写】"


class _Column(NamedTuple):
    """A column of the table: its name, what the sentence says before its figure, its unit."""

    name: str
    said: str
    unit: str
    known: re.Pattern[str]


_COLUMNS: Final = (
    _Column("通知收取件数", "通知收取", "件", re.compile("(?:通知收[取费]|收费通知)(?:件数|数量)")),
    _Column(
        "通知收取金额", "通知收取金额", "元", re.compile("(?:通知收[取费]|应收取?)总?(?:金额|费用)")
    ),
    _Column("实际收取金额", "实际收取", "元", re.compile("(?:实际收[取费]|实收)总?(?:金额|费用)")),
)


@dataclass(frozen=True)
class FeeTable:
    """What a table of the fee says, as a sentence; `remarks` is what a person should see to."""

    sentence: str
    remarks: str = ""


def column_of(text: str) -> int | None:
    """Return which column of the table a heading names, None for any other text."""
    if len(text) > _LONGEST or "收" not in text:
        return None
    key = label_text(text).key
    return next((n for n, column in enumerate(_COLUMNS) if column.known.fullmatch(key)), None)


def is_fee_label(text: str) -> bool:
    """Tell whether a text is the label of the table's row, its title, or its section's heading."""
    if len(text) > _LONGEST or "费" not in text:
        return False
    return _LABEL.fullmatch(label_text(text).key) is not None


def is_fee_figure(text: str) -> bool:
    """Tell whether a text is a figure of the table, or stands for one that is none."""
    plain = folded(text)
    return _FIGURE.fullmatch(plain) is not None or plain in {"/", "-", "—", "——", "无"}


def has_fee_headings(grid: Grid) -> bool:
    """Tell whether a grid has all headings of the table."""
    return {column_of(cell.text) for cell in grid.cells} >= set(range(len(_COLUMNS)))


def read_fee(grid: Grid) -> FeeTable | None:
    """Return what a grid says that is the table; None where it holds anything else beside it."""
    heads = {n: cell for cell in grid.cells if (n := column_of(cell.text)) is not None}
    ends = {cell.row + cell.rows for cell in heads.values()}
    if len(heads) < len(_COLUMNS) or len(ends) > 1:
        return None
    below = ends.pop()
    rest = [c for c in grid.cells if c.text.strip() and column_of(c.text) is None]
    figures = [c for c in rest if not (is_fee_label(c.text) or _is_unit(c.text))]
    rows = {c.row for c in figures} or {below}
    places = {head.column: n for n, head in heads.items()}
    its = {
        places[c.column]: c.text
        for c in figures
        if c.column in places and c.row >= below and c.columns <= heads[places[c.column]].columns
    }
    filled = [cell for cell in grid.cells if column_of(cell.text) is not None]
    if len(rows) > 1 or len(its) < len(figures) or len(filled) > len(heads):
        return None
    stated = next((label_text(c.text).unit for c in rest if _is_unit(c.text)), "")
    return _told(heads, its, stated)


def _is_unit(text: str) -> bool:
    """Tell whether a text states a unit and nothing else: 单位：元."""
    label = label_text(text)
    return bool(label.unit) and not label.key


def _told(heads: dict[int, GridCell], figures: dict[int, str], stated: str) -> FeeTable:
    """Return the sentence; a figure that lacks is left open in it, one without a unit is told."""
    parts, remarks = [], []
    for n, column in enumerate(_COLUMNS):
        text = figures.get(n, "")
        unit = label_text(heads[n].text).unit or (stated if n else "") or column.unit
        number = _FIGURE.fullmatch(folded(text))
        if not text:
            parts.append(f"{column.said}{_TO_FILL}{unit}")
            remarks.append(f"“{column.name}”没有填，写作“{_TO_FILL}”，请补上")
        elif number is not None and (number[2] or unit) in _UNITS[bool(n)]:
            parts.append(f"{column.said}{number[1]}{number[2] or unit}")
        else:
            parts.append(f"{column.name}为“{one_line(text)}”")
            remarks.append(
                f"“{column.name}”填的不是数字或单位不对，照原样写作“{one_line(text)}”，请核对"
            )
    if not (stated or all(label_text(heads[n].text).unit for n in (1, 2))):
        remarks.append("表头没有写明金额的单位，写作“元”，请核对")
    return FeeTable(f"信息处理费收取情况：{'，'.join(parts)}。", "；".join(remarks))


def told_fees(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[int, FeeTable]]:
    """Return blocks with each table of the fee as its sentence, and those tables by index."""
    fees: dict[int, FeeTable] = {}
    told: list[Block] = []
    for index, block in enumerate(blocks):
        fee = read_fee(block) if isinstance(block, Grid) else None
        if fee is not None:
            fees[index] = fee
        told.append(block if fee is None else Paragraph(fee.sentence))
    return tuple(told), fees


def fee_problems(
    blocks: Sequence[Block], fees: dict[int, FeeTable], text: str
) -> Iterator[Problem]:
    """Yield what became of each table of the fee; `text` is that of section six."""
    for index, fee in fees.items():
        block = blocks[index]
        name = block.name if isinstance(block, Grid) else ""
        if fee.sentence in text:
            became = f"已作为一句话写入第六部分：“{fee.sentence}”，"
        else:
            became = f"来源没有各部分的标题，没有写入；可以写入第六部分：“{fee.sentence}”，"
        more = f"其中{fee.remarks}。" if fee.remarks else ""
        message = f"{name}是信息处理费收取情况表，统一格式没有这张表，{became}请核对。{more}"
        yield Problem("table.fee", name, message)
