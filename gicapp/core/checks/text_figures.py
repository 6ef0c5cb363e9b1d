"""Figures in the text against the tables: N-01 to N-06, N-08, N-10, N-11."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gicapp.core.checks.places import cell_place, place_of, table_unit
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.checks.text_apart import is_told_apart
from gicapp.core.checks.text_of_others import tells_outcome
from gicapp.core.checks.text_turned import find_turned
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import MEASURES
from gicapp.core.text.claims import Claim
from gicapp.core.text.figures import cells_of
from gicapp.core.text.narrative import to_live
from gicapp.core.text.passages import plain
from gicapp.core.text.phrases import RECEIVED
from gicapp.form.values import Number, show

_COLUMN: Final = re.compile(r"\.\w+(?=[,)]|$)")  # of a cell or of each of a sum


def find_figures(subject: Subject) -> Iterable[Finding]:
    """Compare every figure that the text gives for a row of the tables with that row."""
    values: dict[str, Number | None] = {}
    tabular = {section.key for section in subject.form.sections if section.table}
    for section, text in subject.texts.items():
        marked: set[tuple[int, str]] = set()  # 行政复议 2 件，均维持: of one row, and told once
        for claim in subject.claims(text):
            # beside a table only sentences count: a row read as text has its label and figures
            if section in tabular and not claim.sentence.text.endswith("。"):
                continue
            if section == MEASURES and tells_outcome(claim):  # those that were at fault
                continue
            if claim.meant not in values:
                values[claim.meant] = subject.number(claim.meant)
            expected = values[claim.meant]
            row = (claim.quantity.start, _COLUMN.sub("", claim.meant))
            if expected is None or claim.quantity.agrees(expected) or row in marked:
                continue
            for found in _compared(subject, section, text, claim, expected):
                marked.add(row)
                yield found
    yield from find_turned(subject)


def _compared(
    subject: Subject, section: str, text: str, claim: Claim, expected: Number
) -> Iterator[Finding]:
    others = [subject.number(e) for e in claim.also]
    if any(number is None or claim.quantity.agrees(number) for number in others):
        return
    if is_told_apart(subject, text, claim, expected):
        return
    span = plain(text).span(claim.quantity.start, claim.quantity.end)
    replaceable = not claim.quantity.about and not claim.shared
    fix = to_live(subject.report, section, *span, claim.meant) if replaceable else None
    doubtful = claim.doubtful and subject.number(claim.doubtful)
    counted_so = doubtful is not None and claim.quantity.value == doubtful
    yield Finding(
        rule="text.figure",
        severity=Severity.HINT if counted_so else Severity.WARNING,  # lawful, only unsaid
        section=int(section),
        message=_message(subject, section, claim, expected, counted_so=counted_so),
        cells=cells_of(subject.form, claim.meant),
        span=span,
        expected=show(expected),
        actual=show(claim.quantity.value),
        fix=(fix,) if fix is not None else (),
    )


def _message(
    subject: Subject, section: str, claim: Claim, expected: Number, *, counted_so: bool
) -> str:
    unit = claim.quantity.unit or table_unit(claim.meant)
    about = "约" if claim.quantity.about else ""
    number = f"{about}{show(claim.quantity.value)}{unit}"
    said = f"{place_of(subject.form, section)}写明{claim.name}{number}"
    table = f"{cell_place(subject.form, claim.meant)}为{show(expected)}{table_unit(claim.meant)}"
    if counted_so:
        carried = "（含上年结转）" if claim.doubtful == RECEIVED else ""
        other = cell_place(subject.form, claim.doubtful) + carried
        return f"{said}，{table}，文中的数字等于{other}；请写明统计口径，或者改为表格的数字。"
    return f"{said}，{table}，两处不一致，请核对后改正文字或者表格。"


RULES: Final = (
    Rule(
        name="text.figure",
        ids=("N-01", "N-02", "N-03", "N-04", "N-05", "N-06", "N-08", "N-10", "N-11"),
        severity=Severity.WARNING,
        states="正文中收到、结转、办结申请的件数，各类办理结果的件数，行政复议、行政诉讼的件数，"
        "行政规范性文件和处理决定的件数，行政事业性收费的金额，应当与第二、三、四部分表格一致。",
        source="依据《条例》第五十条，同一报告中的同一数据应当一致；核校实践",
        find=find_figures,
        dismissable=True,
    ),
)
