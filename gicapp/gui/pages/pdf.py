"""The report as a PDF: the pages that the preview shows."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final

from PySide6.QtCore import QBuffer, QHashSeed, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter

from gicapp.core.layout import STANDARD, Layout
from gicapp.core.report import Report
from gicapp.form.declaration import Form
from gicapp.gui.pages.composition import compose
from gicapp.gui.pages.fonts import METRIC
from gicapp.gui.pages.page import Booklet
from gicapp.gui.pages.painting import paint_page

_DOTS: Final = 1200  # to the inch
_DATE: Final = re.compile(rb"/CreationDate \([^)]*\)")


def build_pdf(report: Report, form: Form, layout: Layout = STANDARD) -> bytes:
    """Return a report as a PDF without author, time or machine: same report, same bytes.

    Where no Qt application runs, one that needs no screen is made and kept.
    """
    if QGuiApplication.instance() is None:
        _application()
    booklet = compose(report, form, METRIC, layout)
    with _steady_order():
        data = _painted(booklet)
    # blanks, because the file tells the places of its objects by their offsets
    return _DATE.sub(lambda match: b" " * len(match[0]), data)


@cache
def _application() -> QGuiApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
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
