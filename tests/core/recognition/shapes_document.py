"""Writes docs/reading.md: every shape with what comes of it. Run it after a new shape."""

from pathlib import Path

from gicapp.core.content import Content
from gicapp.core.recognition.interpretation import interpret
from gicapp.form.values import show
from tests.core.recognition.contents import CONTENTS, grid_with
from tests.core.recognition.shapes import VALUES, shapes

PATH = Path(__file__).parents[3] / "docs" / "reading.md"
_HEAD = """# What is read from which shape

Made by `python -m tests.core.recognition.shapes_document`; a test compares it with the program.

A cell is taken by its labels, never by its place. What is doubtful is left out or taken and told,
always with its place. In every row of the first table, all cells that were read were compared
with the report from which the shape was made: none differs.

| problem | meaning |
|---|---|
| `label.slip`, `label.shortened` | one slip from, or short for, one official label: taken, told |
| `label.inferred` | a heading is missing: placed by the order of the form, told |
| `label.doubtful` | a label that is close to two official ones: left out |
| `label.two` | a row bears two labels: left out |
| `row.place` | 其他, 合计 or 总计 where the form has no such row: left out |
| `row.subtotal`, `row.unknown` | a row with figures that the form has not: left out |
| `column.subtotal`, `column.unknown` | a column with figures that the form has not: left out |
| `row.undecided` | （六）其他处理 as one row: left out, the user decides |
| `row.zero` | the same, 0 throughout: 0 in each of its rows, told |
| `row.short` | a row of a page or document that lacks a cell: left out whole |
| `row.long` | a row of a page, document or CSV with a figure too many: left out whole |
| `row.headless` | a row without a heading and with another number of figures: left out |
| `cell.conflict` | two tables give one cell different values: left out |
| `cell.blank_elsewhere` | one table leaves blank what another fills: the figure taken, told |
| `heading.doubled` | a section's official heading that stands in the source more than once |
| `cells.missing` | what the source lacks, one problem for each table |
| `total.differs` | a total that is not the sum of its parts: kept, told |
| `form.unmapped`, `form.outdated` | the trial form of 2019: what has no equal; used too late |
| `choose.year`, `choose.unit` | several years or units: nothing is read until one is chosen |
| `year.other`, `unit.other`, `year.unknown` | another year or unit than asked for; no year |
| `value.merged` | a merged cell for several of the form: a figure left out, 0 and / taken, told |
| `value.*` | see the second table |
| `table.unknown` | a table with figures and nothing of the form |
| `table.fee` | the table of the fee beside the form's: a sentence of section six, told |
| `form.superseded` | the statistics table used up to 2018: refused, explained |
| `text.pages` | lines that are nothing but a page number: left out, told |
| `text.unwrapped` | lines that end at one width throughout: joined to paragraphs, told |
| `content.nothing` | no table and no text of a report |

## Shapes of tables

| shape | read | problems |
|---|---|---|
"""
_VALUES = """
## Contents of a cell

| content | heading's unit | read as | problems |
|---|---|---|---|
"""


def document() -> str:
    """Return the whole document."""
    lines = []
    for shape in shapes():
        reading = shape.read()
        right = sum(reading.cells[cell] == VALUES[cell] for cell in reading.cells)
        codes = {p.code for p in reading.problems} - {"year.unknown"}
        named = "、".join(f"`{code}`" for code in sorted(codes)) or "—"
        lines.append(f"| {shape.name} | {right}/{len(shape.cells)} | {named} |")
    contents = [_content_line(*content) for content in CONTENTS]
    return _HEAD + "\n".join(lines) + "\n" + _VALUES + "\n".join(contents) + "\n"


def _content_line(text: str, unit: str) -> str:
    grid, cell = grid_with(text, unit)
    reading = interpret(Content("xlsx", (grid,)))
    read = "left out"
    if cell in reading.cells:
        read = show(reading.cells[cell]) or "blank"
    codes = sorted({p.code for p in reading.problems if p.code.startswith("value.")})
    shown = text.replace("|", "\\|") or "(nothing)"
    return f"| {shown} | {unit or '件'} | {read} | {'、'.join(f'`{c}`' for c in codes) or '—'} |"


if __name__ == "__main__":
    PATH.write_text(document(), "utf-8")
