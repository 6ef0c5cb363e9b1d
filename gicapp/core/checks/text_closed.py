"""Claims that every application was closed, against what is carried over: N-14."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from gicapp.core.checks.places import cell_place, place_of
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Unit
from gicapp.core.slip import is_slip
from gicapp.core.text.applicants import speaks_of_some
from gicapp.core.text.claims import part_of, speaks_of_requests
from gicapp.core.text.figures import cells_of
from gicapp.core.text.listed import is_used_up, last_statement, names_a_part
from gicapp.core.text.numbers import COUNTED, quantities
from gicapp.core.text.passages import Plain, Sentence, plain
from gicapp.core.text.phrases import APPLICATION, CARRIED_OUT, HANDLED, NEW, RECEIVED
from gicapp.core.text.scope import is_about_others, speaks_of_all_of_it
from gicapp.form.values import show

_IN_TIME: Final = (
    "(?:[按依及如]?[时期法规]|按照?(?:有关|相关)?(?:规定|要求)|依法依规"
    r"|按照?(?:法律)?(?:规定|法定)?的?(?:期限|时限|时间)|截至(?:20\d\d年|当年|本年)?(?:年?底|末|12月31日)|在当年|在?(?:当年|20\d\d年度?|年)内|在?(?:法律)?(?:规定|法定)?的?(?:期限|时限|时间)内){0,4}"
)
_DONE: Final = "(?:予以|给予|进行|作出|完成|得到|做到)?(?:了)?(?:及时)?(?:了)?"
_ENDED: Final = (
    r"(?:办结|办理完[毕结]|处理完[毕结]|办理完成|答复完毕|办结完毕)"
    r"(?!了?共?计?\d|件[中的]|的?申请中)"
)
# said of all of them by name: 所有申请均按时给予答复
_ALL_ANSWERED: Final = re.compile(
    rf"所有(?:的)?(?:{APPLICATION.pattern}|申请)(?:事项|办?件)?(?P<said>(?:现)?(?:已?(?:[均都]|全部)已?|已)"
    rf"{_IN_TIME}{_DONE}(?:答复|回复))(?=[，。；]|$)"
)
_CLOSED: Final = re.compile(
    rf"(?<!对)(?:全部|均已|都已|已经?全部){_IN_TIME}(?:全部)?{_DONE}(?:{_ENDED}|(?:答复|回复)(?!了?共?计?\d|[作书文进内]))"
    rf"|(?<!平)[均都]{_IN_TIME}{_DONE}{_ENDED}|件件(?:有)?办结|无(?:一件)?未办结(?=的|事项|申请|件|[，。；])"
    "|(?<![时期限内])(?:办结|答复)率(?:均)?(?:达到?|为|是|均达|保持)?(?:100%|百分之百|百分百)"
)
# of those received, told right before: 收到申请 12 件，均按时答复
_ANSWERED: Final = re.compile(
    rf"(?:收到|受理|接收|接到|新收)[^，。；\d]{{0,30}}(?:{APPLICATION.pattern}|申请)[^，。；\d]{{0,12}}"
    rf"(?:\d+|[一二两三四五六七八九十百]+)[件宗份项条起]，(?:[均都]为[^，。；\d]{{1,6}}申请，)?(?P<said>(?:现)?(?:已?(?:[均都]|全部)已?|已|(?=[按依]))"
    rf"{_IN_TIME}{_DONE}(?:答复办结|答复完成|完成办理|办理完毕|答复|回复|办结)(?=[，。；]|$))"
)
_NOT_YET: Final = re.compile("结转|转下|转至|转入|顺延|延期|正在|尚|到期|剩余|其余|撤[回销]|除")
_CLOSED_UNLESS: Final = re.compile(
    "除|其余|到期|应[答办]|上年|不予|剩余|外|应当答复|结转的|已(?:办结|答复|办理)的"
)


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
        said = (*_answered(sentence, unit, year), *_ended(sentence, unit, year))
        found += said[:1]  # 均已办结，办结率 100% is said once
    return tuple(found)


def _ended(sentence: Sentence, unit: Unit, year: int | None) -> Iterator[tuple[int, int]]:
    """Yield where a sentence says that every application was closed."""
    for match in _CLOSED.finditer(sentence.text):
        before = sentence.text[: match.start()]
        of_both = _ALL_OF_BOTH.search(before)
        said = (before[of_both.end() :] if of_both else before) + match[0]
        if (
            _closes_requests(sentence, match)
            and not _speaks_of_a_part(before)
            and not speaks_of_some(before)
            and speaks_of_all_of_it(said, unit, year)
            and (of_both or part_of(sentence, unit, year) is None)
        ):
            yield sentence.start + match.start(), sentence.start + match.end()


def _answered(sentence: Sentence, unit: Unit, year: int | None) -> Iterator[tuple[int, int]]:
    """Yield where a sentence says that all it received were answered, and nothing of a rest."""
    match = _ANSWERED.search(sentence.text) or _ALL_ANSWERED.search(sentence.text)
    if (
        match
        and not _NOT_YET.search(sentence.text)
        and not _CLOSED.search(sentence.text)
        and not is_about_others(match[0])
        and not names_a_part(sentence.text[: match.start()])
        and not speaks_of_some(sentence.text[: match.start("said")])
        and speaks_of_all_of_it(sentence.text[: match.end()], unit, year)
        and part_of(sentence, unit, year) is None
    ):
        yield sentence.start + match.start("said"), sentence.start + match.end("said")


def _speaks_of_a_part(before: str) -> bool:
    """Tell whether 其中 is at work: not where its parts are all told, as the rate is of them all.

    30 封，其中 18 封撤销申请，12 封（含 4 封转下年度办结）均答复，办结率达 100%.
    """
    return names_a_part(last_statement(before)) and not is_used_up(before)


# where none came from last year, “all” are those of this year
_NONE_CARRIED_IN: Final = re.compile(
    r"上一?年度?结转[^，。；\d]{0,20}(?<!\d)0[件宗份项条起]|(?:没有|无)上一?年度?结转"
)
_REQUEST_CASES: Final = re.compile(rf"(?:{APPLICATION.pattern})(?:的)?案件")


# 新收和上年结转的申请均已办结; 新收 24 件，上年结转 1 件，合计 25 件，已全部办结
_ALL_OF_BOTH: Final = re.compile(
    r"(?:新收|收到|受理)的?[^，。；\d]{0,10}[和与及、]上一?年度?结转的?(?:申请)?"
    r"|(?:新收|收到|受理)[^，。；\d]{0,4}[和与及、](?:上年)?结转的\d+[件宗份项](?:申请)?"
    r"|(?:新收|收到|受理)的?(?:申请)?\d+[件宗份项](?:申请)?(?:连同|加上|[和与及、])上一?年度?结转的?(?:申请)?\d+[件宗份项]，?"
    r"|加上(?:上一?年度?|20\d\d年度?)?结转的?\d+[件宗份项]，[^，。；]{0,12}(?:共|合计|共计)\d+[件宗份项](?:申请)?，"
    r"|上一?年度?结转[^，。；]{0,10}[和与及][^，。；\d]{0,6}新收的?(?:申请)?(?:\d+[件宗份项])?"
    r"|^.*(?:结转|没办完|剩下|剩余|未办结)[^；。]{0,60}，"
    r"(?:二者|两者)?(?:合计|共计|总计|相加|总共|一共|一年共|共)(?:办理|处理|应办)?为?\d+[件宗份项](?:申请)?，"
)
# 除结转下年的 2 件外，所有申请均已办结
_BUT_FOR: Final = re.compile("除[^，。；]{1,24}外，[^，。；]*$")
# 予以公开 9 件，不予公开 1 件，所有申请均已办结: said of all whatever came before
_ALL_NAMED: Final = re.compile(
    rf"^.*[，。；](?=[^，。；]{{0,4}}所有(?:的)?(?:{APPLICATION.pattern}|申请)[^，。；]*$)"
    # 无法提供 5 件，以上申请已全部办结: what was carried over would be told among them
    rf"|^(?!.*(?:结转|尚|剩|余)).*[，。；](?=(?:以上|上述)(?:{APPLICATION.pattern}|申请)[^，。；]*$)"
)
# 受理 11 件，答复 9 件，均在期限内办结: the nine
_COUNTED_CLOSED: Final = re.compile(
    r"(?:答复|办结|回复|办理完毕)[^，。；\d]{0,12}\d+[件条份宗项起]，(?:[^，。；\d]{0,4})?$"
)


# 办结率 100%（按应于年内办结的计算）
_ON_A_BASIS: Final = re.compile("（[^（）]*(?:应|到期|除|不含)")
_COMPLAINTS: Final = re.compile(r"(?:投诉|举报)(?:案?件|事项)?\d")


# 结转下一年 11 件。年内办件均依时办结: those that were dealt with
_HANDLED_ONES: Final = re.compile(
    "(?:年内|当年|本年度?|全年)(?:办件|办理的?(?:件|申请|事项)|答复的?(?:件|申请))$"
)


def _closes_requests(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether what was all closed are the applications, not letters or proposals."""
    before = _NONE_CARRIED_IN.sub("", sentence.text[: match.start()])
    of_both = _ALL_OF_BOTH.search(before)
    if _BUT_FOR.search(before) or _HANDLED_ONES.search(before):
        return False
    before = _ALL_NAMED.sub("", before[of_both.end() :] if of_both else before)
    if "率" not in match[0] and "结转" in before:
        return False
    last = max(before.rfind(sign) for sign in "；：") + 1
    said = _REQUEST_CASES.sub("", before[last:])  # 依申请公开案件 are applications
    up_to_sign = before[last:] + sentence.text[match.start() : match.end() + 1]
    if _COUNTED_CLOSED.search(before) and "率" not in match[0]:
        return False
    if "申请" not in said and _COMPLAINTS.search(said):
        return False
    if _ON_A_BASIS.match(sentence.text, match.end()):
        return False
    return not is_about_others(said) and not _CLOSED_UNLESS.search(up_to_sign)


