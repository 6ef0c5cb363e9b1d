"""Shares that the text gives must be right: N-13."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.slip import is_slip
from gicapp.core.text.found import find_all
from gicapp.core.text.listed import is_one_of_two
from gicapp.core.text.numbers import COUNTED, Quantity, parse_numeral, quantities
from gicapp.core.text.passages import Sentence, plain
from gicapp.core.text.phrases import APPLICATION, HANDLED, NEW, RECEIVED
from gicapp.core.text.shares import is_share, share_in
from gicapp.form.values import Number, exact, show

_SHARE: Final = re.compile(
    r"(?:占比?|(?<=[，（、占])比例)(?:[^，。；\d]{0,14}?)(?:约|为|达|的)*(?P<share>\d+(?:\.\d+)?)%"
)
# the words name the whole: 占办结总数的 44.7%
_OF_ALL: Final = re.compile(
    r"占(?:全部|全年|本年度?)?(?:办结|答复|收到|受理|新收|办理)?(?:的)?(?:申请)?(?:总数|总量|总件数)的?\d"
)
_OF_REQUESTS: Final = re.compile(
    "占(?:全部|全年|本年度?)?(?:办结|新收|申请)(?:的)?(?:申请)?(?:总数|总量|总件数)"
)
_RESULTS: Final = re.compile(r"(?:予以|全部|部分|不予)公开\d+件")
# 答复 40 件。予以公开及部分公开 26 件，占 65%
_RESULTS_FIRST: Final = re.compile(r"(?:其中[，：]?)?(?:予以|同意)公开[^，。；\d]{0,12}\d")
# 在办结的 20 件中，予以公开 8 件，占 40%
_AMONG: Final = re.compile(
    r"在?[^，。；\d]{0,16}的?\d+[件条份宗][^，。；\d]{0,8}(?:当?中|里)[，\u4e00-\u9fff]"
)
_NEAR: Final = 6  # characters between a figure and its share
_BEFORE_PARTS: Final = re.compile(".*?(?=其中)")
_SLACK: Final = Decimal("0.05")  # percentage points beyond rounding, domain N-13


@dataclass(frozen=True)
class _Share:
    """A part and the percentage that the text gives for it; `start`, `end` are the latter's."""

    part: Quantity
    percent: Decimal
    start: int
    end: int
    about: bool = False

    def of(self, whole: Number) -> bool:
        """Tell whether the percentage is right for a whole, rounding allowed."""
        return is_share(self.percent, self.part.value, whole, _SLACK + (1 if self.about else 0))


@lru_cache(maxsize=64)
def _shares_in(text: str) -> tuple[tuple[Sentence, tuple[_Share, ...]], ...]:
    """Return the sentences of a text that give shares, with those."""
    found = []
    for sentence in plain(text).sentences:
        shares = tuple(_shares_of(sentence)) if "%" in sentence.text else ()
        if shares:
            found.append((sentence, shares))
    return tuple(found)


# 予以公开 71 件、部分公开 33 件，两项合计占 56%
# 占比由上年的 51.9% 提高到…; 占比分别为…
_EACH: Final = re.compile("分别|依次|由?上年|去年|20[0-9]{2}年")
_TOGETHER: Final = re.compile(
    r"[^，。；\d]{0,12}，?(?:(?P<count>[两二三四2-4])(?:项|类|者|种)(?:情[形况])?)?"
    r"(?:合计|共计|总计|相加|合起来|加起来|之和|(?<!公)共|合(?=占)|(?<=[两二三四]者))"
)
_BEHIND: Final = 4  # characters behind a number that tell whether it is a figure
_REACH: Final = 60  # characters before a share in which its figures stand


def _shares_of(sentence: Sentence) -> Iterator[_Share]:
    for match in _SHARE.finditer(sentence.text):
        sign = match.start()
        if _EACH.search(sentence.text, max(0, sign - 2), match.start("share")):
            continue  # of several, one each, or last year's
        told = quantities(sentence.text, max(0, sign - _REACH), sign + _BEHIND)  # 两项占: no figure
        part = _part(sentence.text, [q for q in told if q.end <= sign], sign)
        if part is not None:
            start = match.start("share") + sentence.start
            end = start + len(match["share"])
            about = "约" in sentence.text[match.start() - 1 : match.start("share")]
            yield _Share(part, Decimal(match["share"]), start, end, about)


