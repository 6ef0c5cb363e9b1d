"""Lists that must add up within one sentence: N-12."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.checks.text_balance import find_balances
from gicapp.core.checks.text_large_parts import find_large_parts
from gicapp.core.checks.text_ways import find_ways
from gicapp.core.finding import Finding, Severity
from gicapp.core.slip import is_slip
from gicapp.core.text.listing import REST, SEVERAL, Listing, listings_in
from gicapp.core.text.numbers import Quantity, quantities
from gicapp.core.text.outcomes import CLASSES_NAMED
from gicapp.core.text.passages import plain
from gicapp.core.text.phrases import HANDLED, NEW, RECEIVED
from gicapp.core.text.shares import parts_have_shares
from gicapp.core.text.ways import WAY
from gicapp.form.values import Number, exact, show

# results of applications, not 信息公开目录 and the like
_RESULTS: Final = re.compile(
    r"(?<!信息)(?<!政务)(?<!主动)公开(?!目录|指南|制度|年报|平台|专栏|栏目|信息|类)(?![^，。；\d]{0,36}信息\d)|不予|无法提供|处理|结转|掌握|自然人|法人"
)
_REMAINDER: Final = re.compile("(?:其余|余下)(?:的)?[0-9]+[件条份宗项起](?:[为是系由在]|，|。|$)")
_COUNTED: Final = re.compile(r"\d(?!.*%。?$)")  # 占 75% tells no part
_NEAR: Final = Decimal("0.98")  # so near to the whole, a list is meant to be complete
_NEARLY: Final = Decimal("0.92")  # or so near, and one digit off
_FAR_OFF: Final = Decimal("0.05")  # parts that far off are not all of it
_LARGE: Final = Decimal("0.7")  # a list closed by 其他 that makes less of it leaves more out
_HALF: Final = Decimal("0.5")
_ONLY_A_FEW: Final = 3


def find_breakdowns(subject: Subject) -> Iterable[Finding]:
    """Report lists whose parts do not add up to the whole that the sentence gives."""
    for section, text in subject.texts.items():
        for listing in listings_in(text):
            total = _wrong_total(subject, listing)
            if (
                total is None
                or _stands_before(text, listing, total)
                or _goes_on(text, listing, total)
            ):
                continue
            whole = listing.whole
            # parts below their whole may be only some of them: that is worth no more than a hint
            over = total > whole.value and not _has_the_whole(listing)
            added = listing.same_unit()
            parts = "＋".join(f"{show(p.value)}{'余' if p.about else ''}" for p in added)
            more = "余" if any(part.about for part in added) else ""
            yield Finding(
                rule="text.breakdown",
                severity=Severity.WARNING if over or _ends_with_rest(listing) else Severity.HINT,
                section=int(section),
                message=f"{place_of(subject.form, section)}写明{show(whole.value)}{whole.unit}，"
                f"所列各项{parts}＝{show(total)}{more}{whole.unit}，相差"
                f"{show(exact(abs(Decimal(total) - whole.value)))}{more}{whole.unit}，"
                "请核对总数和各项数字。",
                span=plain(text).span(whole.start, whole.end),
                expected=show(total),
                actual=show(whole.value),
            )


def _find_all(subject: Subject) -> Iterator[Finding]:
    """Report whatever in a list or a balance does not add up."""
    yield from find_breakdowns(subject)
    yield from find_large_parts(subject)
    yield from find_balances(subject)
    yield from find_ways(subject)


def _wrong_total(subject: Subject, listing: Listing) -> Number | None:
    """Return what the parts add up to when that is surely not the whole, else None."""
    whole, same = listing.whole.value, listing.same_unit()
    about = [part for part in same if part.about]
    if len(same) < 2 or listing.whole.about or not all(map(_is_at_least, about)):
        return None
    if _is_unclear(listing, same):
        return None
    total = exact(sum((Decimal(part.value) for part in same), Decimal(0)))
    within = not whole or all(part.value <= whole for part in listing.parts)
    one_list = (within and _is_ways(listing)) or _is_one_breath(listing.words)
    short = bool(about) and total < whole  # 1600 余条: the sum can only be more
    of_both = listing.carried is not None and total == whole + listing.carried
    if (
        short
        or of_both
        or _is_beyond_a_slip(listing, total)
        or (_has_the_whole(listing) and not one_list)
    ):
        return None
    if not _is_complete(listing, total):
        # ways of asking leave nothing out, but for what the table counts so
        if not _are_all_ways(listing, total) or _stands_in_table(subject, total):
            return None
    elif _RESULTS.search(listing.words) and (
        _stands_in_table(subject, total)
        or _is_first_of_results(subject, listing, total)
        or _leaves_a_class(subject, listing, total)
    ):
        return None
    return total


def _is_unclear(listing: Listing, parts: Sequence[Quantity]) -> bool:
    """Tell whether it is open what the parts are of, or whether some of them make up the whole."""
    words, whole = listing.words, listing.whole
    if _UNCLEAR.search(words) or _PARTED_AGAIN.match(words) or parts_have_shares(listing):
        return True
    collapsed = sum(Decimal(part.value) for part in _without_parts_of_parts(parts, listing.parts))
    parted = collapsed != sum(Decimal(part.value) for part in parts)
    further = tuple(part for part in listing.further if part.unit == whole.unit)
    # 予以公开 21 件；无法提供 15 件，不掌握 9 件、没有现成信息 6 件；另有 1 件…
    behind = [Decimal(part.value) for part in further if parted]
    sums = tuple(accumulate([collapsed, *behind]))
    adds_up = whole.value in sums or (_is_mixed(listing) and _firsts(listing) == whole.value)
    if adds_up or _is_ways(listing):
        return adds_up
    reached = ((*parts, *further), (*listing.parts, *listing.further))
    may_be_nested = listing.distance() > whole.value * _FAR_OFF and _is_nested(parts)
    return may_be_nested or any(_reaches(told, whole.value) for told in reached)


def _stands_before(text: str, listing: Listing, total: Number) -> bool:
    """Tell whether the paragraph gave before what the parts make: then they are parts of that.

    收到申请 7 件。…以安置材料为主，占 5 件。其中 3 件邮寄，4 件当面递交;
    制发 126 件，主动公开 60 件，其中规范性文件 3 件，依申请公开 41 件，不予公开 25 件.
    """
    flat, whole = plain(text), listing.whole
    before = quantities(flat.text, flat.paragraph_start(whole.start), whole.start)
    ends = (*accumulate(Decimal(part.value) for part in reversed(listing.same_unit())),)
    wholes = {total, *(whole.value + some for some in ends[1:])}
    return any(each.value in wholes and each.unit == whole.unit for each in before)


_WHATEVER: Final = re.compile(r"(?<![\d.])\d{1,6}(?=[\u4e00-\u9fff])(?!年|月|日)")


def _goes_on(text: str, listing: Listing, total: Number) -> bool:
    """Tell whether what is counted otherwise right behind the parts makes up the whole.

    983 条，其中目录信息 491 条，动态 158 条，专题 330 条，组织发布会 3 场，开展访谈 1 期.
    """
    flat, last = plain(text), listing.parts[-1].end
    sentence = flat.sentence_at(listing.parts[-1].start)
    end = last if sentence is None else sentence.end
    behind = (int(match[0]) for match in _WHATEVER.finditer(flat.text, last, end))
    return Decimal(listing.whole.value) - total in tuple(accumulate(behind))


def _are_all_ways(listing: Listing, total: Number) -> bool:
    """Tell whether a list that falls short of its whole names the ways of asking, all of them."""
    told = (*listing.same_unit(), *listing.further)
    if listing.main or not _is_ways(listing) or _reaches(told, listing.whole.value):
        return False
    return "等" not in listing.words and Decimal(total) >= listing.whole.value * _HALF


# 信息 6，: a part without its unit is not counted; 上年末为 26 件, 第 1 件,
# 9 件属于行政查询事项、2 件属于过程性信息，这 11 件均不予公开: no part;
# 增加 8 件，其中部门增加 9 件、乡镇减少 1 件: one is taken off; 许可 68 条共 417 份: counted twice
_UNCLEAR: Final = re.compile(
    r"[一-鿿]\d{1,9}[，、；。]|(?:上一?年|去年|20\d\d年|期)[初末底]|第[\d一二三四五六七八九十]+[件条份宗项]|[两二三]者"
    r"|(?:减少|下降|回落)了?\d{1,9}[件条份宗项]"
    r"|(?:这|上述|前述|(?<=[，；。])以上)\d+[件条份宗项]|\d[条件项]共\d+份"
)


# 在 38 件中，年内办结 36 件，予以公开 16 件…: the results are of the 36
_PARTED_AGAIN: Final = re.compile(
    r"[^，。；\d]{0,8}(?:办结|答复|办理完?毕?|完成)(?:了|的|申请)*\d+[件条份宗项起][^，。；\d]{0,4}[，；：][^。]*(?:公开|提供)"
)


_FAR_OVER: Final = Decimal("1.5")


def _is_beyond_a_slip(listing: Listing, total: Number) -> bool:
    """Tell whether parts miss their whole by more than one figure mistyped makes.

    Then they are hardly all of it: 22 件为自然人，5 件为企业；21 件网上，7 件窗口. A list with one
    sign between its parts is one, though, unless they exceed the whole by far.
    """
    whole = listing.whole.value
    if not whole or (not _is_mixed(listing) and Decimal(total) <= whole * _FAR_OVER):
        return False
    over = Decimal(total) - whole
    slips = [(part.value, part.value - over) for part in listing.same_unit()]
    slips.append((whole, Decimal(total)))
    return not any(said and meant > 0 and is_slip(said, exact(meant)) for said, meant in slips)


def _is_mixed(listing: Listing) -> bool:
    """Tell whether commas stand beside semicolons: parts of a part, or another matter."""
    listed = listing.words.rstrip("；。，")
    return "；" in listed and bool(re.search(r"[，：][^；\d]*\d", listed))


def _firsts(listing: Listing) -> Decimal:
    """Return what the first figures between semicolons add up to.

    速报 146 条，3 级以上 9 条；动态 421 条；其他 77 条: the nine are of the 146.
    """
    counted = (quantities(told) for told in listing.words.split("；"))
    return sum((Decimal(told[0].value) for told in counted if told), Decimal(0))


def _without_parts_of_parts(
    alike: Sequence[Quantity], parts: Sequence[Quantity]
) -> Iterator[Quantity]:
    """Yield the parts in the whole's unit but for those that only part one before them.

    执法类 387 条，公示决定 359 件、检查结果 28 条: the 28 are of the 387.
    """
    over = 0
    for place, part in enumerate(parts):
        if place < over:
            continue
        if part in alike:
            yield part
        total = Decimal(0)
        for count, following in enumerate(parts[place + 1 :], 1):
            total += following.value
            if count >= 2 and total == part.value:
                over = place + 1 + count


def _is_nested(parts: Sequence[Quantity]) -> bool:
    """Tell whether the first part is parted further: 33 件已办结，答复 27 件，撤回 6 件."""
    first, *others = (Decimal(part.value) for part in parts)
    return len(others) > 1 and sum(others) == first


def _is_at_least(part: Quantity) -> bool:
    """Tell whether a part is written so that it can only be more: 1600 余条."""
    return part.within is not None and part.within[0] == part.value


def _has_the_whole(listing: Listing) -> bool:
    """Tell whether one part alone is the whole or more, as the next matter may well be."""
    return any(part.value >= listing.whole.value for part in listing.same_unit())


def _is_one_breath(words: str) -> bool:
    """Tell whether a list is joined by 、 and 以及, so that no other matter begins in it."""
    figures = quantities(words)
    listed = words[: figures[-1].start].replace("，以及", "、") if figures else "，"
    return not re.search("[，；：]", listed)


def _is_ways(listing: Listing) -> bool:
    """Tell whether each clause with a figure names a way of asking, as no other matter does."""
    clauses = [clause for clause in re.split("[，、；]", listing.words) if _COUNTED.search(clause)]
    wrong = exact(sum((Decimal(part.value) for part in listing.parts), Decimal(0)))
    return all(WAY.search(clause) for clause in clauses) and wrong != listing.whole.value


def _reaches(parts: tuple[Quantity, ...], whole: Number) -> bool:
    """Tell whether the first two or more parts add up to the whole; other matters may follow."""
    total = Decimal(0)
    for count, part in enumerate(parts, 1):
        total += part.value
        if count >= 2 and total == whole:
            return True
    return False


def _is_complete(listing: Listing, total: Number) -> bool:
    """Tell whether a list is meant to name every part."""
    if not listing.whole.value:  # 上年转来 0 件，其中网络申请 9 件…: of another whole
        return 0 < total <= _ONLY_A_FEW
    share = Decimal(total) / Decimal(listing.whole.value)
    is_closed = _ends_with_remainder(listing) and share >= _HALF
    if share > 1 or is_closed or _BY_ATTRIBUTE.search(listing.words):
        return True
    one_digit = _is_one_digit(listing.whole.value - Decimal(total))
    if _PROPOSALS.fullmatch(listing.words):
        return is_slip(listing.whole.value, total)
    if one_digit and share >= _NEAR and _SITE_AND_MEDIA.search(listing.words):
        return total >= _HUNDRED
    if (
        listing.main
        or len(listing.same_unit()) < SEVERAL - _ends_with_rest(listing)
        or listing.words.rstrip("。；，").endswith("等")
        or (_tells_other_matters(listing.words) and not _ends_with_rest(listing))
    ):
        return False
    names_all = (
        _ends_with_rest(listing)
        or bool(_SITE_CLASSES.search(listing.words))
        or (one_digit and _names_all_kinds(listing))
    ) and (share >= _MOST or not _OF_A_SITE.search(listing.words))
    least = _NEARLY if one_digit else _NEAR
    return share >= (_LARGE if names_all else least)


# 主动公开 198 条，依申请公开 142 条，不予公开 137 条: there is no fourth
_BY_ATTRIBUTE: Final = re.compile(
    r"^[^，。；\d]{0,8}主动公开[^，。；\d]*\d+[条份件][，、]依申请公开(?:[^，。；\d]*\d+[条份件][，、]|[及和与])不予公开"
)


def _tells_other_matters(words: str) -> bool:
    """Tell whether a list goes on to other matters behind a semicolon, as some signs say.

    机构 16 条；动态 42 条；人事 5 条；年报 1 条: with no other sign it is one list.
    """
    told = words.rstrip("；。，").split("；")
    return len(told) > 1 and (
        len(told) < _KINDS or any(len(quantities(each)) != 1 for each in told)
    )


def _names_all_kinds(listing: Listing) -> bool:
    """Tell whether a list names kinds of which there were none: who does so names them all.

    82 条，其中要闻 52 条、公告 14 条、规划 0 条、文件 2 条、标准 1 条、预决算 3 条、应急 0 条.
    """
    values = [part.value for part in listing.same_unit()]
    return 0 in values and len(values) >= _KINDS


_KINDS: Final = 5
_MOST: Final = Decimal("0.75")
_HUNDRED: Final = 100  # of fewer a rest of one is no slip of the pen
# 建议、提案 45 件。其中，市人大代表建议 14 件，市政协提案 21 件: there are no others
_PROPOSALS: Final = re.compile(r"[^，。；\d]*建议\d+件[，、][^，。；\d]*提案\d+件[。；]?")
# the three classes that a government site's yearly return parts all it published in; what other
# media published may be counted in the whole
_SITE_CLASSES: Final = re.compile(r"概况.*动态.*目录[^，。；\d]*\d+条[，。；]?$")
_OF_A_SITE: Final = re.compile("(?=.*概况)(?=.*动态).*目录")
# 812 条，其中，门户网站公开 315 条，政务新媒体公开 487 条: there is hardly a third place
_SITE_AND_MEDIA: Final = re.compile(
    r"^[^，。；\d]*网站[^，。；\d]*\d+条[，、][^，。；\d]*(?:新媒体|公众号)"
    r"|^[^，。；\d]*动态[^，。；\d]*\d+条[，、][^，。；\d]*目录[^，。；\d]*\d+条[。；]?$"
)


def _is_one_digit(difference: Decimal) -> bool:
    """Tell whether a difference is 1, 10, 100 …: what one digit wrong by one makes."""
    return str(difference).rstrip("0") == "1"


def _ends_with_remainder(listing: Listing) -> bool:
    """Tell whether the list closes with all that remain: 当面申请 5 件，其余 42 件为网上申请."""
    counted = [part for part in re.split("[，；、]", listing.words) if re.search(r"\d", part)]
    return len(counted) > 1 and bool(_REMAINDER.match(counted[-1]))


def _ends_with_rest(listing: Listing) -> bool:
    """Tell whether the list closes with 其他, so that nothing is left out."""
    counted = [part for part in re.split("[，；、]", listing.words) if re.search(r"\d", part)]
    return bool(counted) and bool(REST.search(counted[-1]))


def _is_first_of_results(subject: Subject, listing: Listing, total: Number) -> bool:
    """Tell whether a whole is but the first of results: 公开 42 件，其中部分公开 7 件；其他…."""
    over = total > listing.whole.value and "；" in listing.words
    return over and not _stands_in_table(subject, listing.whole.value)


_OF_APPLICANTS: Final = re.compile("自然人|法人|企业|个人")


def _leaves_a_class(subject: Subject, listing: Listing, total: Number) -> bool:
    """Tell whether a list of results is short of a class that it does not name: 其他处理 3 件."""
    rest = Decimal(listing.whole.value) - total
    if _OF_APPLICANTS.search(listing.words):
        return False
    unnamed = (row for row, words in CLASSES_NAMED if not words.search(listing.words))
    return rest > 0 and any(subject.number(row) == rest for row in unnamed)


def _stands_in_table(subject: Subject, total: Number) -> bool:
    """Tell whether the parts are the year's applications or results, counted lawfully otherwise."""
    table = [subject.number(figure) for figure in (NEW, RECEIVED, HANDLED)]
    return any(number is None or number == total for number in table)


RULES: Final = (
    Rule(
        name="text.breakdown",
        ids=("N-12",),
        severity=Severity.WARNING,
        states="正文写明总数并逐项列出的，各项之和应当等于总数；"
        "同一句写明收到、办结和结转的，收办应当平衡；"
        "按申请方式逐项写明而没有写总数的，各项之和应当等于第三部分表格的本年新收。",
        source="核校实践",
        find=_find_all,
        dismissable=True,
    ),
)
