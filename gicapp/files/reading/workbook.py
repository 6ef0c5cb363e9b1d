"""Excel and WPS workbooks (xlsx, xlsm, renamed et): their sheets, and what the sheets share."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from gicapp.core.content import Content, Problem
from gicapp.files import limits
from gicapp.files.reading.archive import Archive
from gicapp.files.reading.markup import attribute, parse_xml, stream_xml
from gicapp.files.reading.number_format import Format, formats_of
from gicapp.files.reading.package import main_part, relations, target_of
from gicapp.files.reading.placing import check_filled, sheet_name
from gicapp.files.reading.sheet import read_sheet
from gicapp.files.reading.sheet_cell import Book, text_of
from gicapp.files.reading.tidy_sheet import tidy_strings
from gicapp.files.reading.unreadable import Unreadable, damaged, too_large

if TYPE_CHECKING:
    from gicapp.core.grid import Grid

_SHORT: Final = 100_000  # bytes of styles that are worth remembering
_TRUE: Final = frozenset({"1", "true"})

Links = Mapping[str, tuple[str, str]]


def read_workbook(archive: Archive) -> Content:
    """Return the sheets of a workbook as grids, in the order of its tabs."""
    part = main_part(archive)
    links = relations(archive, part)
    root = parse_xml(archive.read_xml(part), "工作簿")
    book = Book(_strings(archive, links), _formats(archive, links), _is_recalculated(root))
    grids: list[Grid] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for name, hidden, target in _tabs(root, links):
        if target in seen:
            raise damaged("两个工作表指向同一部件")
        seen.add(target)
        try:
            if not target:
                raise damaged("找不到它的内容")
            grid, found = read_sheet(archive.read_xml(target), name, book, hidden=hidden)
            grids.append(grid)
            check_filled(grids)
        except Unreadable as failure:
            message = failure.problem.message
            said = message if message.startswith(name) else f"{name}：{message}"
            found = [Problem(failure.problem.code, name, said)]
        problems += found
    return Content("xlsx", tuple(grids), tuple(problems))


def _tabs(root: etree._Element, links: Links) -> Iterator[tuple[str, bool, str]]:
    """Yield the Chinese name, hiddenness and part of each work sheet in the order of the tabs."""
    sheets = list(root.iter("{*}sheet"))
    if len(sheets) > limits.SHEETS:
        raise too_large(f"工作表超过 {limits.SHEETS} 个")
    for sheet in sheets:
        kind, target = links.get(attribute(sheet, "id") or "", ("worksheet", ""))
        if kind == "worksheet":
            hidden = sheet.get("state", "visible") != "visible"
            yield sheet_name(sheet.get("name", "")), hidden, target


def _is_recalculated(root: etree._Element) -> bool:
    return any(part.get("fullCalcOnLoad") in _TRUE for part in root.iter("{*}calcPr"))


def _strings(archive: Archive, links: Links) -> list[str]:
    part = target_of(links, "sharedStrings")
    if part is None or part not in archive.names:
        return []
    text = archive.read_xml(part)
    tidy = tidy_strings(text)
    if tidy is not None:
        return tidy
    return [text_of(item) for item in stream_xml(text, ("si",), "文字表")]


def _formats(archive: Archive, links: Links) -> list[Format]:
    part = target_of(links, "styles")
    if part is None:
        return []
    text = archive.read_xml(part, limits.DOCUMENT_BYTES)
    return _formats_in(text) if len(text) <= _SHORT else _formats_in.__wrapped__(text)


@lru_cache(maxsize=16)  # one program writes the same styles into many files
def _formats_in(text: bytes) -> list[Format]:
    return formats_of(parse_xml(text, "样式"))
