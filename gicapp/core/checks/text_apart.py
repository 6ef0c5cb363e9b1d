"""Whether a text tells a row of the tables in more than one figure, none of which is the row's."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import Final

from gicapp.core.checks.rule import Subject
from gicapp.core.checks.text_of_others import (
    FEW,
    is_in_balance,
    is_of_a_head_office,
    is_of_a_result,
    is_of_a_sum,
    is_of_a_topic,
    is_of_applicants,
    is_of_applicants_of_some,
    is_of_disputed_ones,
    is_of_more_bodies,
    is_told_again,
    is_told_by_reason,
    meant_in,
    rows_of,
)
from gicapp.core.report import Unit
from gicapp.core.slip import is_slip
from gicapp.core.text.claims import Claim, claims_in
from gicapp.core.text.listed import OF_SO_MANY
from gicapp.core.text.listing import listings_in
from gicapp.core.text.numbers import COUNTED, Quantity, quantities
from gicapp.core.text.passages import plain
from gicapp.core.text.phrases import (
    BY_OTHERS,
    BY_PERSONS,
    CARRIED_IN,
    CARRIED_OUT,
    HANDLED,
    NEW,
    RECEIVED,
    REVIEWS,
    SUITS,
)
from gicapp.form.values import Number


def is_told_apart(subject: Subject, text: str, claim: Claim, expected: Number) -> bool:
    """Tell whether other figures beside a claim make up what its row holds more."""
    ways = (
        _is_given_in_two,
        _leaves_rest,
        _is_given_in_parts,
        _is_told_next_to_it,
        _is_parted_behind,
        _is_summed_up,
        _stands_nearby,
        _is_of_some_rows,
        _is_of_another_scale,
        _is_of_another_whole,
        is_told_by_reason,
        is_of_applicants,
        is_of_applicants_of_some,
        is_of_more_bodies,
        is_of_a_topic,
        is_of_a_head_office,
        is_told_again,
        is_of_a_sum,
        is_of_a_result,
        is_of_disputed_ones,
        _leaves_carried_ones,
    )
    return any(is_so(subject, text, claim, expected) for is_so in ways)


def _is_given_in_two(subject: Subject, text: str, claim: Claim, expected: Number) -> bool:
    """Tell whether a list that adds up gives the rest of the row as a part without one.

    42 件，其中属于主动公开范围 3 件，同意公开 26 件，非本机关信息 13 件: granted are 3 and 26.
    """
    rows = {each.quantity.start for each in subject.claims(text)}
    for listing in listings_in(text):
        if claim.quantity.start in {part.start for part in listing.parts} and listing.adds_up():
            others = [part.value for part in listing.parts if part.start not in rows]
            return Decimal(expected) - claim.quantity.value in others
    return False


_OF_IT: Final = re.compile("其中|包[括含]|：|。")
_NO_RESULTS: Final = frozenset(
    {NEW, CARRIED_IN, RECEIVED, HANDLED, CARRIED_OUT, BY_PERSONS, BY_OTHERS, REVIEWS, SUITS}
)
_SIGN: Final = re.compile("[，；、]")
_OPEN: Final = re.compile(
    r"[^，；。]*(?:尚|正在|未办|未结|转(?!件)[^，；。\d]{0,6}(?:下|次|20\d\d)|下一?年|剩余|余下)"
)
_DEALT_WITH: Final = re.compile(r"[^，。；\d]*(?:办理|办结|答复)")
# what reports call the last rows of a class
_OTHERWISE: Final = re.compile("[^，；。]{0,8}(?:不存在|不属于|非本|不掌握|撤[回销]|终止|逾期)")
_SLIP: Final = 2  # a figure that near to the row's is more likely one mistyped
_MOST: Final = 3  # how many figures told beside it may be left out


def _leaves_rest(subject: Subject, text: str, claim: Claim, expected: Number) -> bool:
    """Tell whether a sentence gives apart from what was closed the rest of it, in other words.

    如期办结 40 件，6 件逾期未补正，3 件撤销申请: the table counts 49.
    """
    lacking = Decimal(expected) - claim.quantity.value
    beside = [*_told_beside(claim)] if claim.meant == HANDLED and lacking > 0 else []
    if not beside:
        return False
    taken = {
        other.quantity.start
        for other in subject.claims(text)
        if other.meant in _NO_RESULTS and not _is_dealt_with(other)
    }
    apart = [part.value for part in beside if part.start not in taken]
    return _fits(lacking, apart, _MOST)


def _fits(lacking: Decimal, figures: Sequence[Number], most: int) -> bool:
    """Tell whether up to so many of the figures make up what lacks, where they are few."""
    if len(figures) > FEW:
        return False
    sums = (
        sum(map(Decimal, some)) for n in range(1, most + 1) for some in combinations(figures, n)
    )
    return lacking in sums


def _is_result(claim: Claim) -> bool:
    """Tell whether a claim is on what applications came to, not on how many there were."""
    return "requests." in claim.meant and claim.meant not in _NO_RESULTS


def _is_dealt_with(claim: Claim) -> bool:
    """Tell whether a claim on what came from last year says that it was dealt with."""
    return claim.meant == CARRIED_IN and bool(_DEALT_WITH.match(_clause_of(claim.quantity, claim)))


def _clause_of(part: Quantity, claim: Claim) -> str:
    """Return the words of a claim's sentence from the sign before a figure of it on."""
    words, at = claim.sentence.text, part.start - claim.sentence.start
    return words[max(words.rfind(sign, 0, at) for sign in "，；。") + 1 :]


