"""A report as a Word document: the official template, or a unit's own, filled in place."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from lxml import etree

from gicapp.core.layout import STANDARD, Layout
from gicapp.core.narrative import paragraphs
from gicapp.core.outline import heading_level
from gicapp.core.report import LEAD, Report, title_of
from gicapp.files.package import pack_parts
from gicapp.files.reading.markup import local
from gicapp.files.word.paragraphs import ends_section, is_blank, like, remove, set_text
from gicapp.files.word.placeholders import (
    fill_placeholders,
    holds_placeholder,
    printed_title,
    values_of,
)
from gicapp.files.word.slots import Region, Slots, find_slots
from gicapp.files.word.source import open_template
from gicapp.files.word.table import set_cell
from gicapp.files.word.typography import apply_layout
from gicapp.form.declaration import Form
from gicapp.form.values import show
from gicapp.resources import resource

_BODY: Final = 0


def build_document(
    report: Report, form: Form, layout: Layout = STANDARD, template: bytes | None = None
) -> bytes:
    """Return a report as a .docx; the same report gives the same bytes.

    `template` is a unit's own .docx with the official tables and headings. Raise GicError that
    names what cannot be found in it.
    """
    source = open_template(template or official_template(form.id))
    slots = find_slots(source.body, form)
    values = values_of(report, form, layout)
    _fill(slots, report, form, layout)
    for root in source.roots():
        fill_placeholders(root.iter(f"{{{etree.QName(root).namespace}}}p"), values)
    if template is None:
        apply_layout(source, layout)
    return pack_parts(source.parts(title_of(report, form)))


@cache
def official_template(form: str) -> bytes:
    """Return the template of a form, as it lies in `resources/templates/`."""
    return resource(f"templates/{form}.docx").read_bytes()


def _fill(slots: Slots, report: Report, form: Form, layout: Layout) -> None:
    """Put in the title, every cell and every section's text."""
    for cell, place in slots.cells.items():
        set_cell(place, show(report.value(cell)))
    models = slots.models()
    for region in slots.regions:
        is_left_out = region.key == LEAD and not layout.lead
        _fill_region(region, () if is_left_out else paragraphs(report, region.key), models)
    if not holds_placeholder(slots.title):
        set_text(slots.title, printed_title(title_of(report, form)))


def _fill_region(
    region: Region, texts: Iterable[str], models: Mapping[int, etree._Element]
) -> None:
    """Replace the paragraphs of a region; tables, placeholders and page set-ups stay."""
    fallback = models.get(_BODY, region.start)
    new = [like(models.get(heading_level(text), fallback), text) for text in texts]
    place = region.start
    for paragraph in new:
        place.addnext(paragraph)
        place = paragraph
    for paragraph in _replaced(region):
        if ends_section(paragraph):
            set_text(paragraph, "")
        else:
            remove(paragraph)


def _replaced(region: Region) -> list[etree._Element]:
    """Return the paragraphs that the report's text takes the place of.

    A blank one after a table keeps the table away from what follows it, and one that ends a
    cell or a content control may be its last: they stay where nothing else does.
    """
    replaced = []
    after_table = False
    for block in region.blocks:
        if local(block) == "tbl":
            after_table = True
        elif is_blank(block) and (after_table or region.key == LEAD):
            continue
        elif not holds_placeholder(block):
            replaced.append(block)
    return replaced
