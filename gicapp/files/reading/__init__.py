"""Any source read: told by what is in it, within limits, without ever raising for what it holds.

`read_source(path)` and `read_clipboard(text, html)` say what a source means in terms of the
form; `content_of(data)` only what it holds: paragraphs and grids in reading order. Both come
with problems. Nothing in a source is run and nothing is fetched.
"""

import errno
import logging
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import Final

from gicapp.core.content import Content, Paragraph
from gicapp.core.reading import Reading
from gicapp.errors import GicError
from gicapp.files import limits
from gicapp.files.reading.unreadable import Unreadable, damaged, too_large
from gicapp.files.reasons import why_unread

_USUAL: Final = limits.MEGABYTE // 4
_text_of: Final = attrgetter("text")
_log: Final = logging.getLogger(__name__)


def read_source(path: Path, *, year: int | None = None, unit: str | None = None) -> Reading:
    """Return what a source says of a report, with a problem for whatever is doubtful or missing.

    `year` and `unit` choose where a source holds several. Raises GicError only when the file
    itself cannot be opened.
    """
    data = _bytes_of(path)
    if _is_own(data):
        from gicapp.files.reading.own_report import read_report

        return read_report(data, str(path))
    from gicapp.core.recognition.interpretation import interpret

    return interpret(content_of(data), year=year, unit=unit, source=str(path))


def read_clipboard(text: str, html: str | None) -> Reading:
    """Return what a pasted block says of a report, from its text and, if there is one, its page."""
    from gicapp.core.recognition.interpretation import interpret

    return interpret(pasted_content(text, html), source="剪贴板")


def content_of(data: bytes) -> Content:
    """Return what the bytes of a file hold, with a problem in place of what cannot be read."""
    return _guarded(lambda: _read(data))


def pasted_content(text: str, html: str | None) -> Content:
    """Return what a pasted block holds, from its plain text and, if given, its page."""
    from gicapp.files.reading.clipboard import read_pasted

    return _guarded(lambda: read_pasted(text, html))


def pasted_table(html: str) -> list[list[str]]:
    """Return the texts of the first table of a pasted page, none where there is no table."""
    from gicapp.files.reading.clipboard import first_table

    return first_table(pasted_content("", html))


def _guarded(read: Callable[[], Content]) -> Content:
    """Return what a reader makes of a source, or the problem that stopped it."""
    try:
        content = read()
        _weigh(content)
    except Unreadable as failure:
        return Content("", (), (failure.problem,))
    except ImportError:
        raise  # the program is not whole: that is no fault of the file
    except Exception:  # noqa: BLE001 - a reader's bug hurts nobody
        _log.info("a reader stopped unexpectedly", exc_info=True)
        return Content("", (), (damaged("内容无法解读").problem,))
    return content


def _bytes_of(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise IsADirectoryError(errno.EISDIR, "")  # a pipe would be waited for without end
        with path.open("rb") as file:
            start = file.read(_USUAL)  # asking for all at once would take the memory for it
            if len(start) < _USUAL:
                return start
            return start + file.read(limits.FILE_BYTES + 1 - _USUAL)
    except (OSError, ValueError) as error:  # a name with a zero byte is no OSError
        raise GicError(f"无法打开“{path}”：{why_unread(error)}。") from error


def _is_own(data: bytes) -> bool:
    """Tell whether the bytes are a report that this program saved."""
    from gicapp.files.reading.kind import is_zip

    return is_zip(data) and b"report.json" in data[:4096]


def _read(data: bytes) -> Content:
    from gicapp.files.reading import kind

    if len(data) > limits.FILE_BYTES:
        raise too_large(f"文件超过 {limits.FILE_BYTES // limits.MEGABYTE} MB")
    kind.refuse_known(data)
    if kind.is_zip(data):
        return _read_archive(data)
    if kind.is_compound(data):
        return _read_compound(data)
    from gicapp.files.reading.text import read_text

    return read_text(data)


def _read_archive(data: bytes) -> Content:
    from gicapp.files.reading.archive import Archive
    from gicapp.files.reading.kind import kind_of_archive

    archive = Archive(data)
    kind = kind_of_archive(archive)
    if kind == "xlsx":
        from gicapp.files.reading.workbook import read_workbook

        return read_workbook(archive)
    if kind == "docx":
        from gicapp.files.reading.document import read_document

        return read_document(archive)
    if kind == "ods":
        from gicapp.files.reading.opendocument import read_open_document

        return read_open_document(archive)
    raise damaged(kind)


def _read_compound(data: bytes) -> Content:
    from gicapp.files.reading.biff import read_biff
    from gicapp.files.reading.compound import Compound
    from gicapp.files.reading.kind import refuse_compound

    compound = Compound(data)
    if compound.names.isdisjoint({"Workbook", "Book"}):
        refuse_compound(compound.names)
    return read_biff(compound)


def _weigh(content: Content) -> None:
    """Raise Unreadable when a source holds more than a report ever does."""
    if len(content.blocks) > limits.BLOCKS:
        raise too_large(f"段落超过 {limits.BLOCKS} 个")
    cells = letters = 0
    for block in content.blocks:
        if isinstance(block, Paragraph):
            letters += len(block.text)
        else:
            cells += len(block.cells)
            letters += sum(map(len, map(_text_of, block.cells)))
    if cells > limits.CELLS:
        raise too_large(f"有内容的单元格超过 {limits.CELLS} 个")
    if letters > limits.LETTERS:
        raise too_large(f"文字超过 {limits.LETTERS // 10_000} 万字")
