"""What the tests of the Word files share: a filled report, and a look into the file."""

import io
import zipfile
from types import MappingProxyType

from lxml import etree

from gicapp.core.report import LEAD, Report, Unit
from gicapp.form.loader import load_form

FORM = load_form()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXTS = MappingProxyType(
    {
        LEAD: "本报告依据条例编制，所列数据统计期限为2023年1月1日至12月31日。",
        "1": "综述。\n（一）主动公开\n公开12条。\n1.公开平台\n“网站”<运行>正常 & 稳定。\n（1）专栏",
        "5": "问题。\n措施。",
        "6": "未收取信息处理费。",
    }
)


def a_report(**texts: str) -> Report:
    """Return a report with a different number in every cell."""
    return Report(
        unit=Unit("某市统计局"),
        year=2023,
        values=MappingProxyType({cell: number for number, cell in enumerate(FORM.cells)}),
        narrative=MappingProxyType({**TEXTS, **texts}),
    )


def part(data: bytes, name: str) -> etree._Element:
    """Return a part of a document as a tree."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def body(data: bytes) -> etree._Element:
    """Return the body of a document."""
    return part(data, "word/document.xml")[0]


def tag(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def styled(data: bytes) -> list[tuple[str, str]]:
    """Return (style id, text) of every paragraph outside tables."""
    return [(_style(paragraph), words(paragraph)) for paragraph in body(data).iterfind(tag("p"))]


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{tag('pPr')}/{tag('pStyle')}")
    return "" if style is None else str(style.get(tag("val")))


def words(element: etree._Element) -> str:
    """Return the text inside an element."""
    return "".join(text.text or "" for text in element.iter(tag("t")))
