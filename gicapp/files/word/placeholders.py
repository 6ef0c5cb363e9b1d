"""Placeholders such as {{标题}}: words in a template that are replaced wherever they stand."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from gicapp.core.layout import Layout, written_date
from gicapp.core.report import Report, title_of
from gicapp.files.reading.document_text import text_of
from gicapp.files.reading.markup import local
from gicapp.files.word.paragraphs import ends_section, remove, set_text
from gicapp.form.declaration import Form

TITLE: Final = "标题"
NAMES: Final = (TITLE, "单位", "年份", "文号", "署名", "日期")  # docs/document.md explains them
_PLACEHOLDER: Final = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_YEAR: Final = re.compile(r"(?<=.)(?=\d{4}年)")


def holds_placeholder(paragraph: etree._Element) -> bool:
    """Tell whether a placeholder stands in a paragraph."""
    return _PLACEHOLDER.search(text_of(paragraph)) is not None


def names_in(text: str) -> list[str]:
    """Return the names of the placeholders in a text."""
    return _PLACEHOLDER.findall(text)


def values_of(report: Report, form: Form, layout: Layout) -> dict[str, str]:
    """Return what stands for each placeholder; nothing for what the layout leaves out."""
    return {
        TITLE: printed_title(title_of(report, form)),
        "单位": report.unit.name,
        "年份": "" if report.year is None else str(report.year),
        "文号": layout.number,
        "署名": report.unit.name if layout.signature else "",
        "日期": written_date(layout.date) if layout.signature else "",
    }


def printed_title(title: str) -> str:
    """Break a title that is longer than a line (20 characters of 2 号) before its year."""
    width = sum(1 if character > "ÿ" else 0.5 for character in title)
    return _YEAR.sub("\n", title, count=1) if width > 20 else title


def fill_placeholders(paragraphs: Iterable[etree._Element], values: Mapping[str, str]) -> None:
    """Replace the placeholders; a paragraph that held nothing but empty ones goes."""
    for paragraph in list(paragraphs):
        before = text_of(paragraph)
        if _PLACEHOLDER.search(before) is None:
            continue
        after = _filled(before, values)
        if after.strip() or ends_section(paragraph) or not _may_go(paragraph):
            _replace(paragraph, before, after, values)
        else:
            remove(paragraph)


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text)


def _may_go(paragraph: etree._Element) -> bool:
    """Tell whether a container stays whole without the paragraph: a cell needs its last one."""
    parent = paragraph.getparent()
    if parent is None:
        return False
    return local(parent) == "body" or sum(local(part) == "p" for part in parent) > 1


def _replace(paragraph: etree._Element, before: str, after: str, values: Mapping[str, str]) -> None:
    """Replace run by run where each placeholder lies within one, else the whole paragraph."""
    runs = [part for part in paragraph.iter() if local(part) == "t"]
    filled = [_filled(part.text or "", values) for part in runs]
    if "\n" in after or "".join(filled) != after or "".join(p.text or "" for p in runs) != before:
        set_text(paragraph, after)
        return
    for part, text in zip(runs, filled, strict=True):
        part.text = text
