"""Sources that are text: which of web page, page archive, XML table, CSV or plain text it is."""

import re
from typing import Final

from gicapp.core.content import Content, Problem
from gicapp.files import limits
from gicapp.files.reading.encoding import decode
from gicapp.files.reading.kind import unknown
from gicapp.files.reading.unreadable import Unreadable, too_large

_PAGE: Final = re.compile(
    r"<(?:!doctype html|html|head|body|table|meta|div|p|h\d|span|tr|style)\b", re.IGNORECASE
)
_START: Final = 8192
_CONTROLS: Final = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")


def read_text(data: bytes) -> Content:
    """Return the content of a source that is text in any encoding, else raise Unreadable."""
    from gicapp.files.reading.archived_page import is_archived_page, read_archived_page

    if is_archived_page(data):
        return read_archived_page(data)
    start, _ = decode(data[:_START])
    if start.lstrip("\ufeff \t\r\n").startswith("<"):
        return _read_marked(data, start)
    if len(data) > limits.TEXT_BYTES:
        raise too_large(f"文本超过 {limits.TEXT_BYTES // limits.MEGABYTE} MB")
    text, problems = decode(data)
    if len(_CONTROLS.findall(text)) * 100 > len(text) or "\0" in text:
        raise unknown()
    return read_lines(text.removeprefix("\ufeff"), tuple(problems))


def _read_marked(data: bytes, start: str) -> Content:
    from gicapp.files.reading.page import read_page
    from gicapp.files.reading.spreadsheet_xml import NAMESPACE, read_spreadsheet_xml

    if NAMESPACE in start and "<Workbook" in start:
        if len(data) > limits.DOCUMENT_BYTES:
            raise too_large(f"文件超过 {limits.DOCUMENT_BYTES // limits.MEGABYTE} MB")
        return read_spreadsheet_xml(decode(data)[0])
    if _PAGE.search(start):
        return read_page(data)
    if "<?xml" in start:
        raise Unreadable(
            "file.xml",
            "这是 XML 数据文件，不能直接读取。请用原来的程序打开，另存为 .docx 或 .xlsx。",
        )
    raise unknown()


def read_lines(text: str, problems: tuple[Problem, ...] = ()) -> Content:
    """Return the content of plain text: one table throughout, or paragraphs with tables."""
    if text.count("\n") + text.count("\r") > 2 * limits.LINES:
        raise too_large(f"文本超过 {limits.LINES} 行")
    from gicapp.files.reading.delimited import read_delimited, separator_of
    from gicapp.files.reading.flattened import is_uneven
    from gicapp.files.reading.plain import (
        has_cell_lines,
        is_one_table,
        read_plain,
        without_indent,
    )

    text = without_indent(text)
    separator = None if has_cell_lines(text) else separator_of(text)
    if separator == "\t" and is_uneven([line.split("\t") for line in text.splitlines()]):
        separator = None
    if separator == "|" and not is_one_table(text):
        separator = None
    return read_delimited(text, separator, problems) if separator else read_plain(text, problems)
