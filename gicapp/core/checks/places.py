"""How messages name a place of the report and what is counted there."""

from typing import Final

from gicapp.core.text.decisions import FEES
from gicapp.core.text.figures import cells_of
from gicapp.form.declaration import Form

_NUMERALS: Final = "〇一二三四五六七八九"


def table_unit(expression: str) -> str:
    """Return the unit of a table's figure: 件 for all but the fees, which are in 万元."""
    return "万元" if expression == FEES else "件"


def place_of(form: Form, section: str) -> str:
    """Return how messages name a section of text: 总体情况, 导语."""
    if section == "0":
        return "导语"
    return next((f"“{s.name}”" for s in form.sections if s.key == section), "正文")


def cell_place(form: Form, expression: str) -> str:
    """Return where the figures of an expression stand: 第三部分表格“本年新收×总计”."""
    cells = [form.cells[cell] for cell in cells_of(form, expression)]
    if not cells:
        return "表格"
    section = _NUMERALS[form.table(cells[0].table).section]
    if len(cells) == 1:
        return f"第{section}部分表格“{cells[0].name}”"
    groups = tuple(dict.fromkeys(cell.row.group or cell.row.name for cell in cells))
    columns = tuple(dict.fromkeys(cell.column.name for cell in cells))
    return f"第{section}部分表格“{'、'.join(groups)}×{'、'.join(columns)}”合计"
