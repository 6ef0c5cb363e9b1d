"""Sheets whose rows and cells are written as office programs write them, read without a parser.

Every character between `<sheetData>` and `</sheetData>` must fit the few forms below, else
nothing is read here and the reader in `sheet` reads the XML itself. What a cell says is told by
`sheet_cell` in both ways.
"""

import re
from functools import lru_cache
from typing import Final

from gicapp.core.grid import GridCell
from gicapp.files import limits
from gicapp.files.reading.placing import Placed, column_of
from gicapp.files.reading.sheet_cell import Book, Told, Written, told_by, uncoded

_START: Final = b"<sheetData>"
_END: Final = b"</sheetData>"
_LAST: Final = b"</sst>"
_LONGEST: Final = 2 * limits.MEGABYTE
_COLUMN: Final = re.compile("[A-Z]{1,2}")
_EMPTY_ROWS: Final = r"\s*(?:<row(?: [\w:]+=\"[^\"<>&]*\")*/>\s*)*"
_ROW: Final = re.compile(
    _EMPTY_ROWS + r'<row r="([1-9]\d{0,3})"((?: [\w:]+="[^"<>&]*")*)>\s*', re.ASCII
)
_REST: Final = re.compile(_EMPTY_ROWS, re.ASCII)
# Without those that XML forbids, and without the carriage return, which it reads as a new line.
_LETTERS: Final = "[^<>\\0-\\x08\\x0b-\\x1f\ufffe\uffff]*"
_TEXT: Final = rf'<t(?: xml:space="preserve")?>({_LETTERS})</t>'
_CELL: Final = re.compile(  # what follows the quoted reference
    r'(?: s="(\d{1,5})")?(?: t="(\w{1,10})")?(?:/>|>'
    rf'(?:<f(?: aca="false")?>({_LETTERS})</f>)?'
    rf"(?:<v>({_LETTERS})</v>|<v/>|<is>{_TEXT}</is>)?</c>)\s*",
    re.ASCII,
)
_STRING: Final = re.compile(rf'{_TEXT}(?:<phoneticPr(?: \w+="[^"<>&]*")*/>)?</si>\s*', re.ASCII)
_ENTITY: Final = re.compile("&(?:#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})|(lt|gt|amp|quot|apos));")
_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_LETTER: Final = re.compile("[^\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\ud800-\udfff\ufffe\uffff]")
_ENCODING: Final = re.compile(rb"""encoding\s*=\s*["'](?!(?i:utf-8)["'])""")
_SHORT: Final = 500  # characters of a cell that are worth remembering


class _Untidy(Exception):  # noqa: N818 - it says what a sheet is and stays in this module
    """Something is written in another way than the forms here."""


class _Columns(dict[str, int]):
    """The numbers of columns by their letters."""

    def __missing__(self, name: str) -> int:
        if _COLUMN.fullmatch(name) is None:
            raise _Untidy
        return self.setdefault(name, column_of(name))


class _Known(dict[str, Told | None]):
    """What the cells of a sheet tell, by what follows their references."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book

    def __missing__(self, cell: str) -> Told | None:
        written = _written(cell) if len(cell) <= _SHORT else _written.__wrapped__(cell)
        return self.setdefault(cell, told_by(written, self._book))


_COLUMNS: Final = _Columns()


def tidy_cells(text: bytes, book: Book) -> tuple[Placed, bytes] | None:
    """Return the filled cells of a sheet and its XML without them; None when it is not tidy."""
    start, end = text.find(_START), text.find(_END)
    if not 0 <= start < end or len(text) > _LONGEST:
        return None
    frame = text[:start] + _START + text[end:]
    if frame.count(b"sheetData") > 2 or not _is_simple(frame):
        return None
    try:
        return _cells(text[start + len(_START) : end].decode(), book), frame
    except (_Untidy, UnicodeDecodeError):
        return None


def tidy_strings(text: bytes) -> list[str] | None:
    """Return the shared strings of a workbook in their order; None when they are not tidy."""
    start, end = text.find(b"<si>"), text.rfind(_LAST)
    if not 0 <= start < end or len(text) > _LONGEST or text[end + len(_LAST) :].strip():
        return None
    if text.count(b"<sst", 0, start) != 1 or not _is_simple(text[:start]):
        return None
    try:
        return [_string(piece) for piece in text[start:end].decode().split("<si>")[1:]]
    except (_Untidy, UnicodeDecodeError):
        return None


def _is_simple(frame: bytes) -> bool:
    """Tell whether XML is in UTF-8 and has no part that a parser would pass over."""
    declared = _ENCODING.search(frame, 0, 200)
    return declared is None and b"<!" not in frame and frame.find(b"<?", 4) < 0


def _cells(body: str, book: Book) -> Placed:
    """Return the filled cells of all rows; in one loop, for this is where the time goes."""
    cells: Placed = {}
    known = _Known(book)
    make = tuple.__new__  # half the time of calling a named tuple by its name
    *rows, rest = body.split("</row>")
    if _REST.fullmatch(rest) is None:
        raise _Untidy
    for line in rows:
        head, *pieces = line.split('<c r="')
        digits = _row_of(head)
        row = int(digits) - 1
        for piece in pieces:
            where, _, cell = piece.partition('"')
            column = _COLUMNS[where.removesuffix(digits)]
            told = known[cell]
            if told is not None:
                text, number, doubt, formula = told
                fields = (row, column, text, number, 1, 1, where, doubt, formula)
                cells[row, column] = make(GridCell, fields)
    return cells


def _row_of(head: str) -> str:
    """Return the number of a row from its tag, and what may stand before it."""
    match = _ROW.fullmatch(head)
    if match is None or "hidden" in match[2] or " r=" in match[2]:
        raise _Untidy
    return match[1]


@lru_cache(maxsize=4096)  # the labels and small numbers of a form come again in every report
def _written(cell: str) -> Written:
    match = _CELL.fullmatch(cell)
    if match is None:
        raise _Untidy
    style, kind, formula, value, inline = match.groups()
    text = uncoded(_decoded(inline)) if inline is not None else _decoded(value or "")
    return Written(
        kind or "n", style or "0", text, "" if formula is None else f"={_decoded(formula)}"
    )


def _string(piece: str) -> str:
    match = _STRING.fullmatch(piece)
    if match is None:
        raise _Untidy
    return uncoded(_decoded(match[1]))


def _decoded(text: str) -> str:
    """Return a text with its entities as letters."""
    if "&" not in text:
        return text
    if text.count("&") != len(_ENTITY.findall(text)):
        raise _Untidy
    return _ENTITY.sub(_letter, text)


def _letter(match: re.Match[str]) -> str:
    if match[3]:
        return _NAMED[match[3]]
    code = int(match[1]) if match[1] else int(match[2], 16)
    if code > 0x10FFFF or _LETTER.fullmatch(chr(code)) is None:
        raise _Untidy
    return chr(code)
