"""The text of a report split at its section headings, whatever their wording and numbering."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from gicapp.core.content import Block, Paragraph
from gicapp.core.reading import HeadingFound
from gicapp.core.recognition.ending import is_navigation, parted_end
from gicapp.core.recognition.fee_table import is_fee_label
from gicapp.core.recognition.identity import read_title
from gicapp.core.recognition.label_text import folded, label_text
from gicapp.core.recognition.own_headings import (
    LONGEST,
    ORDER,
    TOP,
    Own,
    goes_on,
    heads_fee,
    number_of,
    own_headings,
    topic_of,
)
from gicapp.core.recognition.slip import is_shortened, nearest
from gicapp.core.recognition.vocabulary import Axis, vocabulary
from gicapp.core.report import LEAD
from gicapp.form.declaration import Form, Section

_ARTEFACT: Final = re.compile(r"\[bookmark: ?[^\]]*\]|[\u200b-\u200f\u2060\ufeff\u00ad]")
_SURE: Final = 5  # an official or a long known wording
_NEAR: Final = 4  # a wording close to one of them, with a number
_EXACT: Final = 8  # the official wording with a number
_ENTRIES: Final = 3  # headings in a row that are a table of contents
_MOST_DOUBLED: Final = 2  # sections whose heading may stand twice by a slip
_BELOW: Final = re.compile(r"^[(\[【]?[一二三四五六七八九十\d]{1,3}[)\]】]|^\d{1,2}[.、]")
_MOST_STRANGE: Final = 4  # letters that a slip may bring in
# a heading and its text on one line: after a sign, or after a blank where a page was taken over
_RUN_IN: Final = (
    re.compile(r"([一二三四五六七八]、[^。：:]{4,40})[。：:](.+)", re.DOTALL),
    re.compile(r"([一二三四五六七八]、 ?[^\s。：:]{4,30})\s+(\S[^。]{9,}。.*)", re.DOTALL),
)
_METADATA: Final = re.compile(
    r"^(?:索引号|主题分类|发文机关|发文字号|成文日期|发布日期|发布时间|发布机构|生成日期|公开日期|信息来源|来源|作者|"
    r"字体|字号|浏览|阅读|点击|打印|分享|责任编辑|编辑|文号|有效性|体裁|组配|名称|标题|时间|日期)\s*[:：\[【]"
)
_LEAD_WORDS: Final = ("条例", "政府信息公开", "年度报告", "统计", "年报", "报告")


@dataclass(frozen=True)
class Narrative:
    """The text by section key, and the section headings as worded, in their order.

    A heading that certainly stands twice is among them twice. `dated` is the day under the text.
    """

    texts: Mapping[str, str]
    headings: tuple[HeadingFound, ...]
    dated: date | None = None


class _Wording(NamedTuple):
    """A section, the letters of its heading and of its variants, and all letters in them."""

    section: int
    official: str
    variants: tuple[str, ...]
    letters: frozenset[str]


_Headed: TypeAlias = Callable[[str], list[tuple[int, int]]]  # what a line heads, and how surely


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: float  # of its block; half a step more for what follows a heading on its line
    section: int
    strength: int
    number: str

    def is_sure(self, *, tabled: bool) -> bool:
        """Tell whether it heads its section where its table is not.

        Among the form's other tables a wording close to the official one with its number does.
        """
        near = tabled and self.number == ORDER[self.section - 1]
        return self.strength >= (_NEAR if near else _SURE)

    @property
    def exact(self) -> bool:
        """Tell whether it is the official heading, number and all."""
        return self.strength >= _EXACT and self.number == ORDER[self.section - 1]


def split_sections(
    blocks: Sequence[Block],
    tables: Mapping[int, str],
    forms: Sequence[Form],
    fees: Collection[int] = (),
) -> Narrative:
    """Split the paragraphs of a source at their section headings.

    `tables` says which blocks (by index) hold which table of the form, `fees` which tell a
    table of the fee: they belong to section six wherever they stand. Text before the first
    heading is the lead paragraph; what surrounds a report on a web page is left out.
    """
    wordings = tuple(_wording(section) for form in forms for section in form.sections)
    headed = lru_cache(maxsize=1024)(partial(_sections_of, wordings=wordings))
    lines = [
        part
        for index, block in enumerate(blocks)
        if isinstance(block, Paragraph)
        for part in _parts(index, clean_line(block.text), headed)
    ]
    candidates = list(_candidates(lines, headed))
    chosen = _choose(candidates, tables, forms[0])
    again = _doubled(candidates, [index for index, _ in lines], chosen, tables)
    own = own_headings(lines, chosen, tables, forms[0])
    found = Own({**chosen, **own.headings}, own.opening)
    return _collect(lines, found, again, tables, forms, fees)


def _parts(index: int, line: str, headed: _Headed) -> Iterator[tuple[float, str]]:
    """Yield a line, or a heading and the text that follows it on the same line."""
    if not line:
        return
    for pattern in _RUN_IN:
        match = pattern.fullmatch(line)
        if match and any(strength >= _SURE for _, strength in headed(folded(match[1]))):
            yield index, match[1]
            yield index + 0.5, match[2].strip()
            return
    yield index, line


def clean_line(text: str) -> str:
    """Return a paragraph's text without leftovers of the program it comes from."""
    return _ARTEFACT.sub("", text.replace("\u00a0", " ")).strip()


