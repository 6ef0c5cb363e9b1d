"""The layout's choices written into the styles of the official template."""

from decimal import Decimal
from typing import Final

from lxml import etree

from gicapp.core.layout import STANDARD, Layout, PageNumber, TableSize
from gicapp.files.reading.markup import attribute, child, local
from gicapp.files.word import styles
from gicapp.files.word.paragraphs import remove
from gicapp.files.word.source import Template

_PAIRS: Final = (
    (styles.LABEL, styles.SMALL_LABEL),
    (styles.HEADER, styles.SMALL_HEADER),
    (styles.FIGURE, styles.SMALL_FIGURE),
)
_TWIPS: Final = 20  # to a point


def apply_layout(template: Template, layout: Layout) -> None:
    """Set line pitch, page number and table text as chosen; a standard layout changes nothing."""
    sheet = template.tree("styles") if _changes_styles(layout) else None
    if sheet is not None:
        by_id = {attribute(style, "styleId"): style for style in sheet if local(style) == "style"}
        _set_table_text(by_id, layout)
        _set_page_number(by_id, layout)
        if layout.pitch != STANDARD.pitch:
            _set_pitch(by_id, template, layout.pitch)
    if layout.page_number is PageNumber.NONE:
        _drop_page_numbers(template)


def _changes_styles(layout: Layout) -> bool:
    return (layout.pitch, layout.page_number, layout.table_face, layout.table_size) != (
        STANDARD.pitch,
        STANDARD.page_number,
        STANDARD.table_face,
        STANDARD.table_size,
    )


def _set_pitch(by_id: dict[str | None, etree._Element], template: Template, pitch: Decimal) -> None:
    """Set the distance of lines in the base style and in the grid of the page."""
    twips = str(int(pitch * _TWIPS))
    _put(_find(by_id[styles.NORMAL], "spacing"), "line", twips)
    for grid in template.body.iter("{*}docGrid"):
        _put(grid, "linePitch", twips)


def _set_table_text(by_id: dict[str | None, etree._Element], layout: Layout) -> None:
    """Set face and size; the other size is taken over whole, line height included."""
    for large, small in _PAIRS:
        if layout.table_size is TableSize.LARGE:
            _copy_size(by_id[large], by_id[small])
        elif layout.table_size is TableSize.SMALL:
            _copy_size(by_id[small], by_id[large])
        for name in (large, small):
            _put(_find(by_id[name], "rFonts"), "eastAsia", layout.table_face)


def _copy_size(source: etree._Element, target: etree._Element) -> None:
    for name, attribute_name in (("sz", "val"), ("szCs", "val"), ("spacing", "line")):
        value = attribute(_find(source, name), attribute_name)
        _put(_find(target, name), attribute_name, value or "")


def _set_page_number(by_id: dict[str | None, etree._Element], layout: Layout) -> None:
    if layout.page_number is not PageNumber.CENTRE:
        return
    for name in (styles.PAGE_ODD, styles.PAGE_EVEN):
        properties = child(by_id[name], "pPr")
        indent = child(properties, "ind")
        if properties is not None and indent is not None:
            properties.remove(indent)
        _put(_find(by_id[name], "jc"), "val", "center")


def _drop_page_numbers(template: Template) -> None:
    """Leave the footers out of the page set-up; an empty footer would still claim its line."""
    for reference in list(template.body.iter("{*}footerReference")):
        remove(reference)


def _find(style: etree._Element, name: str) -> etree._Element | None:
    return next(style.iter(f"{{*}}{name}"), None)


def _put(element: etree._Element | None, name: str, value: str) -> None:
    if element is not None:
        element.set(f"{{{etree.QName(element).namespace}}}{name}", value)
