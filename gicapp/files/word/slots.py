"""Where a report goes in a template: title, headings, tables, found by what they say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from gicapp.core.report import LEAD
from gicapp.core.text.outline import heading_level
from gicapp.errors import GicError
from gicapp.files.reading.document_text import text_of
from gicapp.files.reading.markup import child, local
from gicapp.files.word.paragraphs import blocks_of, is_blank
from gicapp.files.word.placeholders import NAMES, TITLE, holds_placeholder, names_in
from gicapp.files.word.table import cells_by_id
from gicapp.form.declaration import Form, Section

_SPACES: Final = re.compile(r"\s+")
_NUMBER: Final = re.compile(r"^[一二三四五六七八九十]{1,3}、")
_TITLE: Final = re.compile(r"(政府)?信息公开(工作)?年度(工作)?报告$")
_YEAR_FIRST: Final = re.compile(r"\d{4}年")
_LONGEST_TITLE: Final = 60


@dataclass(frozen=True)
class Region:
    """What stands after the title or a heading, up to the next heading.

    `key` is the section's key in a report's narrative, `start` the heading (or title) itself.
    """

    key: str
    start: etree._Element
    blocks: tuple[etree._Element, ...]

    @property
    def paragraphs(self) -> list[etree._Element]:
        """Return the paragraphs among the blocks."""
        return [block for block in self.blocks if local(block) == "p"]


@dataclass(frozen=True)
class Slots:
    """The places of a template: `cells` maps every cell id to its table cell.

    `above` is the first line of a title that runs over two paragraphs, or None; `paragraphs`
    are all outside tables.
    """

    title: etree._Element
    above: etree._Element | None
    regions: tuple[Region, ...]
    cells: Mapping[str, etree._Element]
    paragraphs: Sequence[etree._Element]

    def models(self) -> dict[int, etree._Element]:
        """Return the first paragraph of each heading level (0: body) as a model of its look."""
        models = {1: next(region.start for region in self.regions if region.key != LEAD)}
        for region in sorted(self.regions, key=lambda region: region.key == LEAD):
            for paragraph in region.paragraphs:
                if not is_blank(paragraph) and not holds_placeholder(paragraph):
                    models.setdefault(heading_level(text_of(paragraph)), paragraph)
        return models


def find_slots(body: etree._Element, form: Form) -> Slots:
    """Find everything that a report on this form needs.

    Raise GicError with the names of all that is missing or that the program does not know.
    """
    blocks = list(blocks_of(body))
    heads = _headings(blocks, form)
    title = _title(blocks[: min(heads.values(), default=len(blocks))])
    cells = cells_by_id([block for block in blocks if local(block) == "tbl"], form)
    _complain(
        [*_unknown(body), *_missing(title, heads, cells, form)],
    )
    if title is None:
        raise AssertionError("a missing title has been complained of")
    starts = {LEAD: blocks.index(title), **{s.key: at for s, at in heads.items()}}
    texts = [block for block in blocks if local(block) == "p"]
    return Slots(title, _above(blocks, title), _regions(blocks, starts), cells, texts)


def _complain(faults: Sequence[str]) -> None:
    if faults:
        listed = "\n".join(f"· {fault}" for fault in faults)
        raise GicError(f"模板不能使用，没有写出任何文件：\n{listed}\n请修改模板后重试。")


def _headings(blocks: Sequence[etree._Element], form: Form) -> dict[Section, int]:
    """Find the position of each section's heading; the first that fits counts."""
    found: dict[Section, int] = {}
    for position, block in enumerate(blocks):
        if local(block) != "p":
            continue
        name = _NUMBER.sub("", _SPACES.sub("", text_of(block)))
        for section in form.sections:
            if section not in found and name in (section.name, *section.variants):
                found[section] = position
                break
    return found


def _title(blocks: Sequence[etree._Element]) -> etree._Element | None:
    """Find the title before the first heading: a placeholder, or else the words of one."""
    paragraphs = [block for block in blocks if local(block) == "p"]
    for paragraph in paragraphs:
        if TITLE in names_in(text_of(paragraph)):
            return paragraph
    for paragraph in paragraphs:
        text = _SPACES.sub("", text_of(paragraph))
        if len(text) <= _LONGEST_TITLE and _TITLE.search(text):
            return paragraph
    return None


def _above(blocks: Sequence[etree._Element], title: etree._Element) -> etree._Element | None:
    """Find the unit's name over a title that starts with the year; it is set the same way."""
    position = blocks.index(title)
    if position == 0 or not _YEAR_FIRST.match(_SPACES.sub("", text_of(title))):
        return None
    before = blocks[position - 1]
    if local(before) != "p" or is_blank(before) or holds_placeholder(before):
        return None
    return before if _setting(before) == _setting(title) else None


def _setting(paragraph: etree._Element) -> bytes:
    properties = child(paragraph, "pPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n")


def _missing(
    title: etree._Element | None,
    heads: Mapping[Section, int],
    cells: Mapping[str, etree._Element],
    form: Form,
) -> list[str]:
    """Name what a template lacks."""
    faults = [] if title is not None else ["没有找到报告标题（可在标题处写上“{{标题}}”）"]
    faults += [
        f"没有找到标题“{section.heading}”" for section in form.sections if section not in heads
    ]
    for table in form.tables:
        lacking = [cell for cell in table.cells if cell.id not in cells]
        if len(lacking) == len(table.cells):
            faults.append(f"没有找到“{table.name}”")
        elif lacking:
            faults.append(f"“{table.name}”缺少 {len(lacking)} 格，如“{lacking[0].name}”")
    return faults


def _unknown(body: etree._Element) -> list[str]:
    """Name placeholders that nothing is known for."""
    names = {
        name
        for paragraph in body.iter(f"{{{etree.QName(body).namespace}}}p")
        for name in names_in(text_of(paragraph))
    }
    known = "、".join(f"{{{{{name}}}}}" for name in NAMES)
    return [
        f"有不认识的占位符“{{{{{name}}}}}”，可用的是 {known}" for name in sorted(names - {*NAMES})
    ]


def _regions(blocks: Sequence[etree._Element], starts: Mapping[str, int]) -> tuple[Region, ...]:
    order = sorted(starts.items(), key=lambda item: item[1])
    ends = [position for _, position in order[1:]] + [len(blocks)]
    return tuple(
        Region(key, blocks[start], tuple(blocks[start + 1 : end]))
        for (key, start), end in zip(order, ends, strict=True)
    )