_CAME: Final = re.compile(
    "(?:收到|受理|接收|接到|新收|办理)[^，；。]*申请[^，；。]*|新收[0-9]+件"
    "|(?<=[门县区旗镇乡街局委办位）])(?:共|合计|累计)?(?:收到|受理)[0-9]+件"
)
_ALL_NEW: Final = re.compile("全[市县区州旗]新收[^，。；]*$")  # no part of them
_FURTHER: Final = 3  # parts besides its own that a row is told in, at most


def _is_given_in_parts(subject: Subject, text: str, claim: Claim, expected: Number) -> bool:
    """Tell whether a paragraph gives a row in parts: 市政府受理 29 件，各部门受理 24 件."""
    line = claim.sentence.line
    same = _by_row(text, subject.report.unit, subject.year)[line, claim.meant]
    if claim.meant == NEW:
        same = [*same, *_received_in(text).get(line, ())]
    if len(same) > FEW or _ALL_NEW.search(claim.before):
        return False
    others = {part.start: part.value for part in same if part.start != claim.quantity.start}
    return _fits(Decimal(expected) - claim.quantity.value, [*others.values()], _FURTHER)


def _is_told_next_to_it(subject: Subject, text: str, claim: Claim, expected: Number) -> bool:
    """Tell whether the figure before or behind a result is the rest of it, in other words.

    无法提供 4 件，信息不存在 3 件: the table counts seven.
    """
    if not _is_result(claim):
        return False
    listed = {part.start for listing in listings_in(text) for part in listing.parts}
    is_listed = claim.quantity.start in listed  # by a list that does not add up
    taken = {each.quantity.start for each in subject.claims(text)}
    return any(
        part.value == Decimal(expected) - claim.quantity.value
        for part in _told_beside(claim)
        if part.start not in taken
        and len(_SIGN.findall(_between(part, claim))) == 1
        and (not is_listed or _OTHERWISE.match(_clause_of(part, claim)))
    )


def _is_parted_behind(subject: Subject, text: str, claim: Claim, expected: Number) -> bool:
    """Tell whether the next sentence parts what came in: 其中，上年结转 1 件，本年新收 2 件."""
    if claim.doubtful != RECEIVED:
        return False
    come_in = Decimal(claim.quantity.value) - expected
    return any(
        other.meant == CARRIED_IN and other.quantity.value == come_in
        for other in subject.claims(text)
        if other.sentence.line == claim.sentence.line
        and other.sentence.start == claim.sentence.end
        and other.sentence.text.startswith("其中")
    )


