import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from gicapp.files import limits
from gicapp.files.reading import content_of
from tests.files.reading.parts import cell, document, paragraph, rows, run, table, workbook
from tests.files.reading.seen import codes
from tests.files.reading.sources import packed

MANY = '<c r="{0}{1}"><v>1</v></c>'


def _lying(data: bytes, part: str, size: int) -> bytes:
    """Return a ZIP whose directory claims another size for a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    lying, at = bytearray(data), -1
    for name in names:
        at = lying.index(b"PK\x01\x02", at + 1)
        if name == part:
            struct.pack_into("<I", lying, at + 24, size)
    return bytes(lying)


def _sheet(cells: str) -> bytes:
    return workbook(rows(cells))


ATTRIBUTES = " ".join(f'a{number}=""' for number in range(30_000))
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "two cells that span the sheet": (
        lambda: _sheet('<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>'),
        "file.too_large",
    ),
    "cells behind rows without numbers": (
        lambda: workbook(f"<sheetData>{'<row><c><v>1</v></c></row>' * 25_000}</sheetData>"),
        "file.too_large",
    ),
    "too many cells": (
        lambda: workbook(
            rows(*("".join(MANY.format(c, r) for c in "ABCDEFGH") for r in range(1, 9000)))
        ),
        "file.too_large",
    ),
    "one long string used often": (
        lambda: workbook(
            rows(*[f'<c r="A{r}" t="s"><v>0</v></c>' for r in range(1, 900)]),
            strings=f"<si><t>{'长' * 30_000}</t></si>",
        ),
        "file.too_large",
    ),
    "a part that unpacks without end": (
        lambda: workbook(rows(""), strings="a" * limits.PART_BYTES),
        "file.too_large",
    ),
    "a part that is larger than it says": (
        lambda: _lying(workbook(rows("")), "xl/styles.xml", 10),
        "file.damaged",
    ),
    "more parts than any document": (
        lambda: packed({f"word/{number}.xml": "" for number in range(limits.PARTS + 1)}),
        "file.too_large",
    ),
    "entities": (
        lambda: packed(
            {"word/document.xml": '<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>', "_rels/.rels": ""}
        ),
        "file.damaged",
    ),
    "two sheets that are one": (
        lambda: workbook(
            rows('<c r="A1"><v>1</v></c>'),
            tabs='<sheet name="a" r:id="worksheet1"/><sheet name="b" r:id="worksheet1"/>',
        ),
        "file.damaged",
    ),
    "a tag with attributes without end": (
        lambda: workbook(rows(f'<c r="A1" {ATTRIBUTES}><v>1</v></c>')),
        "file.too_large",
    ),
    "a Word table without end": (
        lambda: document(table(*[cell("1") * 60] * 1100)),
        "file.too_large",
    ),
    "paragraphs without end": (
        lambda: document(paragraph(run("a")) * (limits.BLOCKS + 1)),
        "file.too_large",
    ),
    "a page of open tags": (lambda: b"<html>" + b"<div>" * 5000, "file.too_large"),
    "a page of tags": (lambda: b"<html>" + b"<p>a" * 310_000, "file.too_large"),
    "a page with an endless tag": (lambda: b"<html><p " + b"a=1 " * 9000, "file.too_large"),
    "spans without end": (
        lambda: b"<table>" + b"<tr>" + b"<td colspan=1000 rowspan=9999>1" * 9 + b"<tr>" * 2000,
        "file.too_large",
    ),
    "a CSV of ten million cells": (lambda: b"1,2,3,4,5,6,7,8,9,0\n" * 1_000_000, "file.too_large"),
    "a row of ten million cells": (lambda: b"a,b\n" + b"1," * 5_000_000, "file.too_large"),
    "lines without end": (lambda: b"a\n" * 250_000, "file.too_large"),
    "a huge file": (lambda: b"\1" * (limits.FILE_BYTES + 1), "file.too_large"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_would_hurt_is_refused_with_a_clear_message(what: str) -> None:
    make, code = HOSTILE[what]
    content = content_of(make())
    assert codes(content) == [code]
    assert sum(1 for _ in content.blocks) == 0
    assert content.problems[0].message.endswith("。")


def test_thousands_of_empty_cells_with_a_style_are_no_reason_to_refuse() -> None:
    blanks = "".join(f'<c r="ZZ{row}" s="0"/>' for row in range(1, 3000))
    content = content_of(workbook(rows(f'<c r="A1"><v>5</v></c>{blanks}<c r="XFD9000" s="0"/>')))
    assert content.problems == ()
    assert len(content.blocks) == 1


def test_document_types_are_refused_wherever_they_stand() -> None:
    with zipfile.ZipFile(io.BytesIO(document("<w:p/>"))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name, text in parts.items():
        assert isinstance(text, bytes)
        hostile = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + text
        assert codes(packed({**parts, name: hostile})) == ["file.hostile"]
