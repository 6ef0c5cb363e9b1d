"""Reads a form's declaration from `resources/forms/` into the immutable shapes."""

import re
import tomllib
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from gicapp.form.declaration import (
    Aspect,
    Balance,
    Box,
    Carry,
    Cell,
    Column,
    Form,
    Row,
    Section,
    Stock,
    Table,
    Total,
)
from gicapp.form.kinds import KINDS
from gicapp.resources import resource

Raw = dict[str, Any]  # a TOML table, as tomllib types it

_NUMBERING: Final = re.compile(r"^(（[一二三四五六七]）|[一二三四五六]、|\d\.)")


@cache
def load_form(name: str = "2021") -> Form:
    """Return the form declared in `resources/forms/<name>.toml`, read once."""
    with resource(f"forms/{name}.toml").open("rb") as file:
        return build_form(tomllib.load(file))


def build_form(raw: Raw) -> Form:
    """Build a form from the parsed declaration."""
    tables = tuple(_table(table) for table in raw["tables"])
    by_section = {table.section: table.id for table in tables}
    return Form(
        id=raw["id"],
        authority=raw["authority"],
        document=raw["document"],
        first_year=raw["first_year"],
        title=raw["title"],
        fingerprints=tuple(raw["fingerprints"]),
        sections=tuple(_section(section, by_section) for section in raw["sections"]),
        tables=tables,
        cells=MappingProxyType({cell.id: cell for table in tables for cell in table.cells}),
        totals=tuple(total for table in raw["tables"] for total in _totals(table)),
        balances=tuple(balance for table in raw["tables"] for balance in _balances(table)),
        carries=tuple(carry for table in raw["tables"] for carry in _carries(table)),
        stocks=tuple(stock for table in raw["tables"] for stock in _stocks(table)),
        maps=MappingProxyType(dict(raw.get("maps", {}))),
    )


def _section(raw: Raw, tables: dict[int, str]) -> Section:
    return Section(
        number=raw["number"],
        heading=raw["heading"],
        variants=tuple(raw.get("variants", ())),
        hint=raw["hint"],
        aspects=tuple(Aspect(a["name"], tuple(a["keywords"])) for a in raw.get("aspects", ())),
        table=tables.get(raw["number"]),
    )


def _table(raw: Raw) -> Table:
    columns = tuple(_column(column) for column in raw["columns"])
    rows = tuple(_row(row, raw) for row in raw["rows"])
    boxes = _boxes(raw, {row.id: row for row in rows}, {column.id: column for column in columns})
    derived = {total.cell for total in _totals(raw)}
    cells = tuple(_cell(box, raw["id"], rows, columns, derived) for box in boxes if box.cell)
    return Table(
        id=raw["id"],
        section=raw["section"],
        name=raw["name"],
        header_lines=raw["header_lines"],
        label_columns=raw["label_columns"],
        widths_mm=tuple(float(width) for width in raw["widths_mm"]),
        height=len(raw["grid"]),
        width=len(raw["widths_mm"]),
        rows=rows,
        columns=columns,
        boxes=boxes,
        cells=cells,
    )


def _column(raw: Raw) -> Column:
    return Column(
        id=raw["id"],
        label=raw["label"],
        name=str(raw.get("name", raw["label"])),
        synonyms=tuple(raw.get("synonyms", ())),
    )


def _row(raw: Raw, table: Raw) -> Row:
    return Row(
        id=raw["id"],
        label=raw["label"],
        name=raw.get("name", _NUMBERING.sub("", raw["label"])),
        group=raw.get("group", ""),
        synonyms=tuple(raw.get("synonyms", ())),
        columns=tuple(raw.get("columns", [column["id"] for column in table["columns"]])),
        kind=KINDS[str(raw.get("kind", table["kind"]))],
        free=raw.get("free", False),
        slash=raw.get("slash", False),
        usual=raw.get("usual", 0),
        help=raw["help"],
        source=raw.get("source", ""),
    )


def _boxes(raw: Raw, rows: dict[str, Row], columns: dict[str, Column]) -> tuple[Box, ...]:
    """Place the boxes of every grid line at the first free positions, as HTML tables do."""
    taken: set[tuple[int, int]] = set()
    boxes = []
    for line, entries in enumerate(raw["grid"]):
        position = 0
        for entry in (single for e in entries for single in _expand(e, raw["id"], rows, columns)):
            while (line, position) in taken:
                position += 1
            box = Box(line=line, column=position, **entry)
            taken |= {
                (line + down, position + right)
                for down in range(box.lines)
                for right in range(box.columns)
            }
            boxes.append(box)
    return tuple(boxes)


def _expand(raw: Raw, table: str, rows: dict[str, Row], columns: dict[str, Column]) -> list[Raw]:
    """Return the boxes that one entry of a grid line stands for."""
    span = {"lines": raw.get("lines", 1), "columns": raw.get("columns", 1)}
    if "values" in raw:
        row = rows[raw["values"]]
        return [{**span, "cell": f"{table}.{row.id}.{column}"} for column in row.columns]
    if "row" in raw:
        return [{**span, "text": rows[raw["row"]].label, "labels_row": raw["row"]}]
    if "column" in raw:
        return [{**span, "text": columns[raw["column"]].label, "labels_column": raw["column"]}]
    return [{**span, "text": raw["text"]}]


def _cell(
    box: Box, table: str, rows: tuple[Row, ...], columns: tuple[Column, ...], derived: set[str]
) -> Cell:
    name = box.cell or ""
    row_id, _, column_id = name.removeprefix(f"{table}.").rpartition(".")
    return Cell(
        id=name,
        table=table,
        row=next(row for row in rows if row.id == row_id),
        column=next(column for column in columns if column.id == column_id),
        box=box,
        derived=name in derived,
    )


def _totals(table: Raw) -> list[Total]:
    row_ids = [row["id"] for row in table["rows"]]
    column_ids = [column["id"] for column in table["columns"]]
    totals = []
    for raw in table.get("totals", ()):
        if "column" in raw:
            lines = [
                (f"{row}.{raw['column']}", [f"{row}.{p}" for p in raw["parts"]]) for row in row_ids
            ]
        else:
            lines = [(f"{raw['row']}.{c}", [f"{p}.{c}" for p in raw["parts"]]) for c in column_ids]
        totals += [Total(raw["rule"], *_in_table(table, cell, parts)) for cell, parts in lines]
    return totals


def _in_table(table: Raw, cell: str, parts: list[str]) -> tuple[str, tuple[str, ...]]:
    return f"{table['id']}.{cell}", tuple(f"{table['id']}.{part}" for part in parts)


def _balances(table: Raw) -> list[Balance]:
    return [
        Balance(
            raw["rule"],
            tuple(f"{table['id']}.{row}.{column['id']}" for row in raw["left"]),
            tuple(f"{table['id']}.{row}.{column['id']}" for row in raw["right"]),
        )
        for raw in table.get("balances", ())
        for column in table["columns"]
    ]


def _carries(table: Raw) -> list[Carry]:
    return [
        Carry(
            f"{table['id']}.{raw['from']}.{column['id']}",
            f"{table['id']}.{raw['to']}.{column['id']}",
        )
        for raw in table.get("carries", ())
        for column in table["columns"]
    ]


def _stocks(table: Raw) -> list[Stock]:
    return [
        Stock(
            raw["rule"],
            *(f"{table['id']}.{row}.{raw[part]}" for part in ("stock", "added", "removed")),
        )
        for raw in table.get("stocks", ())
        for row in raw["rows"]
    ]
