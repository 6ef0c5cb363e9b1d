"""A report as a Word document: the official template, or a unit's own, filled in place."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

from gicapp.core.layout import STANDARD, Layout
from gicapp.core.narrative import paragraphs
from gicapp.core.outline import heading_level
from gicapp.core.report import LEAD, Report, title_of
from gicapp.errors import GicError
from gicapp.files.atomic import write_atomically
from gicapp.files.package import pack_parts
from gicapp.files.reading.document_text import text_of
from gicapp.files.reading.markup import local
from gicapp.files.word.paragraphs import blocks_of, ends_section, is_blank, like, remove, set_text
from gicapp.files.word.placeholders import (
    fill_placeholders,
    holds_placeholder,
    printed_title,
    values_of,
)
from gicapp.files.word.proof import Meant, prove
from gicapp.files.word.slots import Region, Slots, find_slots
from gicapp.files.word.source import open_template
from gicapp.files.word.table import set_cell
from gicapp.files.word.typography import apply_layout
from gicapp.form.declaration import Form
from gicapp.form.values import show
from gicapp.resources import resource

_BODY: Final = 0
# control characters that end no line, surrogates and non-characters: XML cannot hold them
_NEVER: Final = re.compile("[\x00-\x08\x0e-\x1b\x1f\ud800-\udfff\ufffe\uffff]")


def build_document(
    report: Report, form: Form, layout: Layout = STANDARD, template: bytes | None = None
) -> bytes:
    """Return a report as a .docx; the same report gives the same bytes.

    `template` is a unit's own .docx with the official tables and headings. Raise GicError that
    names what cannot be found in it.
    """
    return _build(report, form, layout, template)[0]


def export_document(
    report: Report,
    form: Form,
    path: Path,
    template: Path | None = None,
    layout: Layout = STANDARD,
) -> None:
    """Write a report as a .docx once it has been read back and found equal.

    Raise GicError when the template cannot be used, when what is read differs, or when the file
    cannot be written; an earlier file at `path` is untouched then.
    """
    own = None if template is None else _read(template)
    data, meant = _build(report, form, layout, own)
    prove(data, meant, form)
    write_atomically(path, data)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise GicError(f"无法打开模板“{path}”：{error.strerror}。") from error


def _build(
    report: Report, form: Form, layout: Layout, template: bytes | None
) -> tuple[bytes, Meant]:
    source = open_template(template or official_template(form.id))
    slots = find_slots(source.body, form)
    report = _printable(report, layout)
    _fill(slots, report, form)
    values = values_of(report, form, layout)
    for root in source.roots():
        fill_placeholders(root.iter(f"{{{etree.QName(root).namespace}}}p"), values)
    if template is None:
        apply_layout(source, layout)
    meant = _meant(source.body, slots, report, is_official=template is None)
    return pack_parts(source.parts(title_of(report, form))), meant


@cache
def official_template(form: str) -> bytes:
    """Return the template of a form, as it lies in `resources/templates/`."""
    return resource(f"templates/{form}.docx").read_bytes()


def _printable(report: Report, layout: Layout) -> Report:
    """Return the report without the lead where it is not wanted, or characters XML cannot hold."""
    narrative = {key: _NEVER.sub("", text) for key, text in report.narrative.items()}
    if not layout.lead:
        narrative[LEAD] = ""
    title = None if report.title is None else _plain(report.title)
    unit = replace(report.unit, name=_plain(report.unit.name))
    return replace(report, narrative=narrative, title=title, unit=unit)


def _plain(text: str) -> str:
    return _NEVER.sub("", "\n".join(text.splitlines()))


def _fill(slots: Slots, report: Report, form: Form) -> None:
    """Put in the title, every cell and every section's text."""
    for cell, place in slots.cells.items():
        set_cell(place, show(report.value(cell)))
    if not holds_placeholder(slots.title):
        set_text(slots.title, printed_title(title_of(report, form)))
    if slots.above is not None:
        remove(slots.above)
    models = slots.models()
    for region in slots.regions:
        _fill_region(region, paragraphs(report, region.key), models)


def _meant(body: etree._Element, slots: Slots, report: Report, *, is_official: bool) -> Meant:
    """Return what a reader must find; the official template's headings are real ones."""
    expected: list[tuple[str, int | None]] = []
    for region in slots.regions:
        level = int(region.key != LEAD) if is_official else None
        expected.append((text_of(region.start).strip(), level))
        texts = paragraphs(report, region.key)
        expected += [(text, heading_level(text) if is_official else None) for text in texts]
    shown = [text_of(block).strip() for block in blocks_of(body) if local(block) == "p"]
    kept = Counter(text for text in shown if text) - Counter(text for text, _ in expected)
    return Meant({cell: show(report.value(cell)) for cell in slots.cells}, expected, kept)


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
