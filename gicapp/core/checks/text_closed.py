"""Claims that every application was closed, against what is carried over: N-14."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.checks.text_figures import cell_place, place_of
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Unit
from gicapp.core.text.claims import part_of, speaks_of_requests
from gicapp.core.text.figures import cells_of, evaluate
from gicapp.core.text.listed import last_statement, names_a_part
from gicapp.core.text.passages import Sentence, plain
from gicapp.core.text.phrases import APPLICATION, CARRIED_OUT
from gicapp.core.text.scope import is_about_others, speaks_of_all_of_it
from gicapp.form.values import show

_IN_TIME: Final = (
    "(?:[按依及如]?[时期法规])*"
    "(?:按(?:规定|法定)?期限|在?(?:法定|规定)(?:期限|时限|时间)内|依法依规)?"
)
_CLOSED: Final = re.compile(
    rf"(?:全部|均已|都已|已经?全部){_IN_TIME}(?:予以|进行|作出|完成)?(?:了)?(?:答复|办结|办理完毕|回复)"
    rf"|[均都]{_IN_TIME}(?:办结|办理完毕)"
    "|(?<![时期限])(?:办结|答复)率(?:均)?(?:达到?|为|是|均达|保持)?(?:100%|百分之百|百分百)"
)
_CLOSED_UNLESS: Final = re.compile("除|其余|到期|应[答办]|上年|不予|剩余|外|应当答复|结转的")


@lru_cache(maxsize=64)
def _closed_in(text: str, unit: Unit, year: int | None) -> tuple[tuple[int, int], ...]:
    """Return the places where a text says that every application was closed."""
    found: list[tuple[int, int]] = []
    line, about_requests = -1, False
    for sentence in plain(text).sentences:
        about_requests = speaks_of_requests(sentence) or (about_requests and line == sentence.line)
        line = sentence.line
        if not about_requests:
            continue
        found += [
            (sentence.start + match.start(), sentence.start + match.end())
            for match in _CLOSED.finditer(sentence.text)
            if _closes_requests(sentence, match)
            and not names_a_part(last_statement(sentence.text[: match.start()]))
            and speaks_of_all_of_it(sentence.text[: match.end()], unit, year)
            and part_of(sentence, unit, year) is None
        ]
    return tuple(found)


_REQUEST_CASES: Final = re.compile(rf"(?:{APPLICATION.pattern})(?:的)?案件")


def _closes_requests(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether what was all closed are the applications, not letters or proposals."""
    before = sentence.text[: match.start()]
    last = max(before.rfind(sign) for sign in "；：") + 1
    if "率" not in match[0] and "结转" in before:
        return False
    said = _REQUEST_CASES.sub("", before[last:])  # 依申请公开案件 are applications
    return not is_about_others(said) and not _CLOSED_UNLESS.search(
        sentence.text[last : match.end() + 1]
    )


def find_all_closed(subject: Subject) -> Iterable[Finding]:
    """Report 全部办结 and 办结率100% while applications are carried over."""
    report = subject.report
    carried = evaluate(subject.form, report, CARRIED_OUT)
    if not carried:
        return
    for section, text in subject.texts.items():
        for start, end in _closed_in(text, report.unit, report.year):
            yield Finding(
                rule="text.all_closed",
                severity=Severity.WARNING,
                section=int(section),
                message=f"{place_of(subject.form, section)}写明申请已全部办结，"
                f"{cell_place(subject.form, CARRIED_OUT)}为{show(carried)}件，"
                "两处矛盾，请写明结转情况或者核对表格。",
                cells=cells_of(subject.form, CARRIED_OUT),
                span=plain(text).span(start, end),
                expected=show(carried),
                actual="0",
            )


RULES: Final = (
    Rule(
        name="text.all_closed",
        ids=("N-14",),
        severity=Severity.WARNING,
        states="正文写明申请全部办结或者办结率为 100% 的，不应当有结转下年度继续办理的申请。",
        source="核校实践",
        find=find_all_closed,
        dismissable=True,
    ),
)