# 县政府制发 12 件，全县合计制发 16 件: the row is the sum
_SUM: Final = re.compile(r"(?:合计|共计|总计)[^，。；\d]{0,6}(?P<sum>\d{1,9})")


def _is_summed_up(_: Subject, __: str, claim: Claim, expected: Number) -> bool:
    """Tell whether the sentence itself goes on to the sum, which is the row's."""
    return any(int(match["sum"]) == expected for match in _SUM.finditer(claim.after))


def _stands_nearby(subject: Subject, text: str, claim: Claim, expected: Number) -> bool:
    """Tell whether the paragraph gives the row's own figure before, in words that no rule knows.

    受理新申请 7 件，…年末收到的 1 件企业申请尚在办理期内: the table counts seven.
    """
    if claim.meant not in (NEW, RECEIVED) or not expected:
        return False
    taken = {each.quantity.start for each in subject.claims(text) if each.meant != claim.meant}
    return any(
        part.value == expected and part.unit in COUNTED
        for sentence in plain(text).sentences
        if sentence.line == claim.sentence.line and sentence.start <= claim.sentence.start
        for part in quantities(sentence.text)
        if part.start + sentence.start < claim.quantity.start
        and part.start + sentence.start not in taken
        and "申请" in sentence.text[: part.end + 4]
    )


# 其余 1 件作其他处理: of what no row told before holds
_REST: Final = re.compile("其余|余下|剩下|另|还有|此外")


def _is_of_some_rows(subject: Subject, _: str, claim: Claim, expected: Number) -> bool:
    """Tell whether a figure for a class is that of some of its rows, named in words unknown.

    因本机关不掌握等原因无法提供 265 件 tells the class, also where one of its rows holds 265.
    """
    if re.search(rf"等(?:原因|情形|情况|理由)?(?:的)?{claim.name}", claim.before):
        return False
    lacking = Decimal(expected) - claim.quantity.value
    is_rest = bool(_REST.match(_clause_of(claim.quantity, claim)))
    least = 0 if is_rest else _SLIP
    if not claim.meant.startswith("sum(requests.") or lacking <= least:
        return False
    rows = rows_of(subject, claim)
    return _fits(Decimal(claim.quantity.value), rows, len(rows) - 1)


_MANY_TIMES: Final = 3  # how many times a row its figure is, or the row it, if it is another's
_MOST_OF: Final = Decimal("0.8")  # of all handled; fewer that were answered may be some of them
_OVER: Final = Decimal("1.5")  # times all handled; more are another's


def _is_of_another_scale(subject: Subject, text: str, claim: Claim, expected: Number) -> bool:
    """Tell whether a figure is so far from the row's that no slip of the pen makes it.

    收到 33 件。…五年累计收到 148 件; 十日内答复的 30 件, where the table counts 41. Only where the
    text gives the row rightly as well, or tells some handled of all; not where a digit was lost,
    doubled, mistyped or changed places: 5 for 54, 12 for 21.
    """
    if is_slip(claim.quantity.value, expected):
        return False
    small, large = sorted((Decimal(claim.quantity.value), Decimal(expected)))
    near = _MOST_OF <= Decimal(claim.quantity.value) / Decimal(expected) <= _OVER
    if claim.meant == HANDLED and not near and not is_in_balance(subject, text, claim):
        return True
    if _is_result(claim) and _has_whole_unknown(subject, text, claim):
        return True
    same = _by_row(text, subject.report.unit, subject.year)
    told = any(
        part.value == expected
        for (_, meant), parts in same.items()
        if meant == claim.meant
        for part in parts
    )
    return told and small * _MANY_TIMES <= large


def _has_whole_unknown(subject: Subject, text: str, claim: Claim) -> bool:
    """Tell whether a figure that no row is known for stands before a result: it may be of that."""
    taken = {each.quantity.start for each in subject.claims(text)}
    taken |= {part.start for listing in listings_in(text) for part in listing.parts}
    told = (q.moved(claim.sentence.start) for q in quantities(claim.sentence.text))
    return any(
        q.start < claim.quantity.start and q.unit in COUNTED and q.start not in taken for q in told
    )


