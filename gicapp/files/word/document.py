"""A report as a Word document: the official template, or a unit's own, filled in place."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

from gicapp.core.charts import chart_of, charted_table
from gicapp.core.layout import STANDARD, Layout
from gicapp.core.report import LEAD, Report, title_of
from gicapp.core.text.narrative import Printed, printed_of
from gicapp.core.text.outline import heading_level
from gicapp.errors import GicError
from gicapp.files.atomic import write_atomically
from gicapp.files.package import pack_parts
from gicapp.files.reading.document_text import text_of
from gicapp.files.reasons import why_unread
from gicapp.files.word.paragraphs import like, remove, set_text
from gicapp.files.word.pictures import Gallery
from gicapp.files.word.placeholders import TITLE, fill_placeholders, values_of
from gicapp.files.word.plan import Plan, Stretch, plan_of
from gicapp.files.word.proof import Meant, prove
from gicapp.files.word.source import Template
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
    write_atomically(path, proven_document(report, form, layout, own))


def proven_document(
    report: Report, form: Form, layout: Layout = STANDARD, template: bytes | None = None
) -> bytes:
    """Return a report as a .docx that was read back and found equal; raise GicError otherwise."""
    data, meant = _build(report, form, layout, template)
    prove(data, meant, form)
    return data


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise GicError(f"无法打开模板“{path}”：{why_unread(error)}。") from error


def _build(
    report: Report, form: Form, layout: Layout, template: bytes | None
) -> tuple[bytes, Meant]:
    plan = plan_of(template or official_template(form.id), form.id)
    report = _printable(report, layout)
    document, nodes = plan.open()
    texts = {stretch.key: tuple(printed_of(report, stretch.key)) for stretch in plan.stretches}
    values = values_of(report, form, layout)
    _fill_cells(plan, nodes, report)
    if not plan.titled:
        set_text(nodes[plan.title], values[TITLE])
    fill_placeholders([*(nodes[n] for n in plan.placeholders), *document.margins()], values)
    gallery = Gallery(document)
    for stretch in plan.stretches:
        _fill_stretch(stretch, nodes, texts[stretch.key], plan.models, gallery)
    if plan.above is not None:
        remove(nodes[plan.above])
    if template is None:
        apply_layout(document, layout, report.unit.name)
    meant = _meant(plan, nodes, report, texts, is_official=template is None)
    meant.pictures.extend(gallery.shown)
    meant.kept.update(_add_charts(document, plan, nodes, report, form, layout))
    return pack_parts(document.packed(title_of(report, form))), meant


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


def _add_charts(
    document: Template,
    plan: Plan,
    nodes: Sequence[etree._Element],
    report: Report,
    form: Form,
    layout: Layout,
) -> tuple[str, ...]:
    """Put the chosen charts after their table; return their captions."""
    if not layout.charts:
        return ()
    from gicapp.files.word.charts import add_charts  # openpyxl, only where charts are wanted

    cell = nodes[plan.cells[form.table(charted_table(form)).cells[0].id]]
    table = next(cell.iterancestors("{*}tbl"))
    return add_charts(document, table, [chart_of(kind, report, form) for kind in layout.charts])


def _fill_cells(plan: Plan, nodes: Sequence[etree._Element], report: Report) -> None:
    for cell, number in plan.cells.items():
        set_cell(nodes[number], show(report.value(cell)))


def _fill_stretch(
    stretch: Stretch,
    nodes: Sequence[etree._Element],
    texts: Iterable[Printed],
    models: Mapping[int, etree._Element],
    gallery: Gallery,
) -> None:
    """Put the report's paragraphs after a heading, in place of those that stand there."""
    place = nodes[stretch.start]
    fallback = models.get(_BODY, place)
    for text, picture in ((printed.text, printed.picture) for printed in texts):
        if picture is not None:
            place = gallery.put(place, picture, text)
            continue
        paragraph = like(models.get(heading_level(text), fallback), text)
        place.addnext(paragraph)
        place = paragraph
    for number in stretch.emptied:
        set_text(nodes[number], "")
    for number in stretch.replaced:
        remove(nodes[number])


def _meant(
    plan: Plan,
    nodes: Sequence[etree._Element],
    report: Report,
    texts: Mapping[str, Sequence[Printed]],
    *,
    is_official: bool,
) -> Meant:
    """Return what a reader must find; the official template's headings are real ones."""
    expected: list[tuple[str, int | None]] = []
    for stretch in plan.stretches:
        level = int(stretch.key != LEAD) if is_official else None
        expected.append((text_of(nodes[stretch.start]).strip(), level))
        for line in texts[stretch.key]:
            if line.text:
                level = 0 if line.picture is not None else heading_level(line.text)
                expected.append((line.text, level if is_official else None))
    kept = (nodes[number] for number in plan.kept)
    shown = [text_of(node).strip() for node in kept if node.getparent() is not None]
    cells = {cell: show(report.value(cell)) for cell in plan.cells}
    return Meant(cells, expected, Counter(text for text in shown if text))