def _part(text: str, before: Sequence[Quantity], end: int) -> Quantity | None:
    """Return the figure that a share at `end` is of: the last, or several together."""
    if not before:
        return None
    together = _TOGETHER.fullmatch(text, before[-1].end, end)
    if together is not None:
        some = before[-_how_many(together["count"], text, before) :]
        if any(each.unit not in COUNTED for each in some):
            return None
        total = sum((Decimal(each.value) for each in some), Decimal(0))
        return replace(before[-1], value=exact(total))
    named = _NAMED_AGAIN.search(text, before[-1].end, end)
    if named is not None and not _NO_NAME.search(named["name"]):
        return _figure_of(named["name"], text, before)
    is_near = end - before[-1].end <= _NEAR
    if not is_near or _GREW.search(text, 0, before[-1].start):  # 91 件，比上年增加 44 件，占…
        return None
    return before[-1] if _is_alone(text, before) else None


def _how_many(said: str | None, text: str, before: Sequence[Quantity]) -> int:
    """Return how many figures a share is of together: A 6 件、B 14 件，合计占 are two."""
    if said is not None:
        return int(parse_numeral(said))
    begin = max(text.rfind(sign, 0, before[-1].start) for sign in "，；。：") + 1
    return max(2, sum(each.start >= begin for each in before))


_GREW: Final = re.compile("(?:增加|减少|增长|下降|[多少增减])(?:了|约)?$")
# 自然人 20 件、企业 5 件，自然人占 80%: the share is of what is named again
_NAMED_AGAIN: Final = re.compile(r"[，；、](?P<name>[\u4e00-\u9fff]{2,8}?)(?:申请|类|的)*$")
_NO_NAME: Final = re.compile("其|约|比例|分别|合计|平均|同比|数量|总体|大约|全部|主要")


def _figure_of(name: str, text: str, before: Sequence[Quantity]) -> Quantity | None:
    """Return the one figure before which a name stands; None for several or none."""
    found = [
        each for each in before if re.search(f"{name}(?:申请|提出|提交|的)*$", text[: each.start])
    ]
    return found[0] if len(found) == 1 else None


def _is_alone(text: str, before: Sequence[Quantity]) -> bool:
    """Tell whether the share behind a figure is its own: 3357 条（其中 2724 条），占… is not."""
    last = before[-1]
    closed = "）" in text[last.end : last.end + 6]
    return last.unit != "%" and not closed and not is_one_of_two(text, before)


def find_shares(subject: Subject) -> Iterable[Finding]:
    """Report percentages that no whole named in the text or the tables gives."""
    yield from _find_too_many(subject)
    for section, text in subject.texts.items():
        for sentence, shares in _shares_in(text):
            wholes, sure = _held_against(subject, text, sentence, shares)
            for share in shares:
                larger = [whole for whole in sure if whole > share.part.value]
                if not larger or any(share.of(whole) for whole in (*wholes, *sure)):
                    continue
                if _is_another_share(share, larger[0]):
                    continue
                if not any(
                    part.of(whole)
                    for part in _of_all_named(text, sentence, share)
                    for whole in sure
                ):
                    yield _wrong_share(subject, section, text, share, larger[0])


_NEAR_TO_IT: Final = Decimal("0.25")  # of the right share: what is farther off is of another whole


def _is_another_share(share: _Share, whole: Number) -> bool:
    """Tell whether a percentage is so far from that of a whole that no slip makes it."""
    right = share_in(share.part.value, whole, share.percent)
    near = abs(right - share.percent) <= right * _NEAR_TO_IT
    return not (near or is_slip(exact(share.percent), exact(right)))


def _of_all_named(text: str, sentence: Sentence, share: _Share) -> Iterator[_Share]:
    """Yield a share as one of what the sentence before tells last.

    不予处理 11 件。其中信访类 7 件，重复申请 1 件，占办结总数的 55%: the eleven are.
    """
    before = [
        s for s in plain(text).sentences if s.line == sentence.line and s.end == sentence.start
    ]
    told = [q for s in before for q in quantities(s.text) if q.unit in COUNTED]
    if told:
        yield replace(share, part=told[-1])


def _held_against(
    subject: Subject, text: str, sentence: Sentence, shares: Sequence[_Share]
) -> tuple[list[Number], list[Number]]:
    """Return what the shares of a sentence may be of, and what they are surely of, if anything."""
    before_list = _whole_before_list(sentence, shares[0].start - sentence.start)
    told = _AMONG.finditer(sentence.text)
    if before_list and len([*told]) == 1:
        return before_list, before_list  # 在已答复的 50 件中: of those, and of no others
    wholes, named = _wholes(subject, text, sentence), _named_whole(subject, sentence)
    sure = [w for w in wholes if sum(share.of(w) for share in shares) >= 2] or before_list or named
    if not sure and _OF_ALL.search(sentence.text):
        sure = wholes
    if not sure and _RESULTS_FIRST.match(sentence.text):
        sure = _closed(subject, text, sentence)
    if named and _OF_CLOSED_IN_ALL.search(sentence.text):
        came_in = [subject.number(e) for e in (NEW, RECEIVED)]
        wholes = [whole for whole in wholes if whole not in came_in]
    return wholes, sure


