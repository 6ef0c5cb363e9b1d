"""What became of a report as a Word document: the later version with every change marked.

The marks are plain formatting, not tracked changes: they print as they are seen, and nobody
can accept them by mistake. What is gone is red and struck through, what is new is blue and
underlined, so that colour is not the only sign.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from lxml import etree

from gicapp.core.report import Report
from gicapp.core.revision import Fate, Marked, Revision, Run, Version, revise, whole_text
from gicapp.files.package import pack_parts
from gicapp.files.reading.document_text import text_of
from gicapp.files.reading.markup import local
from gicapp.files.word.document import build_document
from gicapp.files.word.paragraphs import element, first_run_properties, space_of
from gicapp.files.word.source import open_template
from gicapp.files.word.styles import BODY
from gicapp.files.word.table import cells_by_id
from gicapp.form.declaration import Form

GONE: Final = "C00000"
NEW: Final = "0050B4"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_MARKS: Final = MappingProxyType(
    {
        Fate.KEPT: (),
        Fate.GONE: (("strike", ""), ("color", GONE)),
        Fate.NEW: (("color", NEW), ("u", "single")),
    }
)
# the order of the standard (ECMA-376, CT_RPr) for what a run of the template may have
_ORDER: Final = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "strike", "color", "spacing", "w", "kern",
    "position", "sz", "szCs", "highlight", "u", "lang",
)  # fmt: skip


def build_marked(before: Version, after: Version, form: Form) -> bytes:
    """Return the later of two versions as a .docx with all that changed since the other marked."""
    revision = revise(before.report, after.report, form)
    document = open_template(build_document(_with_all_words(after.report, revision), form))
    body = document.body
    cells = cells_by_id(body.iter(f"{space_of(body)}tbl"), form)
    for section in revision.sections:
        for value in section.values:
            if value.cell in cells:
                runs = (Run(value.before, Fate.GONE), Run(value.after, Fate.NEW))
                _mark_cell(cells[value.cell], tuple(run for run in runs if run.text))
    _mark_texts(body, revision)
    body.insert(0, _legend(body, _explanation(before, after, revision)))
    return pack_parts(document.packed(f"对比：{before.name}—{after.name}"))


def _with_all_words(report: Report, revision: Revision) -> Report:
    """Return the report with what is gone still in its text, to be marked in place."""
    texts = {
        section.key: "\n".join(whole_text(runs) for runs in section.paragraphs)
        for section in revision.sections
    }
    return replace(report, narrative=MappingProxyType(texts), title=whole_text(revision.title))


def _mark_cell(cell: etree._Element, runs: Marked) -> None:
    paragraph = cell.find(f"{space_of(cell)}p")
    if paragraph is not None:
        _set_runs(paragraph, runs)


def _mark_texts(body: etree._Element, revision: Revision) -> None:
    """Mark the paragraphs in their order; those of headings and tables stand between them."""
    wanted = _texts(revision)
    runs = next(wanted, None)
    for paragraph in body.findall(f"{space_of(body)}p"):
        if runs is None:
            return
        if _words(text_of(paragraph)) == _words(whole_text(runs)):
            if any(run.fate is not Fate.KEPT for run in runs):
                _set_runs(paragraph, runs)
            runs = next(wanted, None)


def _texts(revision: Revision) -> Iterator[Marked]:
    yield revision.title
    for section in revision.sections:
        yield from section.paragraphs


def _words(text: str) -> str:
    return "".join(text.split())


def _set_runs(paragraph: etree._Element, runs: Marked) -> None:
    model = first_run_properties(paragraph)
    for part in list(paragraph):
        if local(part) != "pPr":
            paragraph.remove(part)
    paragraph.extend(_run(paragraph, run, model) for run in runs)


def _run(like: etree._Element, run: Run, model: etree._Element | None) -> etree._Element:
    made = element(like, "r")
    properties = _properties(like, run.fate, model)
    if len(properties):
        made.append(properties)
    space = space_of(like)
    for number, line in enumerate(run.text.split("\n")):
        if number:
            etree.SubElement(made, f"{space}br")
        words = etree.SubElement(made, f"{space}t")
        words.text = line
        words.set(_SPACE, "preserve")
    return made


def _properties(like: etree._Element, fate: Fate, model: etree._Element | None) -> etree._Element:
    marks = []
    for name, value in _MARKS[fate]:
        mark = element(like, name)
        if value:
            mark.set(f"{space_of(like)}val", value)
        marks.append(mark)
    names = {local(mark) for mark in marks}
    kept = [deepcopy(part) for part in model if local(part) in _ORDER] if model is not None else []
    parts = [*(part for part in kept if local(part) not in names), *marks]
    properties = element(like, "rPr")
    properties.extend(sorted(parts, key=lambda part: _ORDER.index(local(part))))
    return properties


def _explanation(before: Version, after: Version, revision: Revision) -> Marked:
    much = f"共有 {revision.counted}不同" if revision.is_changed else "两稿一致"
    return (
        Run(f"【对比稿】从“{before.name}”到“{after.name}”，{much}。", Fate.KEPT),
        Run("红色删除线", Fate.GONE),
        Run("为删去的内容，", Fate.KEPT),
        Run("蓝色下划线", Fate.NEW),
        Run("为新增的内容。", Fate.KEPT),
    )


def _legend(body: etree._Element, runs: Marked) -> etree._Element:
    space = space_of(body)
    paragraph = element(body, "p")
    style = etree.SubElement(etree.SubElement(paragraph, f"{space}pPr"), f"{space}pStyle")
    style.set(f"{space}val", BODY)
    paragraph.extend(_run(paragraph, run, None) for run in runs)
    return paragraph