def find_all_closed(subject: Subject) -> Iterable[Finding]:
    """Report 全部办结 and 办结率100% while applications are carried over."""
    report = subject.report
    carried = subject.number(CARRIED_OUT)
    if not carried:
        return
    told = _carried_told(subject)
    for section, text in subject.texts.items():
        place, flat = place_of(subject.form, section), plain(text)
        for start, end in _closed_in(text, report.unit, subject.year):
            words = flat.text[start:end]
            if _is_of_a_few(subject, flat, start):
                continue
            if not _OF_CLOSING.search(words) and (told or _in_time(flat, start, words)):
                continue
            against = (
                f"写明“{words}”，又写明{told}结转下年度，{_BASIS}"
                if told
                else f"写明申请已全部办结，{cell_place(subject.form, CARRIED_OUT)}"
                f"为{show(carried)}件，两处矛盾，请写明结转情况或者核对表格。"
            )
            yield Finding(
                rule="text.all_closed",
                severity=Severity.HINT if told else Severity.WARNING,
                section=int(section),
                message=place + against,
                cells=cells_of(subject.form, CARRIED_OUT),
                span=flat.span(start, end),
                expected=show(carried),
                actual="0",
            )


_ALL_BY_NAME: Final = re.compile("(?:所有|全部|以上|上述)的?[^，。；]{0,10}申请[^，。；]{0,4}$")
# 县政府收到的 3 件, of those of the whole county
_OWN_SHARE: Final = re.compile(r"[市县区州旗]政府(?:本级)?(?:收到|受理|新收)的\d")