_OF_WHOLE: Final = re.compile(f"其中|{OF_SO_MANY}")


# 环评类 33 件中
_OF_A_KIND: Final = re.compile("(?<!人)(?<!投诉)(?<!举报)类(?:申请|事项|信息)?的?$")


def _is_of_another_whole(subject: Subject, text: str, claim: Claim, _: Number) -> bool:
    """Tell whether a result stands behind 其中 and a whole that no row of the tables holds.

    科研机构的 16 件多来自高校，其中 8 件予以公开: of those, where 34 came in and were closed.
    上年结转的 2 件中，自然人 1 件予以公开: of the carried ones.
    """
    before = claim.before
    named = [*_OF_WHOLE.finditer(before)]
    counted = (
        [q for q in quantities(before, 0, named[-1].end()) if q.unit in COUNTED] if named else []
    )
    if not _is_result(claim) or not counted:
        return False
    whole = counted[-1]
    meant = meant_in(subject, text)
    if meant.get(whole.start + claim.sentence.start) == CARRIED_IN and named[-1][0] != "其中":
        return True
    if _OF_A_KIND.search(before, 0, whole.start):
        return True
    rows = [subject.number(each) for each in (NEW, RECEIVED, HANDLED)]
    is_row = any(
        row is None or row == whole.value or (row and is_slip(whole.value, row)) for row in rows
    )
    return not (is_row or whole.start + claim.sentence.start in meant)


# 上年结转的 1 件，今年 1 月办完
_CARRIED_DONE: Final = re.compile("结转[^。；]{0,30}?(?:办[完结]|答复|办理完|处理)")


def _leaves_carried_ones(subject: Subject, text: str, claim: Claim, expected: Number) -> bool:
    """Tell whether the paragraph tells apart that what came from last year was closed as well.

    上年结转的 1 件，今年 1 月办完。今年又收到 4 件，办结 3 件: the table counts 4.
    办结 58 件；上年结转 3 件全部办结: it counts 61.
    """
    carried = subject.number(CARRIED_IN)
    if claim.meant != HANDLED or not carried or claim.quantity.value + carried != expected:
        return False
    flat = plain(text)
    lines = (s.text for s in flat.sentences if s.line == claim.sentence.line)
    return any(map(_CARRIED_DONE.search, lines))


@lru_cache(maxsize=64)
def _by_row(text: str, unit: Unit, year: int | None) -> dict[tuple[int, str], list[Quantity]]:
    """Return the figures of a text by paragraph and by what they stand for."""
    found = defaultdict[tuple[int, str], list[Quantity]](list)
    for claim in claims_in(text, unit, year):
        found[claim.sentence.line, claim.meant].append(claim.quantity)
    return found


@lru_cache(maxsize=64)
def _received_in(text: str) -> dict[int, list[Quantity]]:
    """Return the applications that anyone is said to have received, by paragraph."""
    found = defaultdict[int, list[Quantity]](list)
    for sentence in plain(text).sentences:
        for clause in _CAME.finditer(sentence.text):
            for part in quantities(sentence.text, clause.start(), clause.end()):
                if part.unit in COUNTED:
                    found[sentence.line].append(part.moved(sentence.start))
    return found


def _told_beside(claim: Claim) -> Iterator[Quantity]:
    """Yield the figures of a claim's sentence that are no part of it and no application still open.

    Their places are those of the claim's own.
    """
    figures = quantities(claim.sentence.text)
    for part in figures if len(figures) <= FEW else ():
        here = part.moved(claim.sentence.start)
        if not _OF_IT.search(_between(here, claim)) and not _OPEN.match(_clause_of(here, claim)):
            yield here


def _between(part: Quantity, claim: Claim) -> str:
    """Return the words of a claim's sentence between a figure of it and the claim's own."""
    first, second = sorted((part, claim.quantity), key=lambda quantity: quantity.start)
    begin = claim.sentence.start
    return claim.sentence.text[first.end - begin : max(second.start, first.end) - begin]
