"""Parts that are larger than what they are of: a part of N-12."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.listing import length_of_list
from gicapp.core.text.numbers import COUNTED, Quantity, quantities
from gicapp.core.text.passages import plain
from gicapp.form.values import Number, exact, show


def find_large_parts(subject: Subject) -> Iterable[Finding]:
    """Report a part that is more than everything given before it in the paragraph."""
    for section, text in subject.texts.items():
        for part, whole in _large_parts_in(text):
            yield Finding(
                rule="text.breakdown",
                severity=Severity.HINT,
                section=int(section),
                message=f"{place_of(subject.form, section)}的其中一项写为{show(part.value)}"
                f"{part.unit}，大于前面各项之和{show(whole)}{part.unit}，请核对总数和各项数字。",
                span=plain(text).span(part.start, part.end),
                actual=show(part.value),
            )


# 主动公开政府信息 44 条。其中，公开栏发布 49 条
_PUBLISHED: Final = re.compile(
    r"公开(?:各类)?(?:政[府务])?信息[共计约]*\d+(?P<unit>[条件篇])(?=[，。])"
)


_ENDS: Final = re.compile(r".(?:[，。；、）]|$)")


@lru_cache(maxsize=64)
def _large_parts_in(text: str) -> tuple[tuple[Quantity, Number], ...]:
    """Return the parts larger than all before 其中 at a sentence's head, and what those make."""
    found: list[tuple[Quantity, Number]] = []
    sentences = plain(text).sentences
    for sentence in sentences:
        if not sentence.text.startswith("其中"):
            continue
        ahead = [s for s in sentences if s.line == sentence.line and s.start < sentence.start]
        before = [q for s in ahead for q in quantities(s.text)]
        for part in quantities(sentence.text, 0, 2 + length_of_list(sentence.text[2:])):
            same = [q for q in before if q.unit == part.unit]
            whole = exact(sum((Decimal(q.value) for q in same), Decimal(0)))
            published = _PUBLISHED.search(ahead[-1].text) if same else None
            is_whole = len(same) > 1 or (published is not None and published["unit"] == part.unit)
            is_exact = part.unit in COUNTED and not any(q.about for q in (part, *same))
            # 处罚信息 41 条含 186 条处理决定: what the part holds is counted otherwise
            is_whole = is_whole and _ENDS.match(sentence.text, part.end) is not None
            if is_whole and is_exact and part.value > whole:
                found.append((part.moved(sentence.start), whole))
    return (*found, *_large_asides(text))


# 其他处理 9 件（申请人自行撤回 8 件）
_ASIDE: Final = re.compile(
    r"(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理)(?:的|了|申请)?"
    r"(?P<whole>\d{1,9})[件条份宗项]（(?![^（）]*(?:上年|去年|20\d\d|累计|共))[^（）\d]{0,24}"
    r"(?P<part>\d{1,9})[件条份宗项]）"
)


def _large_asides(text: str) -> Iterator[tuple[Quantity, Number]]:
    """Yield the parts in brackets that are larger than the result they are of, and that result."""
    flat = plain(text).text
    for match in _ASIDE.finditer(flat):
        (part,) = quantities(flat, match.start("part"), match.end("part") + 1)
        if part.value > int(match["whole"]):
            yield part, int(match["whole"])