def _is_of_a_few(subject: Subject, flat: Plain, place: int) -> bool:
    """Tell whether a sentence counts before a place fewer than the year's, by no slip of the pen.

    同一人提出的申请有 9 件，已全部答复: of those, where 60 came in.
    """
    sentence = flat.sentence_at(place)
    begin = place if sentence is None else sentence.start
    counted = [q.value for q in quantities(flat.text, begin, place) if q.unit in COUNTED]
    if _ALL_BY_NAME.search(flat.text, begin, place):
        return False
    rows = [subject.number(row) for row in (NEW, RECEIVED, HANDLED)]
    if _OWN_SHARE.search(flat.text, begin, place) and max(counted, default=None) not in rows:
        return True
    if counted and max(counted) == rows[2] != rows[0]:
        return True  # 办理申请 61 件，已全部办结: those that were
    return bool(counted) and not any(
        row is None or max(counted) >= row or is_slip(max(counted), row) for row in rows
    )


# answers given in time say nothing of those not yet due, nor do any answers once these are told
_OF_CLOSING: Final = re.compile("办|完")
_BY_A_TERM: Final = re.compile("[按如]时|[按如依]期|期限|时限|时间")


def _in_time(flat: Plain, start: int, words: str) -> bool:
    """Tell whether 所有申请均在法定期限内答复 is said, with no count: none was answered late."""
    sentence = flat.sentence_at(start)
    begin = start if sentence is None else sentence.start
    all_of_them = re.search("所有|全部", flat.text[begin:start] + words)
    counted = re.search(r"\d[件宗份项条起]，[^，。；\d]{0,4}$", flat.text[begin:start])
    return bool(_BY_A_TERM.search(words) and all_of_them and not counted)


_BASIS: Final = "两种说法不能同时成立，请核对办结情况或者办结率的计算口径。"


def _carried_told(subject: Subject) -> str:
    """Return how many applications the texts say are carried over, nothing when they tell none."""
    said = (
        claim.quantity
        for text in subject.texts.values()
        for claim in subject.claims(text)
        if claim.meant == CARRIED_OUT and claim.quantity.value
    )
    told = next(said, None)
    return f"{show(told.value)}{told.unit or '件'}" if told else ""


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