def _candidates(lines: Iterable[tuple[float, str]], headed: _Headed) -> Iterable[_Candidate]:
    for index, line in lines:
        if len(line) > LONGEST:
            continue
        plain = folded(line)
        if not plain or plain[-1] in "。;,、":
            continue
        for section, strength in headed(plain):
            yield _Candidate(index, section, strength, number_of(line))


def _sections_of(plain: str, wordings: Sequence[_Wording]) -> list[tuple[int, int]]:
    """Return the sections that a line may head, with how surely (1 to 8)."""
    top = TOP.match(plain)
    body = plain[top.end() :] if top else plain
    key = label_text(body).key
    if not 2 <= len(key) <= LONGEST:
        return []
    below = not top and _BELOW.match(plain) is not None
    found: dict[int, int] = {}
    for wording in wordings:
        strength = _strength(key, wording, loose=top is not None)
        if strength and not (below and strength < 3):
            strength += 2 * (top is not None) - 2 * below
            found[wording.section] = max(found.get(wording.section, 0), strength)
    best = max(found.values(), default=0)
    topic = topic_of(top[1] or top[2], key) if top and not best else 0
    if topic:
        return [(topic, 1)]
    return [(number, strength) for number, strength in found.items() if 0 < strength == best]


def _wording(section: Section) -> _Wording:
    official = label_text(section.name).key
    variants = tuple(label_text(variant).key for variant in section.variants)
    return _Wording(section.number, official, variants, frozenset("".join((official, *variants))))


def _strength(key: str, wording: _Wording, *, loose: bool) -> int:
    """Return 6 for the official wording, 5 for a long known one, 2 or 1 for one close to it."""
    _, official, variants, letters = wording
    if key == official:
        return 6
    if key in variants:
        return 5 if len(key) >= 8 else 2
    if not loose and len(key) < 6:
        return 0
    if len(set(key) - letters) <= _MOST_STRANGE and nearest(key, (official, *variants)):
        return 2
    held = any(len(variant) >= 6 and variant in key for variant in variants)
    return 1 if loose and (held or is_shortened(key, official)) else 0


def _choose(
    candidates: list[_Candidate], tables: Mapping[int, str], form: Form
) -> dict[float, int]:
    """Return the section that each heading block (by index) begins.

    A table's heading is the surest one before its table, the nearest of equals; of a text
    section's the surest, the first of equals.
    """
    place = {table: index for index, table in sorted(tables.items(), reverse=True)}
    chosen: dict[float, int] = {}
    for section in form.sections:
        own = [c for c in candidates if c.section == section.number and c.index not in chosen]
        table = place.get(section.table or "")
        before = [c for c in own if table is not None and c.index < table]
        if before:
            pick = max(before, key=lambda c: (c.strength, c.index))
        elif own:
            pick = max(own, key=lambda c: (c.strength, -c.index))
        else:
            continue
        if section.table is None or table is not None or pick.is_sure(tabled=bool(place)):
            chosen[pick.index] = section.number
    return chosen


def _doubled(
    candidates: list[_Candidate],
    lines: list[float],
    headings: Mapping[float, int],
    tables: Mapping[int, str],
) -> dict[float, int]:
    """Return the lines (by index) that say the heading of a section again, where it is certain.

    Both must have the official number and wording, and be no entries of a table of contents. Of
    a source that doubles most headings nothing is certain: it may be two reports.
    """
    heads = {c.index: c.section for c in candidates if c.strength >= _SURE}
    entries = _entries(lines, heads, tables)
    sure = {c.index: c.section for c in candidates if c.exact and c.index not in entries}
    both = {section for index, section in headings.items() if index in sure}
    again = {n: s for n, s in sure.items() if n not in headings and s in both}
    return again if len(set(again.values())) <= _MOST_DOUBLED else {}


def _entries(
    lines: list[float], heads: Mapping[float, int], tables: Mapping[int, str]
) -> set[float]:
    """Return the headings in rows of those of other sections, with nothing between them."""
    bounds = sorted(tables)
    rows: list[list[float]] = [[]]
    for index in lines:
        last = rows[-1][-1] if rows[-1] else None
        if index not in heads:
            rows.append([])
            continue
        if last is not None and (
            heads[last] == heads[index]
            or bisect_right(bounds, last) < bisect_left(bounds, index)  # a table between them
        ):
            rows.append([])
        rows[-1].append(index)
    return {index for row in rows if len(row) >= _ENTRIES for index in row}


