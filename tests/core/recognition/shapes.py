"""Every shape of a source that the recogniser knows, made from one report."""

from collections.abc import Callable
from dataclasses import dataclass, field

from gicapp.core.content import Content
from gicapp.core.grid import Grid, GridCell
from gicapp.core.reading import Reading
from gicapp.core.recognition.interpretation import interpret
from tests.core.recognition import layouts as on
from tests.core.recognition.layouts import (
    DISCLOSURE,
    DISPUTES,
    FORM,
    REQUESTS,
    Cells,
    grid,
    official,
    unmerged,
)

VALUES = on.some_values()
ALL = tuple(FORM.cells)
_T2 = tuple(cell.id for cell in DISCLOSURE.cells)
_T3 = tuple(cell.id for cell in REQUESTS.cells)
_T4 = tuple(cell.id for cell in DISPUTES.cells)


@dataclass(frozen=True)
class Shape:
    """A layout: its name, the grids, the cells that must come in, the problems it must raise."""

    name: str
    grids: tuple[Grid, ...]
    cells: tuple[str, ...] = ALL
    codes: frozenset[str] = field(default=frozenset())
    format: str = "xlsx"

    def read(self) -> Reading:
        return interpret(Content(self.format, self.grids))


def _one(name: str, cells: Cells, ids: tuple[str, ...] = ALL, *codes: str) -> Shape:
    return Shape(name, (grid(cells),), ids, frozenset(codes))


def _t2() -> Cells:
    return official(DISCLOSURE, VALUES)


def _t3() -> Cells:
    return official(REQUESTS, VALUES)


def _t4() -> Cells:
    return official(DISPUTES, VALUES)


def _without(ids: tuple[str, ...], *rows: str) -> tuple[str, ...]:
    return tuple(cell for cell in ids if FORM.cells[cell].row.id not in rows)


def _number_column(column: int, heading: str) -> Cells:
    return [GridCell(2, column, heading)] + [
        GridCell(3 + row, column, "88", 88) for row in range(25)
    ]


def _figures(label: str, column: int) -> Cells:
    return [GridCell(0, column, label)] + [GridCell(0, 3 + i, "7", 7) for i in range(7)]


def _matrix() -> Cells:
    cells = [GridCell(0, 1 + i, column.label) for i, column in enumerate(DISPUTES.columns)]
    for line, row in enumerate(DISPUTES.rows, 1):
        cells.append(GridCell(line, 0, row.label))
        for place, column in enumerate(DISPUTES.columns, 1):
            cells.append(on.figure(line, place, VALUES[f"disputes.{row.id}.{column.id}"]))
    return cells


def _one_other_row() -> Cells:
    cells = [c for c in _t3() if not (23 <= c.row <= 25 and c.column >= 1)]
    label = GridCell(23, 1, "（六）其他处理", None, 1, 2)
    return [*cells, label, *(GridCell(23, 3 + i, "4", 4) for i in range(7))]


def _halves() -> tuple[Cells, Cells, Cells]:
    """Return the heading, the first 13 and the last 12 rows of table three."""
    cells = _t3()
    upper = [c for c in cells if c.row < 16]
    return [c for c in cells if c.row < 3], upper, [c for c in cells if c.row >= 16]


def _tables() -> list[Shape]:
    sheet = on.one_sheet(VALUES)
    sheets = (grid(_t2(), "工作表“表1”"), grid(_t3(), "工作表“表2”"), grid(_t4(), "工作表“表3”"))
    return [
        _one("官方表格，三张表在一个工作表", sheet),
        Shape("官方表格，一个工作表一张表", sheets),
        _one("三张表并排", on.beside(VALUES)),
        _one("三张表并排，没有合并单元格", unmerged(on.beside(VALUES))),
        _one("同一张表左右各一份，数相同", [*_t3(), *on.moved(_t3(), 0, 11)], _T3),
        _one("没有合并单元格", unmerged(sheet)),
        _one("合并单元格的内容在每格重复", on.filled(sheet)),
        _one("表格不从左上角开始", on.moved(sheet, 7, 5)),
        _one("标签用半角标点", on.relabelled(sheet, on.half_width)),
        _one("标签字间有空格", on.relabelled(sheet, on.spaced)),
        _one("标签中有换行", on.relabelled(sheet, on.broken)),
        _one("标签用繁体字", on.relabelled(sheet, on.traditional)),
        _one("标签没有序号", on.relabelled(sheet, on.unnumbered)),
        _one("标签没有序号，也没有合并", unmerged(on.relabelled(sheet, on.unnumbered))),
        _one("序号写作①", on.relabelled(sheet, on.circled)),
        _one("序号写作1、", on.relabelled(sheet, on.comma_numbered)),
        _one("序号写作（1）", on.relabelled(sheet, on.bracket_numbered)),
        _one("数字存为文本", [c._replace(number=None) for c in sheet]),
        _one("表格横竖对调（表三）", on.turned(_t3()), _T3),
        _one("表格横竖对调，没有合并（表四）", unmerged(on.turned(_t4())), _T4),
        _one("表格横竖对调，没有合并（表二）", unmerged(on.turned(_t2())), _T2),
        _one("表四一行一类案件", _matrix(), _T4),
    ]


