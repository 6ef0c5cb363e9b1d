"""What a text says there was none of: 未收到申请, 无结转, 未发生行政复议, 未作出行政处罚."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from gicapp.core.report import Unit
from gicapp.core.text.claims import speaks_of_requests
from gicapp.core.text.listed import last_statement, names_a_part
from gicapp.core.text.passages import Sentence, plain
from gicapp.core.text.phrases import REVIEWS, SUITS
from gicapp.core.text.sayings import NO_CORRECTION, OF_APPLICATIONS, SAID_ANYWHERE, Saying
from gicapp.core.text.scope import speaks_of_all_of_it

_LED_TO_SUITS: Final = "(?:而?(?:引[起发]|产生|导致)的?)(?:相关|有关|任何)*诉讼(?=[，。；]|案件|$)"
_NO_CASE: Final = re.compile(
    r"行政(?:复议|诉讼)[^，。；\d]{0,20}?(?:均?为(?:零|0)[件起宗例]?|零发生)(?=[，。；]|$)"
    "|(?:无一[例起件宗]|(?:不涉及|无涉)(?:相关|有关|任何)*(?=行政(?:复议|诉讼))|(?:未曾?|没有|尚未|从未|无)(?:发生|出现|产生|引发|引起|收到|涉及|接到|存在|有|被|因|提起|任何"
    r"|政府信息公开|信息公开|依申请|办理(?=(?:政府)?信息公开))|(?:没有|无|零)(?=行政)"
    r"|(?:没有|无|未有)(?=针对[^，。；\d]{0,20}信息公开(?:工作|答复)?(?:提[起出])?的行政复议申请))"
    r"(?=[^，。；\d]{0,50}行政(?:复议|诉讼)|(?:因?(?:政府)?信息公开[^，。；\d]{0,12}?)?"
    r"(?:任何|相关|有关|投诉|举报|信访|、|的)*复议[、和及与或]诉讼"
    rf"|因[^，。；\d]{{0,3}}(?:政府)?信息公开(?:工作|申请)?{_LED_TO_SUITS})"
    r"[^，。；\d]{0,60}"
)
_CASE_UNLESS: Final = re.compile(
    "及时|规范|纠|败|撤|错|不当|不力|超期|逾期|未按|违法|不满|责任|结果|维持|确认|应诉|生效|其他|处理|结转|费用"
)


@dataclass(frozen=True)
class Denial:
    """A saying found at a place of the plain text."""

    saying: Saying
    start: int
    end: int


# 19 个乡镇中有 6 个没有收到申请
# 1月、2月未收到申请; 信函 4 件，当面 2 件，网上渠道没有收到申请
_OF_SOME: Final = re.compile(
    r"\d+[个家][^，。；\d]{0,6}$|(?:其余|其他|另外?)(?:各)?(?:单位|部门|机关|乡镇|街道|镇街|科室)[均都]?$|[\d一二十]月份?[均都]?$"
    "|(?:^|[，。；：])(?:网上|网络|线上|线下|当面|现场|信函|邮寄|传真|窗口|平台|电子邮件)(?:渠道|方式|申请|提交|途径|方面)*则?$"
)
_OTHER_SUBJECT: Final = re.compile("信息公开|规范性文件|行政(?:复议|诉讼)")
_DENIAL: Final = re.compile(
    "[未没无零均全都]|(?<![.\\d])0(?![.\\d])"
)  # most sentences deny nothing and are passed over


@lru_cache(maxsize=64)
def denials_in(text: str, unit: Unit, year: int | None) -> tuple[Denial, ...]:
    """Return everything that a text says there was none of."""
    found: list[Denial] = []
    line, about_requests = -1, False
    for sentence in plain(text).sentences:
        about_requests = speaks_of_requests(sentence) or (about_requests and line == sentence.line)
        line = sentence.line
        if _DENIAL.search(sentence.text):
            said = _denials_of(sentence.text, unit, year, about_requests=about_requests)
            found += [
                Denial(one.saying, one.start + sentence.start, one.end + sentence.start)
                for one in said
            ]
    return tuple(found)


@lru_cache(maxsize=2048)
def _denials_of(
    words: str, unit: Unit, year: int | None, *, about_requests: bool
) -> tuple[Denial, ...]:
    """Return the denials of a sentence as if it stood alone; kept for when its text moves."""
    found: list[Denial] = []
    sentence = Sentence(words, 0, len(words), 0, "")
    if about_requests or _OTHER_SUBJECT.search(words):
        about = about_requests or bool(_ABOUT_DISCLOSURE.search(words))
        found += _none_of(sentence, unit, year, about=about)
    found += _none_said(sentence, SAID_ANYWHERE, unit, year)
    return tuple(found)


def _none_said(
    sentence: Sentence, sayings: tuple[Saying, ...], unit: Unit, year: int | None
) -> Iterator[Denial]:
    for saying in sayings:
        for match in saying.pattern.finditer(sentence.text):
            before = sentence.text[: match.start()]
            if (
                not saying.unless.search(match[0])
                and not names_a_part(last_statement(before))
                and not _OF_SOME.search(before)
                and speaks_of_all_of_it(before + match[0], unit, year)
            ):
                yield _said(saying, sentence, match)


# what may stand before 无行政复议 in a sentence that does not say what the cases were about
_OF_ANYTHING: Final = re.compile(
    r"(?:20\d\d年度?|本?年度|全年|年内|[我本](?:局|委|办|厅|院|中心|机关|单位|街道|镇|乡)|，|也|均)*"
)
_ABOUT_DISCLOSURE: Final = re.compile("信息公开|申请公开")


def _none_of(sentence: Sentence, unit: Unit, year: int | None, *, about: bool) -> Iterator[Denial]:
    """Yield what a sentence says there was none of; `about`: it is about disclosure."""
    yield from _none_said(sentence, OF_APPLICATIONS, unit, year)
    if about:
        yield from _none_said(sentence, (NO_CORRECTION,), unit, year)
    for match in _NO_CASE.finditer(sentence.text):
        saying_of_cases = _cases(match)
        before = sentence.text[: match.start()]
        if (
            saying_of_cases
            and (about or _OF_ANYTHING.fullmatch(last_statement(before)))
            and not _CASE_UNLESS.search(match[0])
            and not names_a_part(re.split("[，；]", before)[-1])
            and speaks_of_all_of_it(before + match[0], unit, year)
        ):
            yield _said(saying_of_cases, sentence, match)


def _cases(match: re.Match[str]) -> Saying | None:
    """Return what a “none” on reviews and suits denies; None when it names neither."""
    kinds = [
        (name, figure)
        for name, words, figure in (
            (
                "行政复议",
                "行政复议|(?<=行政诉讼[、和及与或])复议|复议(?=[、和及与或]诉讼)",
                REVIEWS,
            ),
            (
                "行政诉讼",
                f"行政诉讼|(?<=复议[、和及与或])诉讼|(?<=提起)诉讼|{_LED_TO_SUITS}",
                SUITS,
            ),
        )
        if re.search(words, match[0])
    ]
    if not kinds:
        return None
    name = "没有" + "、".join(name for name, _ in kinds)
    return Saying(name, _NO_CASE, tuple(figure for _, figure in kinds), _CASE_UNLESS)


def _said(saying: Saying, sentence: Sentence, match: re.Match[str]) -> Denial:
    return Denial(saying, sentence.start + match.start(), sentence.start + match.end())
