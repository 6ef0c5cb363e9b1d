"""What the text says there was none of, against the tables: N-07 and N-09."""

import re
from collections.abc import Iterable
from typing import Final

from gicapp.core.checks.places import cell_place, place_of, table_unit
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.denials import Denial, denials_in
from gicapp.core.text.figures import cells_of
from gicapp.core.text.passages import plain
from gicapp.core.text.phrases import CARRIED_OUT
from gicapp.form.values import show


def find_denials(subject: Subject) -> Iterable[Finding]:
    """Report what the text says did not happen while a table counts some."""
    report = subject.report
    for section, text in subject.texts.items():
        for said in denials_in(text, report.unit, subject.year):
            for figure in said.saying.figures:
                number = subject.number(figure)
                if number and not _is_told_behind(text, said, figure):
                    yield Finding(
                        rule="text.none_claim",
                        severity=Severity.WARNING,
                        section=int(section),
                        message=f"{place_of(subject.form, section)}写明{said.saying.name}，"
                        f"{cell_place(subject.form, figure)}为{show(number)}{table_unit(figure)}，"
                        "两处不一致，请核对后改正文字或者表格。",
                        cells=cells_of(subject.form, figure),
                        span=plain(text).span(said.start, said.end),
                        expected=show(number),
                        actual="0",
                    )


_CARRIED_ON: Final = re.compile(r"\d[件份宗][^，。；\d]{0,12}结?转[至到]?(?:下|次|20\d\d)")
_NEXT: Final = re.compile(r"下|次|20\d\d")


def _is_told_behind(text: str, said: Denial, figure: str) -> bool:
    """Tell whether “none carried over” is said of last year's, as the next year's are told.

    收到申请 22 件，无结转件。…1 件结转 2025 年办理.
    """
    if figure != CARRIED_OUT or _NEXT.search(plain(text).text, said.start, said.end):
        return False
    return _CARRIED_ON.search(plain(text).text, said.end) is not None


RULES: Final = (
    Rule(
        name="text.none_claim",
        ids=("N-07", "N-09"),
        severity=Severity.WARNING,
        states="正文写明未收到申请、没有结转、未发生行政复议或者行政诉讼、未发出收费通知的，"
        "表格中相应的数字应当为 0。",
        source="依据《条例》第五十条，同一报告中的同一数据应当一致；核校实践",
        find=find_denials,
        dismissable=True,
    ),
)
