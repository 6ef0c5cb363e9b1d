"""Contents that stand in number cells of real reports, each with the unit of its heading."""

from typing import Final

from gicapp.core.grid import Grid
from tests.core.recognition.layouts import DISCLOSURE, FORM, grid, official

CONTENTS: Final = (
    *((text, "") for text in ("3", "３", "1,234", " 3 ", "3件", "12.0", "", "/", "-", "——")),
    *((text, "") for text in ("无", "不适用", "N/A", "-3", "+3", "2.5", "22（其中修订16件）")),
    *((text, "") for text in ("1.2万件", "三", "约3", "5²", "12,5", "50%", "3元", "￥380")),
    *((text, "") for text in ("80[1]", "[已划去：9]80", "[图片]")),
    *((text, "万元") for text in ("0.038", "12.5万元", "380元", "1.2345678", "0.00")),
    ("380", "元"),
    ("1.5", "亿元"),
)


def grid_with(text: str, unit: str) -> tuple[Grid, str]:
    """Return table two with one content in a count's or, with a unit, in the amount's cell."""
    wanted = "amount" if unit else "count"
    cell = next(
        c for c in FORM.cells.values() if c.table == DISCLOSURE.id and c.kind.name == wanted
    )
    cells = []
    for c in official(DISCLOSURE, {}):
        if (c.row, c.column) == (cell.box.line, cell.box.column):
            cells.append(c._replace(text=text))
        else:
            cells.append(c._replace(text=c.text.replace("单位：万元", f"单位：{unit or '万元'}")))
    return grid(cells), cell.id
