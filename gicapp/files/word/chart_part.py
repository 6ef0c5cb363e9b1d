"""A chart as a native Word chart: its drawing, and the workbook that Word edits it with."""

import io
import re
from collections.abc import Sequence
from html import escape
from typing import Final

from gicapp.core.charts import Chart, Series
from gicapp.files.package import pack_parts, unpack_parts
from gicapp.files.word.styles import LATIN_FACE, SONG_FACE
from gicapp.form.values import Number, show

_C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET: Final = "Sheet1"
_COLOURS: Final = ("A6A6A6", "2F5597")  # told apart on a black-and-white printer too
_MODIFIED: Final = re.compile(rb"<dcterms:(created|modified).*?</dcterms:\1>")
_TEXT: Final = (
    f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"><a:latin typeface="{LATIN_FACE}"/>'
    f'<a:ea typeface="{SONG_FACE}"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
)
_FROM_ZERO: Final = '<c:min val="0"/>'  # bars are compared by their whole length
_FRAMELESS: Final = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def chart_xml(chart: Chart, workbook: str) -> bytes:
    """Return the chart part; `workbook` is the id of its link to the embedded workbook."""
    colours = _COLOURS[-len(chart.series) :]
    series = "".join(
        _series(number, one, chart, colour)
        for number, (one, colour) in enumerate(zip(chart.series, colours, strict=True))
    )
    legend = f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{_TEXT}</c:legend>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"><c:lang val="zh-CN"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="80"/><c:axId val="1"/><c:axId val="2"/></c:barChart>{_axes()}'
        f"</c:plotArea>{legend if len(chart.series) > 1 else ''}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{_FRAMELESS}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    ).encode()


def _series(number: int, series: Series, chart: Chart, colour: str) -> str:
    column = chr(ord("B") + number)
    last = len(chart.categories) + 1
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx>'
        f"{_strings(f'{column}$1', [series.name])}</c:tx><c:spPr><a:solidFill>"
        f'<a:srgbClr val="{colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        f'<c:dLbls>{_TEXT}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat>{_strings(f'A$2:$A${last}', chart.categories)}</c:cat>"
        f"<c:val>{_numbers(f'{column}$2:${column}${last}', series.numbers)}</c:val></c:ser>"
    )


def _strings(place: str, texts: Sequence[str]) -> str:
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{escape(text)}</c:v></c:pt>'
        for number, text in enumerate(texts)
    )
    return (
        f"<c:strRef><c:f>{_SHEET}!${place}</c:f><c:strCache>"
        f'<c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'
    )


def _numbers(place: str, numbers: Sequence[Number | None]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{show(number)}</c:v></c:pt>'
        for at, number in enumerate(numbers)
        if number is not None
    )
    return (
        f"<c:numRef><c:f>{_SHEET}!${place}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(numbers)}"/>{points}</c:numCache></c:numRef>'
    )


def _axes() -> str:
    """Return the axis of categories; that of values is left out, as every bar has its number."""
    scaling = '<c:scaling><c:orientation val="minMax"/>{}</c:scaling><c:delete val="{}"/>'
    ticks = (
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    )
    line = (
        '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="595959"/></a:solidFill></a:ln>'
        "</c:spPr>"
    )
    return (
        f'<c:catAx><c:axId val="1"/>{scaling.format("", 0)}<c:axPos val="b"/>{ticks}{line}{_TEXT}'
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="2"/>{scaling.format(_FROM_ZERO, 1)}<c:axPos val="l"/>{ticks}'
        '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def chart_workbook(chart: Chart) -> bytes:
    """Return the workbook behind a chart: categories in column A, a series a column."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _SHEET
    sheet.append(["", *(series.name for series in chart.series)])
    for number, category in enumerate(chart.categories):
        sheet.append([category, *(series.numbers[number] for series in chart.series)])
    book.properties.creator = ""
    buffer = io.BytesIO()
    book.save(buffer)
    parts = unpack_parts(buffer.getvalue())
    parts["docProps/core.xml"] = _MODIFIED.sub(b"", parts["docProps/core.xml"])
    return pack_parts(parts)