def _collect(
    lines: list[tuple[float, str]],
    found: Own,
    again: Mapping[float, int],
    tables: Mapping[int, str],
    forms: Sequence[Form],
    fees: Collection[int],
) -> Narrative:
    texts: dict[str, list[str]] = {}
    key = ""
    for key, line in _placed(lines, found, tables, forms[0], fees):
        texts.setdefault(key, []).append(line)
    lead = _lead(texts.pop(LEAD, []))
    kept = {own: _kept(own, its, forms, is_last=own == key) for own, its in texts.items()}
    joined = {own: "\n".join(its) for own, (its, _) in kept.items()}
    if not found.headings:
        joined = {}
    if lead and found.headings:
        joined[LEAD] = "\n".join(lead)
    worded = {**again, **found.headings}
    met = tuple(HeadingFound(worded[index], line) for index, line in lines if index in worded)
    dated = next((day for _, day in reversed(kept.values()) if day is not None), None)
    return Narrative({k: v for k, v in sorted(joined.items()) if v}, met, dated)


def _placed(
    lines: list[tuple[float, str]],
    found: Own,
    tables: Mapping[int, str],
    form: Form,
    fees: Collection[int],
) -> Iterator[tuple[str, str]]:
    """Yield the lines of text, each behind the key of its section.

    A heading that stands again is a line of the text: a person decides.
    """
    last, before_last = form.sections[-1].key, form.sections[-2].key
    by_table = {section.table: section.key for section in form.sections if section.table}
    key, number = "", ""
    pending = sorted(tables)
    for (index, line), (following, _) in pairwise([*lines, (-1.0, "")]):
        while pending and pending[0] < index:
            table_key = by_table.get(tables[pending.pop(0)], "")
            if key in {"", LEAD} and table_key:
                key = table_key  # a table without its heading
        if index in found.headings:
            key, number = str(found.headings[index]), number_of(line)
            continue
        if index == found.opening:
            key = form.sections[0].key
        if key >= max(by_table.values()) and heads_fee(line):
            key, number = last, number_of(line)
        elif key == before_last and _follows(line, number):
            key, number = (key, number_of(line)) if goes_on(line) else (last, number)
        if following in fees and _is_caption(line, within=key == last):
            continue
        yield last if index in fees else key or LEAD, line


def _is_caption(line: str, *, within: bool) -> bool:
    """Tell whether a line only names the table of the fee below it, as its sentence does too.

    Within section six （一）信息处理费收取情况 is one of its own headings.
    """
    return is_fee_label(line) and not (
        within and label_text(line).numbering and not number_of(line)
    )


def _follows(line: str, number: str) -> bool:
    """Tell whether a line is a heading with the next number at the top level."""
    own = number_of(line)
    if len(own) != 1 or len(number) != 1 or len(line) > LONGEST or line[-1] in "。；;":
        return False
    return ORDER.find(own) == ORDER.find(number) + 1


def _kept(
    key: str, lines: list[str], forms: Sequence[Form], *, is_last: bool
) -> tuple[list[str], date | None]:
    """Return the lines of a section that are its text, and the day under them.

    No text are the labels of its table, navigation, and under the last section its signature.
    """
    section = next(section for section in forms[0].sections if section.key == key)
    if section.table:
        lines = [line for line in lines if not _is_of_table(line, forms)]
    if section is forms[0].sections[-1]:
        return parted_end(lines)
    lines = _body(lines)
    without, dated = parted_end(lines) if is_last else (lines, None)
    return (lines, None) if dated is None else (without, dated)


def _is_of_table(line: str, forms: Sequence[Form]) -> bool:
    """Tell whether a line is a label of a table; of an older form only a caption in it is."""
    older = (m for form in forms[1:] for m in vocabulary(form).word(line).meanings)
    return bool(vocabulary(forms[0]).word(line).meanings) or any(m.axis is Axis.HEAD for m in older)


def _body(lines: list[str]) -> list[str]:
    return [line for line in lines if not is_navigation(line)]


def _lead(lines: list[str]) -> list[str]:
    """Return the lead paragraphs: sentences after the title, no navigation, no metadata."""
    titles = [i for i, line in enumerate(lines) if read_title(line) is not None]
    after = lines[titles[-1] + 1 :] if titles else lines
    kept: list[str] = []
    for line in after:
        if _METADATA.match(line) or is_navigation(line) or not _is_sentence(line):
            continue
        # a second paragraph may name the period alone; text of a page's own ends no sentence
        if any(word in line for word in _LEAD_WORDS) or (kept and line.endswith("。")):
            kept.append(line)
    return kept


def _is_sentence(line: str) -> bool:
    if len(line) < 20:
        return len(line) >= 8 and line.endswith("。")
    return re.search(r"[。：:，,；;]", line) is not None