def _columns() -> list[Shape]:
    last_first = {3: 4, 4: 5, 5: 6, 6: 7, 7: 8, 8: 9, 9: 3}
    subtotal = on.with_column(_t3(), 9, _number_column(9, "小计"))
    total = on.with_column(_t3(), 9, _number_column(9, "合计"))
    total = [c._replace(columns=6) if c.text == "法人或其他组织" else c for c in total]
    remarks = [*_t3(), GridCell(0, 10, "备注", None, 3, 1), GridCell(5, 10, "较上年增加3件")]
    few = [c for c in unmerged(_t3()) if c.column in {0, 1, 2, 3, 9}]
    ids = tuple(c for c in _T3 if FORM.cells[c].column.id in {"natural", "total"})
    return [
        _one("两列对调", on.reordered(_t3(), {4: 8, 8: 4}), _T3),
        _one("两列对调，没有合并单元格", on.reordered(unmerged(_t3()), {4: 8, 8: 4}), _T3),
        _one("总计列在最前", on.reordered(unmerged(_t3()), last_first), _T3),
        _one("左边多一列序号", on.with_column(_t3(), 0, _number_column(0, "序号")), _T3),
        _one("右边多一列备注", remarks, _T3),
        _one("多一列小计", subtotal, _T3, "column.unknown"),
        _one("法人下多一列合计", total, _T3, "column.subtotal", "column.unknown"),
        _one("只有自然人和总计两列", few, ids),
    ]


def _rows() -> list[Shape]:
    group = on.with_row(unmerged(_t3()), 7, _figures("（三）不予公开", 1))
    group = [c for c in group if not (c.row == 8 and c.text == "（三）不予公开")]
    undecided = ("other.not_corrected", "other.fee_unpaid", "other.other")
    no_groups = [
        c
        for c in unmerged(_t3())
        if not c.text.startswith(("（三）不", "（四）", "（五）", "（六）"))
    ]
    return [
        _one("规章一行缺失", on.without_row(_t2(), 2), _without(_T2, "regulations")),
        _one(
            "规范性文件少“行政”二字",
            on.relabelled(_t2(), lambda t: t.replace("行政规范", "规范")),
            _T2,
        ),
        _one(
            "多一行小计", on.with_row(unmerged(_t3()), 15, _figures("小计", 2)), _T3, "row.unknown"
        ),
        _one("分组自成一行并有小计", group, _T3, "row.subtotal"),
        _one("没有（三）至（六）的分组标签", no_groups, _T3),
        _one(
            "（六）其他处理只有一行", _one_other_row(), _without(_T3, *undecided), "row.undecided"
        ),
    ]


def _headings() -> list[Shape]:
    no_two = on.without_row(on.without_row(unmerged(_t3()), 0), 0)
    none = on.moved([c for c in _t3() if c.row > 2], -3, 0)
    fourth = [c._replace(row=c.row - 1) for c in _t4() if c.row > 0]
    plain = [c for c in unmerged(_t2()) if c.row in {6, 9, 10, 13}]
    single = tuple(c for c in _T2 if FORM.cells[c].row.columns in {("decisions",), ("amount",)})
    return [
        _one("表三缺第一行表头", on.without_row(unmerged(_t3()), 0), _T3),
        _one("表三缺前两行表头", no_two, _T3, "label.inferred"),
        _one("表三没有表头", none, _T3, "label.inferred"),
        _one("表四缺第一行表头", fourth, _T4, "label.inferred"),
        _one("表二只有项目和数字", plain, single, "label.inferred"),
    ]


def _pages() -> list[Shape]:
    head, upper, lower = _halves()
    again = upper + on.moved(head, 16, 0) + on.moved(lower, 3, 0)
    second = grid(head + on.moved(lower, -13, 0), "第 2 个表格")
    rest = grid(on.moved(lower, -16, 0), "第 2 个表格")
    return [
        _one("表三跨页，表头重复", again, _T3),
        Shape("表三分成两个表格，表头重复", (grid(upper, "第 1 个表格"), second), _T3),
        Shape("表三分成两个表格，后一个没有表头", (grid(upper, "第 1 个表格"), rest), _T3),
    ]


def _slips() -> list[Shape]:
    def swap(old: str, new: str) -> Callable[[str], str]:
        return lambda text: text.replace(old, new)

    return [
        _one("废纸件数", on.relabelled(_t2(), swap("废止", "废纸")), _T2, "label.slip"),
        _one("先行有效", on.relabelled(_t2(), swap("现行", "先行")), _T2, "label.slip"),
        _one("本年度制发数", on.relabelled(_t2(), swap("本年制发件数", "本年度制发数")), _T2),
        _one("不再受理", on.relabelled(_t3(), swap("不再处理", "不再受理")), _T3, "label.slip"),
        _one("其他法律和行政法规", on.relabelled(_t3(), swap("法律行政", "法律和行政")), _T3),
        _one(
            "国家秘密（缩短）",
            on.relabelled(_t3(), swap("属于国家", "国家")),
            _T3,
            "label.shortened",
        ),
    ]


def shapes() -> list[Shape]:
    """Return every shape, in the order of the document."""
    return [*_tables(), *_columns(), *_rows(), *_headings(), *_pages(), *_slips()]