# 占比依次为 22.8%、21.6%、31.0%、34.6%
_ALL_SHARES: Final = re.compile(
    r"占比?(?:依次|分别)(?:为|是|达)?(?P<shares>\d+(?:\.\d+)?%(?:[、和，]\d+(?:\.\d+)?%){1,9})"
)
_TOO_MUCH: Final = Decimal(101)  # percent: more than rounding makes of the whole


def _find_too_many(subject: Subject) -> Iterator[Finding]:
    """Report shares listed of one whole that make up more than it."""
    for section, text in subject.texts.items():
        flat = plain(text)
        for match in find_all(_ALL_SHARES, flat.text):
            total = sum(map(Decimal, re.findall(r"[\d.]+", match["shares"])), Decimal(0))
            if total > _TOO_MUCH:
                yield Finding(
                    rule="text.percentage",
                    severity=Severity.HINT,
                    section=int(section),
                    message=f"{place_of(subject.form, section)}写明各项占比{match['shares']}，"
                    f"合计{show(exact(total))}%，超过100%，请核对。",
                    span=flat.span(*match.span("shares")),
                    actual=show(exact(total)),
                )


def _wholes(subject: Subject, text: str, sentence: Sentence) -> list[Number]:
    """Return everything that a share in a sentence may be a share of."""
    lines = [s for s in plain(text).sentences if s.line == sentence.line]
    named = [q.value for s in lines for q in quantities(s.text) if q.unit in COUNTED]
    tables = [subject.number(e) for e in (NEW, RECEIVED, HANDLED)]
    told = (_OF_REQUESTS, _RESULTS)
    if not (_is_on_requests(lines) or any(words.search(sentence.text) for words in told)):
        tables = []
    return list(dict.fromkeys([*named, *(number for number in tables if number)]))


def _is_on_requests(line: Sequence[Sentence]) -> bool:
    """Tell whether a paragraph is about applications."""
    return any(APPLICATION.search(sentence.text) for sentence in line)


def _closed(subject: Subject, text: str, sentence: Sentence) -> list[Number]:
    """Return how many applications were closed, where a sentence gives shares of that."""
    line = [s for s in plain(text).sentences if s.line == sentence.line and s.end <= sentence.end]
    closed = subject.number(HANDLED)
    return [closed] if closed and _is_on_requests(line) else []


# 答复结果中，予以公开 48 件，占 40.7%: the words name the whole, the table holds it
_OF_CLOSED: Final = re.compile(
    "(?:办结|答复|处理)(?:的)?(?:结果|申请|件)?中|占(?:全部|全年)?(?:办结|答复)"
)
_OF_NEW: Final = re.compile(
    "(?:新收|收到|受理)的?(?:政府信息公开)?申请(?:当)?中|申请(?:人|主体)[^，。；]{0,4}(?:看|分)，"
    r"|占全部申请的?\d|占(?:申请|新收|收到)的?(?:申请)?总[数量]"
)
_OF_CLOSED_IN_ALL: Final = re.compile("占(?:全部|全年)?(?:办结|答复)(?:的)?(?:申请|件)?总?数")


def _named_whole(subject: Subject, sentence: Sentence) -> list[Number]:
    """Return the figure of the table that the words of a sentence name as the whole."""
    for words, meant in ((_OF_CLOSED, HANDLED), (_OF_NEW, NEW)):
        if words.search(sentence.text):
            number = subject.number(meant)
            return [number] if number else []
    return []


def _whole_before_list(sentence: Sentence, first: int) -> list[Number]:
    """Return the one whole before 其中, or in 在…的 20 件中, of which the shares plainly are.

    `first` is where the first share stands: 予以公开 9 件，占 22%；其余 14 件中… is not of the 14.
    """
    among, before_parts = (each.search(sentence.text, 0, first) for each in (_AMONG, _BEFORE_PARTS))
    told = among or before_parts
    named = [q for q in quantities(told[0]) if q.unit in COUNTED] if told else []
    return [named[0].value] if len(named) == 1 and not named[0].about else []


def _wrong_share(
    subject: Subject, section: str, text: str, share: _Share, whole: Number
) -> Finding:
    rounded = share_in(share.part.value, whole, share.percent)
    return Finding(
        rule="text.percentage",
        severity=Severity.HINT,
        section=int(section),
        message=f"{place_of(subject.form, section)}写明{show(share.part.value)}{share.part.unit}占"
        f"{show(share.percent)}%，按总数{show(whole)}计算应为{show(rounded)}%，请核对。",
        span=plain(text).span(share.start, share.end),
        expected=show(rounded),
        actual=show(share.percent),
    )
