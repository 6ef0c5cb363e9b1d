import gzip

import pytest

from gicapp.files.reading import content_of
from tests.files.reading.compound_file import compound_of
from tests.files.reading.seen import codes
from tests.files.reading.sources import WRITERS, Table, delimited, packed

TABLE = Table({(0, 0): "标题", (1, 0): "甲", (1, 1): 3, (2, 0): "乙", (2, 1): 5})

REFUSED = {
    "file.empty": [b"", b"\0\0\0", b" \r\n\t"],
    "file.pdf": [b"%PDF-1.7\n%\xe2\xe3"],
    "file.rtf": [b"{\\rtf1\\ansi"],
    "file.image": [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"BM\x36\0\0\0\0\0"],
    "file.archive": [
        packed({"a.txt": "a"}),
        gzip.compress(b"a", mtime=0),
        b"Rar!\x1a\x07",
        b"7z\xbc\xaf'",
    ],
    "file.doc": [compound_of({"WordDocument": b"a", "1Table": b"b"})],
    "file.encrypted": [compound_of({"EncryptedPackage": b"a", "EncryptionInfo": b"b"})],
    "file.slides": [
        compound_of({"PowerPoint Document": b"a"}),
        packed({"ppt/presentation.xml": ""}),
    ],
    "file.xlsb": [packed({"xl/workbook.bin": ""})],
    "file.ofd": [packed({"OFD.xml": "<a/>"})],
    "file.odt": [
        packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""})
    ],
    "file.xml": [b'<?xml version="1.0"?><a/>'],
    "file.unknown": [bytes(range(32)) * 9, compound_of({"Other": b"a"}), b"<\0\1\2\3"],
    "file.damaged": [b"PK\x03\x04 cut off", compound_of({"Workbook": b""})],
}


@pytest.mark.parametrize(("code", "data"), [(c, d) for c, many in REFUSED.items() for d in many])
def test_what_cannot_be_read_is_told_in_chinese_with_a_code(code: str, data: bytes) -> None:
    content = content_of(data)
    assert codes(content) == [code]
    assert content.blocks == ()
    assert content.problems[0].message.endswith("。")


@pytest.mark.parametrize("kind", WRITERS)
def test_the_content_decides_and_no_name_is_asked(kind: str) -> None:
    expected = {"named_xls": "html"}.get(kind, kind)
    assert content_of(WRITERS[kind](TABLE)).format == expected


def test_delimited_text_is_told_by_its_separators() -> None:
    assert content_of(delimited(TABLE, ",", "utf-8")).format == "csv"
    assert content_of(delimited(TABLE, "\t", "utf-8")).format == "tsv"
    assert content_of("一、总体情况\n今年收到申请 3 件。".encode()).format == "txt"


def test_two_letters_at_the_start_of_a_text_do_not_make_it_a_picture() -> None:
    assert content_of("BM是一种格式\n一、总体情况".encode()).format == "txt"
