"""Plain text of a report: paragraphs, and tables that were copied as lines with tabs."""

from dataclasses import dataclass, field

from gicapp.core.content import Block, Content, Paragraph, Problem
from gicapp.files.reading.flattened import Row, grid_of


@dataclass
class _Flow:
    """The blocks of a text while it is read; `rows` belong to the table that is open."""

    blocks: list[Block] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    row_ended: bool = True
    tables: int = 0
    problems: list[Problem] = field(default_factory=list)

    def end_table(self) -> None:
        """Close the table, if one is open."""
        if self.rows:
            self.tables += 1
            grid, problems = grid_of(self.rows, self.tables)
            self.blocks.append(grid)
            self.problems += problems
        self.rows = []
        self.row_ended = True


def has_cell_lines(text: str) -> bool:
    """Tell whether most lines with tabs are single cells: a tab, then the cell and no more."""
    tabbed = [line for line in text.splitlines() if "\t" in line]
    single = sum(line.startswith("\t") and "\t" not in line[1:] for line in tabbed)
    return len(tabbed) > 1 and single * 10 >= len(tabbed) * 8


def read_plain(text: str, problems: tuple[Problem, ...] = ()) -> Content:
    """Return the paragraphs and flattened tables of a plain text."""
    flow = _Flow(problems=list(problems))
    by_cell = has_cell_lines(text)
    for line in text.splitlines():
        if by_cell:
            _read_cell_line(line, flow)
        else:
            _read_row_line(line, flow)
    flow.end_table()
    return Content("txt", tuple(flow.blocks), tuple(flow.problems))


def _read_cell_line(line: str, flow: _Flow) -> None:
    """Take a line where tables have a line for each cell and a blank one after each row."""
    if line.startswith("\t"):
        if flow.row_ended:
            flow.rows.append([])
        flow.rows[-1].append(line[1:])
        flow.row_ended = False
    elif not line.strip():
        flow.row_ended = True
    elif flow.rows and not flow.row_ended:
        flow.rows[-1][-1] += f"\n{line}"
    else:
        flow.end_table()
        flow.blocks.append(Paragraph(line))


def _read_row_line(line: str, flow: _Flow) -> None:
    """Take a line where tables have a line for each row, cells parted by tabs."""
    if "\t" in line.strip():
        flow.rows.append(line.split("\t"))
    elif not (flow.rows and not line.strip()):
        flow.end_table()
        if line.strip():
            flow.blocks.append(Paragraph(line))
