"""Plain text of a report: paragraphs, and tables as lines with tabs or with signs between cells."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from gicapp.core.content import Block, Content, Paragraph, Problem
from gicapp.core.recognition.broken_lines import is_page_number
from gicapp.core.recognition.flat_line import cells_of, is_parted, is_rule
from gicapp.core.recognition.vocabulary import FIGURE_LETTERS
from gicapp.files.reading.flattened import Row, grid_of, is_unplaced

_SIGNS: Final = " | "  # part the cells of rows whose headings tell no columns
_LONGEST_CELL: Final = 100  # letters of a cell; longer lines are prose


@dataclass
class _Flow:
    """The blocks of a text while it is read; `rows` belong to the table that is open.

    `gaps` are the rows before which a blank line stands, `lengths` how many cells rows have;
    `parted` are the lines of a table whose cells signs part; `pages` are numbers of pages that
    it goes over.
    """

    blocks: list[Block] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    lengths: set[int] = field(default_factory=set)
    parted: list[str] = field(default_factory=list)
    pages: list[Block] = field(default_factory=list)
    row_ended: bool = True
    tables: int = 0
    problems: list[Problem] = field(default_factory=list)

    def end_table(self) -> None:
        """Close the table, if one is open."""
        for rows in self._tables_of_rows():
            if is_unplaced(rows):
                self.blocks += [Paragraph(f"| {_SIGNS.join(row)} |") for row in rows]
            else:
                self._add_grid(rows)
        self._end_parted()
        self.blocks += self.pages
        self.rows, self.gaps, self.lengths, self.pages = [], [], set(), []
        self.row_ended = True

    def _tables_of_rows(self) -> list[list[Row]]:
        """Return the open rows: several tables where blank lines part even ones of other widths."""
        ends = [*self.gaps, len(self.rows)]
        pieces = [self.rows[first:last] for first, last in pairwise((0, *ends)) if first < last]
        widths = [{len(row) for row in piece} for piece in pieces]
        apart = all(len(its) == 1 for its in widths) and len(set(map(frozenset, widths))) > 1
        return pieces if apart or not self.rows else [self.rows]

    def _end_parted(self) -> None:
        """Keep lines with signs as a grid where they have its columns, else as they are."""
        rows = [cells_of(line) for line in self.parted]
        if _is_even(rows):
            self._add_grid(rows)
        else:
            self.blocks += map(Paragraph, self.parted)
        self.parted = []

    def _add_grid(self, rows: list[Row]) -> None:
        self.tables += 1
        grid, problems = grid_of(rows, self.tables)
        self.blocks.append(grid)
        self.problems += problems


def is_one_table(text: str) -> bool:
    """Tell whether every line of a text has the same number of cells, with signs between them."""
    lines = [line for line in text.splitlines() if line.strip() and not is_rule(line)]
    return all(map(is_parted, lines)) and _is_even([cells_of(line) for line in lines])


def _is_even(rows: list[Row]) -> bool:
    """Tell whether rows have one and the same number of cells, more than one."""
    return len(rows) > 1 and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1


def has_cell_lines(text: str) -> bool:
    """Tell whether most lines with tabs are single cells: a tab, then the cell and no more."""
    tabbed = [line for line in text.splitlines() if "\t" in line]
    return len(tabbed) > 1 and sum(map(_is_single, tabbed)) * 10 >= len(tabbed) * 8


def without_indent(text: str) -> str:
    """Return a text without the tab that begins its paragraphs, where it makes no cells of them.

    It is an indent where sentences begin with it, more of them than do not, or where figures
    stand in lines of their own without it. Beside rows with tabs, figures keep theirs.
    """
    lines = text.splitlines(keepends=True)
    single = [line for line in lines if _is_single(line)]
    plain = [line for line in lines if "\t" not in line]
    prose = sum(map(_is_prose, single))
    more = prose > max(1, sum(map(_is_prose, plain)))
    if not prose or not (more or sum(map(_is_figure, plain)) > sum(map(_is_figure, single))):
        return text
    has_rows = any("\t" in line.strip() for line in lines)
    return "".join(
        line[1:] if _is_single(line) and not (has_rows and _is_figure(line)) else line
        for line in lines
    )


def _is_single(line: str) -> bool:
    """Tell whether a line has one tab, at its beginning."""
    return line.startswith("\t") and "\t" not in line[1:]


def _is_prose(line: str) -> bool:
    """Tell whether a line is no cell but a paragraph: a sentence, or very long."""
    return len(line) > _LONGEST_CELL or line.rstrip().endswith(("。", "；"))


def _is_figure(line: str) -> bool:
    return FIGURE_LETTERS.issuperset(line) and bool(line.strip())


def read_plain(text: str, problems: tuple[Problem, ...] = ()) -> Content:
    """Return the paragraphs and flattened tables of a plain text."""
    flow = _Flow(problems=list(problems))
    by_cell = has_cell_lines(text)
    for line in text.splitlines():
        if (flow.rows or flow.parted) and not line.startswith("\t") and is_page_number(line):
            flow.pages.append(Paragraph(line))
        elif by_cell:
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
    """Take a line where tables have a line for each row, cells parted by tabs or signs.

    Lines drawn between rows say nothing.
    """
    cells = line.split("\t")
    if "\t" in line.strip() or _is_blank_row(cells, flow):
        flow.rows.append(cells)
        flow.lengths.add(len(cells))
    elif is_rule(line):
        return
    elif is_parted(line):
        flow.parted.append(line)
    elif line.strip() or not (flow.rows or flow.parted):
        flow.end_table()
        if line.strip():
            flow.blocks.append(Paragraph(line))
    elif flow.rows:
        flow.gaps.append(len(flow.rows))


def _is_blank_row(cells: Row, flow: _Flow) -> bool:
    """Tell whether one text with tabs around it is a row of the open table, else blank."""
    length = len(cells)
    return bool(flow.rows) and (length == len(flow.rows[-1]) or 2 < length in flow.lengths)
