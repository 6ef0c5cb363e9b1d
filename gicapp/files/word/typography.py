"""The layout's choices written into the styles of the official template."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from lxml import etree

from gicapp.core.layout import STANDARD, Layout, PageNumber, TableSize, written_date
from gicapp.files.reading.markup import attribute, child, local
from gicapp.files.word import styles
from gicapp.files.word.paragraphs import element, remove, space_of
from gicapp.files.word.source import Template

_PAIRS: Final = (
    (styles.LABEL, styles.SMALL_LABEL),
    (styles.HEADER, styles.SMALL_HEADER),
    (styles.FIGURE, styles.SMALL_FIGURE),
)
_TWIPS: Final = 20  # to a point
_BEFORE_BREAK: Final = frozenset({"pStyle", "keepNext", "keepLines"})  # the schema's order
_CHARACTER: Final = 16 * _TWIPS
_FOUR_CHARACTERS: Final = 4 * _CHARACTER


def apply_layout(template: Template, layout: Layout, unit: str) -> None:
    """Set line pitch, page number, table text and the place of the signature as chosen.

    A standard layout changes nothing. `unit` is the name that signs.
    """
    sheet = template.tree("styles") if _changes_styles(layout) else None
    if sheet is not None:
        by_id = {attribute(style, "styleId"): style for style in sheet if local(style) == "style"}
        _set_table_text(by_id, layout)
        _set_digits(sheet, layout.digit_face)
        _set_page_number(by_id, layout)
        if layout.pitch != STANDARD.pitch:
            _set_pitch(by_id, template, layout.pitch)
        if layout.signature and layout.date is not None:
            _centre_signature(by_id[styles.SIGNATURE], unit, written_date(layout.date))
    if layout.table_size is TableSize.LARGE:
        _start_page_with_tall_table(template.body)
    if layout.page_number is PageNumber.NONE:
        _drop_page_numbers(template)


def _changes_styles(layout: Layout) -> bool:
    """Tell whether a layout differs from the standard in more than what is printed."""
    return replace(layout, lead=True, date=None, number="", charts=()) != STANDARD


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
            _let_break(by_id[small])
        elif layout.table_size is TableSize.SMALL:
            _copy_size(by_id[small], by_id[large])
        for name in (large, small):
            _put(_find(by_id[name], "rFonts"), "eastAsia", layout.table_face)


def _set_digits(sheet: etree._Element, face: str) -> None:
    """Set the face of digits and Latin letters wherever it is the usual one."""
    for fonts in sheet.iter("{*}rFonts"):
        if attribute(fonts, "ascii") == styles.LATIN_FACE:
            _put(fonts, "ascii", face)
            _put(fonts, "hAnsi", face)


def _copy_size(source: etree._Element, target: etree._Element) -> None:
    for name, attribute_name in (("sz", "val"), ("szCs", "val"), ("spacing", "line")):
        value = attribute(_find(source, name), attribute_name)
        _put(_find(target, name), attribute_name, value or "")


def _let_break(style: etree._Element) -> None:
    """Let a table that no longer fits a page break between its rows.

    Rows that all stay with the next would push it off the page of its heading.
    """
    _put(_find(style, "keepNext"), "val", "0")


def _start_page_with_tall_table(body: etree._Element) -> None:
    """Begin a page with the heading of the table that fills one: it takes two then, not three."""
    for table in body.iterfind(f"{space_of(body)}tbl"):
        heading = table.getprevious()
        properties = child(heading, "pPr")
        if properties is not None and len(table.findall(f"{space_of(body)}tr")) > styles.TALL:
            before = [part for part in properties if local(part) in _BEFORE_BREAK]
            properties.insert(len(before), element(properties, "pageBreakBefore"))


def _centre_signature(style: etree._Element, unit: str, date: str) -> None:
    """Centre the unit's name over the date, which ends four characters from the edge."""
    indent = _find(style, "ind")
    if indent is None:
        return
    right = _FOUR_CHARACTERS + (_width(date) - _width(unit)) // 2
    for name in list(indent.attrib):
        del indent.attrib[name]
    _put(indent, "right", str(max(0, right)))


def _width(text: str) -> int:
    """Return the width of a text of the body in twips; Latin letters are half as wide."""
    return sum(_CHARACTER if letter > "ÿ" else _CHARACTER // 2 for letter in text)


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


def _put(part: etree._Element | None, name: str, value: str) -> None:
    if part is not None:
        part.set(f"{space_of(part)}{name}", value)
