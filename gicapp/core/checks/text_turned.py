"""Decisions told in words that may count web pages, when two digits of the table's are swapped."""

import re
from collections.abc import Iterator
from typing import Final

from gicapp.core.checks.places import cell_place, place_of
from gicapp.core.checks.rule import Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.slip import is_swapped
from gicapp.core.text.decisions import MEASURE_ROWS
from gicapp.core.text.figures import cells_of
from gicapp.core.text.found import find_all
from gicapp.core.text.passages import plain
from gicapp.form.values import show

# three digits and more: with two, published ones come to the same by chance
_TOLD: Final = tuple(
    (
        words,
        meant,
        re.compile(
            rf"{words}(?:处理)?(?:决定书?|事项|案件|结果)?(?:信息)?(?:共计?)?(\d{{3,9}})[件条项宗起](?![^，。；]*[较比])"
        ),
    )
    for words, meant in MEASURE_ROWS
)


def find_turned(subject: Subject) -> Iterator[Finding]:
    """Report 公开行政处罚 290 件 where the table holds 209.

    What was published need not be what was decided, so any other difference is let be.
    """
    for section, text in subject.texts.items():
        flat = plain(text)
        read = {c.quantity.start for c in subject.claims(text)}
        for words, meant, told in _TOLD:
            expected = subject.number(meant)
            for match in find_all(told, flat.text):
                there = int(match[1])
                if match.start(1) in read or not expected or not is_swapped(there, expected):
                    continue
                yield Finding(
                    rule="text.figure",
                    severity=Severity.HINT,
                    section=int(section),
                    message=f"{place_of(subject.form, section)}写明{words}{show(there)}件，"
                    f"{cell_place(subject.form, meant)}为{show(expected)}件，疑为两位数字颠倒，"
                    "请核对后改正文字或者表格。",
                    cells=cells_of(subject.form, meant),
                    span=flat.span(*match.span(1)),
                    expected=show(expected),
                    actual=show(there),
                )
