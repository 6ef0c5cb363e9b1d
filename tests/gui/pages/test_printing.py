import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot

from gicapp.errors import GicError
from gicapp.gui.pages.composition import compose
from gicapp.gui.pages.fonts import METRIC
from gicapp.gui.pages.page import Booklet
from gicapp.gui.pages.preview import PreviewPane
from gicapp.gui.pages.printing import new_printer, paint_booklet, print_booklet
from tests.strategies import FORM, filled_with

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def booklet() -> Booklet:
    return compose(filled_with(4), FORM, METRIC)


def printed_pages(path: Path) -> int:
    return len(re.findall(rb"/Type /Page\b(?!s)", path.read_bytes()))


def to_file(printer: QPrinter, path: Path) -> None:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))


def test_a_printer_is_set_to_a4_upright_and_the_whole_sheet(booklet: Booklet) -> None:
    printer = new_printer(booklet)
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Portrait
    assert printer.fullPage()
    assert printer.docName() == booklet.title


def test_all_pages_are_printed(booklet: Booklet, tmp_path: Path) -> None:
    printer = new_printer(booklet)
    to_file(printer, tmp_path / "all.pdf")
    paint_booklet(booklet, printer)
    assert printed_pages(tmp_path / "all.pdf") == len(booklet.pages)


def test_only_the_pages_asked_for_are_printed(booklet: Booklet, tmp_path: Path) -> None:
    printer = new_printer(booklet)
    to_file(printer, tmp_path / "some.pdf")
    printer.setFromTo(2, 2)
    paint_booklet(booklet, printer)
    assert printed_pages(tmp_path / "some.pdf") == 1


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_does_not_answer_is_said(booklet: Booklet, tmp_path: Path) -> None:
    printer = new_printer(booklet)
    to_file(printer, tmp_path / "missing" / "folder" / "x.pdf")
    with pytest.raises(GicError, match="无法打印"):
        paint_booklet(booklet, printer)


def test_nothing_is_printed_when_the_dialog_is_cancelled(
    booklet: Booklet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: 0)
    assert not print_booklet(booklet, None)


def test_the_button_prints_the_report_as_it_is_now(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(dialog: QPrintDialog) -> int:
        to_file(dialog.printer(), tmp_path / "button.pdf")
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    pane = PreviewPane(lambda: filled_with(4))
    qtbot.addWidget(pane)
    pane.print_button.click()
    assert printed_pages(tmp_path / "button.pdf") == len(pane.booklet.pages)
