"""Blocks as Excel, WPS, Word and browsers really put them on the clipboard, and back to them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gicapp.files.reading import pasted_table
from gicapp.gui.session import Session
from gicapp.gui.tables.table_view import TableView
from gicapp.gui.window import Window

Shown = Callable[[int], TableView]
CONTROL = Qt.KeyboardModifier.ControlModifier
STYLE = (
    "<style><!--table {mso-displayed-decimal-separator:'\\.';"
    "mso-displayed-thousand-separator:'\\,';}"
    ".xl65 {mso-number-format:'0_ ';mso-style-parent:style0;text-align:center;}--></style>"
)
EXCEL = (
    '<html xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel">'
    "<head><meta name=ProgId content=Excel.Sheet>" + STYLE + "</head><body link='#0563C1'>"
    "<table border=0 cellpadding=0 cellspacing=0 style='border-collapse:collapse;width:162pt'>"
    "<!--StartFragment-->{rows}<!--EndFragment--></table></body></html>"
)
WPS = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:et="http://et">'
    "<head><meta name=Generator content='WPS Office'>" + STYLE + "</head><body>"
    "<!--StartFragment--><table width=216>{rows}</table><!--EndFragment--></body></html>"
)
BROWSER = (
    "<html><body>\n<!--StartFragment--><table><tbody>{rows}</tbody></table><!--EndFragment-->\n"
    "</body></html>"
)
WINDOWS_HEADER = (
    "Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000001999\r\n"
    "StartFragment:0000000500\r\nEndFragment:0000001900\r\n"
)
PAGES = pytest.mark.parametrize("page", [EXCEL, WPS, BROWSER, WINDOWS_HEADER + EXCEL])
NUMBERS = (
    "<tr height=19 style='height:14.25pt'><td class=xl65 align=right x:num>1</td>"
    "<td class=xl65 align=right x:num='1234'>1,234</td></tr>"
    "<tr height=19><td class=xl65>&nbsp;3&nbsp;</td><td class=xl65></td></tr>"
)
NUMBERS_TEXT = "1\t1,234\r\n\xa03\xa0\t\r\n"
LABELLED = (
    "<tr><td rowspan=2 height=38 class=xl65 style='mso-ignore:colspan'>（三）不予公开</td>"
    "<td class=xl65>1.属于国家秘密</td>"
    + "<td class=xl65>1</td>"
    + "<td>0</td>" * 5
    + "<td>1</td></tr>"
    "<tr><td class=xl65>2.其他法律行政法规禁止公开</td>"
    "<td>2</td>" + "<td>0</td>" * 5 + "<td>2</td></tr>"
)
LABELLED_TEXT = (
    "（三）不予公开\t1.属于国家秘密\t1\t0\t0\t0\t0\t0\t1\r\n"
    "\t2.其他法律行政法规禁止公开\t2\t0\t0\t0\t0\t0\t2\r\n"
)


def _paste(view: TableView, qtbot: QtBot, text: str, html: str) -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(view, Qt.Key.Key_V, CONTROL)


def _at(view: TableView, cell: str) -> None:
    view.go_to(view.table_model.place(cell))


@PAGES
@pytest.mark.parametrize("text", [NUMBERS_TEXT, ""])
def test_a_block_of_numbers_goes_where_the_cursor_is(
    page: str, text: str, table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _at(view, "requests.granted.commercial")
    _paste(view, qtbot, text, page.replace("{rows}", NUMBERS))
    values = session.report.value
    assert values("requests.granted.commercial") == 1
    assert values("requests.granted.research") == 1234
    assert values("requests.partial.commercial") == 3
    assert values("requests.partial.research") is None
    assert session.undo_name == "粘贴 4 格"


@PAGES
@pytest.mark.parametrize("text", [LABELLED_TEXT, ""])
def test_a_block_with_merged_labels_goes_where_they_say(
    page: str, text: str, table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _at(view, "requests.new.natural")
    _paste(view, qtbot, text, page.replace("{rows}", LABELLED))
    values = session.report.value
    assert values("requests.refused.state_secret.natural") == 1
    assert values("requests.refused.law_forbids.total") == 2
    assert values("requests.new.natural") == 3


def test_a_dash_that_excel_shows_for_nothing_is_no_zero(
    table: Shown, session: Session, window: Window, qtbot: QtBot
) -> None:
    view, before = table(3), session.report
    _at(view, "requests.granted.commercial")
    rows = "<tr><td class=xl65>&nbsp;-&nbsp;</td><td class=xl65>5</td></tr>"
    _paste(view, qtbot, " - \t 5 \r\n", EXCEL.replace("{rows}", rows))
    assert session.report == before
    assert "不是数字" in window.message.text.text()


def test_what_is_copied_is_read_back_from_its_page_alone(
    table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _at(view, "requests.new.natural")
    view.go_to(view.table_model.place("requests.granted.research"), extend=True)
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().mimeData()
    block = [["3", "0", "0"], ["0", "0", "0"], ["3", "0", "0"]]
    assert pasted_table(copied.html()) == block
    before = session.report
    _paste(view, qtbot, "", copied.html())
    assert session.report == before


def test_a_page_without_a_table_is_no_block(table: Shown, window: Window, qtbot: QtBot) -> None:
    view = table(3)
    _paste(view, qtbot, "", "<html><body><p>3</p></body></html>")
    assert "没有可以粘贴" in window.message.text.text()
