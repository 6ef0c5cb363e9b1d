"""The report as a PDF: the pages that the preview shows."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QHashSeed, QIODevice, QMarginsF
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPageSize, QPainter, QPdfWriter

from gicapp.core.layout import STANDARD, Layout
from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files.atomic import write_atomically
from gicapp.form.declaration import Form
from gicapp.gui.pages.composition import compose
from gicapp.gui.pages.fonts import METRIC
from gicapp.gui.pages.page import Booklet
from gicapp.gui.pages.painting import paint_page
from gicapp.gui.screen import draw_without_screen

_DOTS: Final = 1200  # to the inch
_DATE: Final = re.compile(rb"/CreationDate \([^)]*\)")
_CODES: Final = re.compile(rb"\[(?:<[0-9A-F]{4}> ?)+\]")  # what the glyphs of a font stand for
_RADICAL: Final = re.compile(rb"<(2[EF][0-9A-F]{2}|303[89A])>")


def export_pdf(report: Report, form: Form, path: Path, layout: Layout = STANDARD) -> None:
    """Write a report as a PDF; raise GicError where it cannot be, an earlier file is kept then."""
    write_atomically(path, build_pdf(report, form, layout))


def build_pdf(report: Report, form: Form, layout: Layout = STANDARD) -> bytes:
    """Return a report as a PDF without author, time or machine: same report, same bytes.

    Where no Qt application runs, one that needs no screen is made and kept. Raise GicError
    where the machine has no Chinese font.
    """
    if QGuiApplication.instance() is None:
        _application()
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        raise GicError(
            "无法生成 PDF：本机没有中文字体。请安装一种中文字体（如文泉驿微米黑），再试一次。"
        )
    booklet = compose(report, form, METRIC, layout)
    with _steady_order():
        data = _painted(booklet)
    return searchable(without_date(data))


def without_date(data: bytes) -> bytes:
    """Return a PDF without its date, blanks instead: a PDF knows its objects by their places."""
    return _DATE.sub(lambda match: b" " * len(match[0]), data)


def searchable(data: bytes) -> bytes:
    """Return a PDF whose text can be searched and copied.

    Where a font draws a character and a radical alike (一 and ⼀), Qt notes the radical.
    """
    return _CODES.sub(lambda codes: _RADICAL.sub(_as_character, codes[0]), data)


def _as_character(code: re.Match[bytes]) -> bytes:
    character = unicodedata.normalize("NFKC", chr(int(code[1], 16)))
    return b"<%04X>" % ord(character) if len(character) == 1 else code[0]


@cache
def _application() -> QGuiApplication:
    draw_without_screen()
    return QGuiApplication([])


@contextmanager
def _steady_order() -> Iterator[None]:
    """Make Qt write the fonts of a file in an order that does not differ from run to run."""
    QHashSeed.setDeterministicGlobalSeed()
    try:
        yield
    finally:
        QHashSeed.resetRandomGlobalSeed()


def _painted(booklet: Booklet) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(booklet.title)
    writer.setCreator("")
    painter = QPainter(writer)
    for page in booklet.pages:
        if page.number > 1:
            writer.newPage()
        paint_page(painter, page, _DOTS / 72)
    painter.end()
    return bytes(buffer.data().data())
