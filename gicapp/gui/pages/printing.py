"""Sends finished pages to a printer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from gicapp.errors import GicError
from gicapp.gui.pages.page import PAPER_HEIGHT, PAPER_WIDTH, Booklet
from gicapp.gui.pages.painting import paint_page

if TYPE_CHECKING:  # loaded only when something is printed
    from PySide6.QtPrintSupport import QPrinter


def print_booklet(booklet: Booklet, parent: QWidget | None) -> bool:
    """Ask for a printer and print; return whether something was printed.

    Raise GicError where the printer cannot be used.
    """
    from PySide6.QtPrintSupport import QPrintDialog

    printer = new_printer(booklet)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印年度报告")
    dialog.setMinMax(1, len(booklet.pages))
    if not dialog.exec():
        return False
    paint_booklet(booklet, printer)
    return True


def new_printer(booklet: Booklet) -> "QPrinter":
    """Return the default printer, set to A4 upright without margins of its own."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(booklet.title)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    printer.setFullPage(True)  # a new page layout takes this back
    return printer


def paint_booklet(booklet: Booklet, printer: "QPrinter") -> None:
    """Print the pages that were asked for; on other paper than A4 they are made to fit."""
    painter = QPainter()
    if not painter.begin(printer):
        name = printer.printerName() or "未选择"
        raise GicError(f"无法打印：打印机（{name}）没有响应。请检查打印机是否已连接，再试一次。")
    first = printer.fromPage() or 1
    last = printer.toPage() or len(booklet.pages)
    scale = min(printer.width() / PAPER_WIDTH, printer.height() / PAPER_HEIGHT)
    for page in booklet.pages[first - 1 : last]:
        if page.number > first:
            printer.newPage()
        paint_page(painter, page, scale)
    painter.end()
