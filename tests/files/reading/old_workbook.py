"""Writes xls workbooks of Excel 97, byte by byte, for tests of readers."""

import struct
from dataclasses import dataclass, field
from decimal import Decimal

from tests.files.reading.compound_file import compound_of

Merge = tuple[int, int, int, int]  # top, left, bottom, right


@dataclass
class OldSheet:
    """A sheet to write; `raw` are further records, as they are."""

    name: str = "表"
    cells: dict[tuple[int, int], str | int | Decimal] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden: bool = False
    raw: bytes = b""


def record(kind: int, data: bytes = b"") -> bytes:
    """Return a record of a workbook's stream."""
    return struct.pack("<HH", kind, len(data)) + data


def old_workbook(*sheets: OldSheet, styles: tuple[int, ...] = (0,)) -> bytes:
    """Return an xls file; `styles` are the number formats that cells name by their order."""
    strings = list(
        dict.fromkeys(
            text for sheet in sheets for text in sheet.cells.values() if isinstance(text, str)
        )
    )
    bodies = [_sheet(sheet, strings) for sheet in sheets]
    tabs = [_tab(sheet, 0) for sheet in sheets]
    head = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 1997, 0, 6))
    head += b"".join(record(0x00E0, struct.pack("<HH16x", 0, number)) for number in styles)
    tail = shared_strings(strings) + record(0x000A)
    at = len(head) + sum(map(len, tabs)) + len(tail)
    for order, (sheet, body) in enumerate(zip(sheets, bodies, strict=True)):
        tabs[order] = _tab(sheet, at)
        at += len(body)
    return compound_of({"Workbook": head + b"".join(tabs) + tail + b"".join(bodies)})


def shared_strings(strings: list[str], room: int = 8000) -> bytes:
    """Return the record of shared strings, running on in further records of `room` bytes."""
    first = struct.pack("<II", len(strings), len(strings))
    records, data = [], first
    for text in strings:
        if len(data) + 8 > room:
            records.append(data)
            data = b""
        data += struct.pack("<HB", len(text.encode("utf-16-le")) // 2, 1)
        rest = text.encode("utf-16-le")
        while len(data) + len(rest) > room:
            fits = (room - len(data)) // 2 * 2
            records.append(data + rest[:fits])
            data, rest = b"\1", rest[fits:]
        data += rest
    records.append(data)
    return b"".join(
        record(0x00FC if order == 0 else 0x003C, part) for order, part in enumerate(records)
    )


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    """Return the record of a cell that holds a number."""
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def _tab(sheet: OldSheet, offset: int) -> bytes:
    letters = sheet.name.encode("utf-16-le")
    return record(
        0x0085, struct.pack("<IBBBB", offset, int(sheet.hidden), 0, len(letters) // 2, 1) + letters
    )


def _sheet(sheet: OldSheet, strings: list[str]) -> bytes:
    body = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 1997, 0, 6)) + sheet.raw
    for (row, column), value in sheet.cells.items():
        if isinstance(value, str):
            body += record(0x00FD, struct.pack("<HHHI", row, column, 0, strings.index(value)))
        else:
            body += number(row, column, float(value))
    if sheet.merges:
        areas = [struct.pack("<HHHH", t, b, left, r) for t, left, b, r in sheet.merges]
        body += record(0x00E5, struct.pack("<H", len(areas)) + b"".join(areas))
    return body + record(0x000A)
