"""The shape of a declared form: sections, tables, rows, columns, boxes, cells and their sums.

Everything here is immutable and is built by `gicapp.form.loader` from `resources/forms/`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gicapp.form.kinds import Kind
from gicapp.form.values import NOT_APPLICABLE, Value


@dataclass(frozen=True)
class Aspect:
    """One of the aspects that a text section must speak of, with words that show it does."""

    name: str
    keywords: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """One of the six sections. `table` is the id of its table, or None for a text section."""

    number: int
    heading: str
    variants: tuple[str, ...]
    hint: str
    aspects: tuple[Aspect, ...]
    table: str | None

    @property
    def key(self) -> str:
        """Return the key of this section's text in a report's narrative."""
        return str(self.number)

    @property
    def name(self) -> str:
        """Return the heading without its number."""
        return self.heading.partition("、")[2]


@dataclass(frozen=True)
class Row:
    """A row of a table: its printed label, its short name in messages, what counts in it."""

    id: str
    label: str
    name: str
    group: str
    synonyms: tuple[str, ...]
    columns: tuple[str, ...]
    kind: Kind
    free: bool
    slash: bool
    usual: int
    help: str
    source: str


@dataclass(frozen=True)
class Column:
    """A column of a table: its printed label and its short name in messages."""

    id: str
    label: str
    name: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True)
class Box:
    """A rectangle of the printed grid, zero-based, `lines` × `columns` wide.

    It is either a label (`text` set) or a value (`cell` set). `row` and `column` name the
    form row or column whose label it is, when it is one.
    """

    line: int
    column: int
    lines: int
    columns: int
    text: str = ""
    cell: str | None = None
    labels_row: str | None = None
    labels_column: str | None = None


@dataclass(frozen=True)
class Cell:
    """A value cell of the form. `id` is `<table>.<row>.<column>`; `derived` marks a total."""

    id: str
    table: str
    row: Row
    column: Column
    box: Box
    derived: bool

    @property
    def kind(self) -> Kind:
        """Return the kind of value that this cell holds."""
        return self.row.kind

    def parse(self, text: str) -> Value:
        """Turn typed text into a value of this cell, “/” only where the form tolerates it.

        Raise ValueError with a Chinese reason where the text is no such value.
        """
        value = self.kind.parse(text)
        if value is NOT_APPLICABLE and not self.row.slash:
            raise ValueError("这一格不能填“/”，没有数据请填 0。")
        return value

    @property
    def name(self) -> str:
        """Return the name of the cell in messages, row first."""
        group = f"{self.row.group}·" if self.row.group else ""
        return f"{group}{self.row.name}×{self.column.name}"


@dataclass(frozen=True)
class Table:
    """A table of the form, `height` × `width` grid positions, fully covered by its boxes."""

    id: str
    section: int
    name: str
    header_lines: int
    label_columns: int
    widths_mm: tuple[float, ...]
    height: int
    width: int
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    boxes: tuple[Box, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Total:
    """A cell that must be the sum of other cells."""

    rule: str
    cell: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Balance:
    """Two sums that must be equal."""

    rule: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class Carry:
    """This year's cell `to` must be last year's cell `origin`."""

    origin: str
    to: str


@dataclass(frozen=True)
class Stock:
    """Cell `stock` must be last year's `stock` plus `added` minus `removed`."""

    rule: str
    stock: str
    added: str
    removed: str


@dataclass(frozen=True)
class Form:
    """An official form; `cells` maps every cell id to its cell, in printed order.

    `maps` says, for a form out of force, which of its cells live on in which cell of the form
    in force; what it does not name has no equal there.
    """

    id: str
    authority: str
    document: str
    first_year: int
    title: str
    fingerprints: tuple[str, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    cells: Mapping[str, Cell]
    totals: tuple[Total, ...]
    balances: tuple[Balance, ...]
    carries: tuple[Carry, ...]
    stocks: tuple[Stock, ...]
    maps: Mapping[str, str]

    def table(self, name: str) -> Table:
        """Return the table with this id."""
        return next(table for table in self.tables if table.id == name)

    def section(self, number: int) -> Section:
        """Return the section with this number, from 1."""
        return next(section for section in self.sections if section.number == number)
