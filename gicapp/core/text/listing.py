"""Lists that a sentence gives for a whole: 154 条，其中政策 20 条，动态 130 条，其他 4 条."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from gicapp.core.text.listed import blotted, is_one_of_two
from gicapp.core.text.numbers import COUNTED, UNITS, Quantity, quantities
from gicapp.core.text.passages import Sentence, plain
from gicapp.core.text.phrases import WAYS
from gicapp.core.text.plain_lists import PLAIN_LIST, is_no_whole, words_before
from gicapp.form.values import Number

_OPENING: Final = re.compile(
    r"[，（]?(?:其中|具体为|分别为|分别是|包括|涵盖)(?:包[括含]|有|为)?[，：]?|："
    r"|，按照?[^，。；：\d]{1,8}(?:划分|分类|分)，|(?<=[件条份宗])(?:新收|收到的?|受理的?)?(?:申请)?当?中"
    f"(?:，|(?={WAYS}|通过))"
)
# 按类型分，政策类 12 条…: a sentence of parts, its whole in the one before
_PARTED: Final = re.compile(
    r"(?:其中(?:包[括含])?|具体包[括含])[，：]?|按照?[^，。；\d]{1,8}(?:划分|分类|分)[，：]"
)
# 公开 56 条（政策 12 条，动态 40 条，财政 4 条）: a list of at least three in brackets
_IN_BRACKETS: Final = re.compile(
    r"（(?=(?:[^（）\d，、；]{2,16}\d+[件条份宗项篇][，、；]){2,12}[^（）\d，、；]{2,16}\d+[件条份宗项篇]）)"
)
# 27 件，较上年减少 16 件，其中…, 94 件，较 2020 年的 61 件净增 33 件，其中…,
# 148 件，平均每月 12 件，其中…: the parts are of the first
_NO_WHOLE: Final = re.compile(
    r"(?:较|比|同比)[^，。；]{0,16}[增减升降多少][^，。；\d]*$|(?:较|比)(?:20\d\d年|上一?年)度?的?$|(?:平均|人均|[每月日周]均|每[月日天周])[^，。；\d]*$"
)
# 收到 27 件，上年结转 1 件，其中…: the parts are of the first, or of both
_CARRIED: Final = re.compile(r"(?:[上前]一?年度?|20\d\d年度?)(?:末)?结转(?:的|申请|来|过来)*$")
_PIECES: Final = frozenset("件条份宗项起例")
_ALIKE: Final = frozenset("件条份宗项篇")
_CLOSE: Final = 50  # the share of the whole that all parts may miss it by, as its inverse
SEVERAL: Final = 3  # parts in the whole's own unit, so that the list is surely one
# 收到 18 件，前两年分别为 11 件和 14 件: figures of other years are no parts
_STATEMENT_END: Final = re.compile(r"[；。]|[前上近去][一两二三四几]?年|20\d\d年")
_MAIN: Final = re.compile("主要(?:包括|有|为|是|涉及)?[，：]?$")
# 报告和公告各 1 件 are two. 直接起诉 4 件，结果维持 4 件: how cases of a kind ended is told
# within the kinds
_NESTED: Final = re.compile(
    r"^(?:未经(?:行政)?复议)?直接起诉\d+[件起宗]，\d+[件起宗](?:结果)?(?:维持|纠正|其他|审结)|"
    r"其中|包括|具体|含|分别|（|各\d|\d+[件条份宗项起]，(?:[均都]?(?:为(?![民企农])|[系即是])|属于?|含)[^，。；、\d]{2,16}\d|(?:直接起诉|复议后|行政复议|诉讼)[^。\d]{0,12}\d+[^。\d]{0,24}(?:维持|纠正|审结|其他结果)"
)
# words with which a clause begins a new statement, not a further part
_NEW_STATEMENT: Final = re.compile(
    r"[，；](?:开展|举办|召开|组织|共?受理|共?收到|回复|办理|办结|全年|同时|答复(?=公开)|仅|光是|另|此外|年内|结转|上年|已|均|均已"
    r"|较|比|同比|累计|总|阅读|浏览|访问|点击|关注|粉丝|达|参与|吸引|全部|按"
    r"|(?:作出|实施|查处)了?行政(?:许可|处罚|强制)|制[定发][^，。；\d]{0,4}规范性文件"
    r"|(?:主动)?向[^，。；\d]{2,14}(?:报送|移交|推送))"
)
REST: Final = re.compile(r"其[他它]")


@dataclass(frozen=True)
class Listing:
    """A whole and the parts that a sentence lists for it; places of the plain text.

    `further` are counted figures behind the list, which may still be parts of it; `main`: the
    list names only the larger parts; `carried`: what came from last year beside the whole.
    """

    whole: Quantity
    parts: tuple[Quantity, ...]
    words: str
    further: tuple[Quantity, ...] = ()
    main: bool = False
    carried: Number | None = None

    def same_unit(self) -> tuple[Quantity, ...]:
        """Return the parts in the whole's unit; all of them where 件 and 条 stand for the same."""
        same = tuple(part for part in self.parts if part.unit == self.whole.unit)
        if self.whole.unit in _PIECES and len(same) < len(self.parts):
            units = {part.unit for part in self.parts}
            if units <= _PIECES and (not same or self._is_near_whole()):
                return self.parts
        return self.parts if self._is_of_mixed_units(same) else same

    def _is_of_mixed_units(self, same: tuple[Quantity, ...]) -> bool:
        """Tell whether parts in other units bring the list almost to its whole.

        306 条，其中报告 1 篇，公开稿 18 条，新闻 273 条，通知 12 条，建议答复 3 篇.
        """
        if not SEVERAL <= len(same) < len(self.parts) or self.whole.unit not in _PIECES:
            return False
        if any(part.unit not in COUNTED for part in self.parts):
            return False
        alike, everything = (
            abs(sum((Decimal(part.value) for part in parts), Decimal(0)) - self.whole.value)
            for parts in (same, self.parts)
        )
        return everything < alike and everything * _CLOSE <= self.whole.value

    def adds_up(self) -> bool:
        """Tell whether the parts make up the whole."""
        return self.distance() == 0

    def distance(self) -> Decimal:
        """Return by how much the parts miss their whole."""
        total = sum((Decimal(part.value) for part in self.same_unit()), Decimal(0))
        return abs(total - self.whole.value)

    def _is_near_whole(self) -> bool:
        """Tell whether all parts together come so near to the whole that all are of it."""
        total = sum((Decimal(part.value) for part in self.parts), Decimal(0))
        return len(self.parts) >= 3 and abs(total - self.whole.value) * 10 <= self.whole.value


# 主动公开 475 条。历年累计 2979 条。类别主要涉及…。其中公告类 159 条…: what stands between
_BETWEEN: Final = re.compile(
    r"历年(?:来)?累计[^，。；\d]*\d+[条件]。|[^。\d]{0,8}(?:类别|内容)(?:主要)?(?:涉及|包[括含]|有)[^。\d]*。"
)
_IN_ALL_YEARS: Final = re.compile(r"历年(?:来)?累计[^，。；\d]*$")
_SEVERAL_FIGURES: Final = re.compile(r"\d[^\d]+\d")


@lru_cache(maxsize=64)
def listings_in(text: str) -> tuple[Listing, ...]:
    """Return the lists of a text that give a whole and at least two parts."""
    found: list[Listing] = []
    before: Sentence | None = None
    for sentence in plain(text).sentences:
        if _SEVERAL_FIGURES.search(sentence.text):
            own = tuple(_listings_of(sentence, before))
            told = {listing.whole.start for listing in own}
            found += own
            found += (i for i in _inner_listings(sentence) if i.whole.start not in told)
        if before is None or before.line != sentence.line or not _BETWEEN.fullmatch(sentence.text):
            before = sentence
    return tuple(found)


def _listings_of(sentence: Sentence, before: Sentence | None) -> Iterator[Listing]:
    """Yield the list of a sentence, read so that it comes nearest to its whole."""
    head = _head_of(sentence, before)
    if head is None:
        return
    if _NESTED.search(sentence.text, head.start, head.end):
        sentence = _without_asides(sentence, head)
    listed = _counted(sentence.text, head.start, head.end)
    parts = _without_sums(sentence.text, _without_vessels(sentence.text, listed))
    if len(parts) >= 2 and not _NESTED.search(sentence.text[head.start : head.end]):
        yield min(_readings(sentence, head, parts), key=Listing.distance)


# 248 条，其中网站发布 36 条，其中概况 19 条，公告 14 条，其他 3 条；公众号 212 条;
# 公开…；权力信息 197 条，其中许可 123 条，处罚 6 条，其他 45 条
_INNER: Final = re.compile(
    r"(?:其中|；)[^。；]*?\d+[条件篇]，(?P<opening>(?:其中|包[括含]|具体为)[，：]?)(?P<parts>(?:[^。；（）]|（[^（）\d]*）)*)"
)
# 动态 468 条，公示 38 条（公告 13 条，解读 16 条，党建 3 条，预决算 6 条）: the bracket ends it
_INNER_BRACKETS: Final = re.compile(
    r"(?<!\d)\d{1,9}[条件篇份](?P<opening>（(?:其中|包[括含])?[，：]?)(?P<parts>[^（）；：]*)）"
)
# how those of a kind ended follows each kind; 报告和公告各 1 件 are two
_MORE_THAN_TOLD: Final = re.compile(r"直接起诉|复议后|各\d")
_IN_BRACKETS_LEAST: Final = 4  # of fewer it may name some only


def _inner_listings(sentence: Sentence) -> Iterator[Listing]:
    """Yield the lists of parts whose end is said: by 其他 or by a bracket."""
    for match in (*_INNER.finditer(sentence.text), *_INNER_BRACKETS.finditer(sentence.text)):
        start, end = match.span("parts")
        wholes = _counted(sentence.text, match.start(), match.start("opening"))
        parts = _counted(sentence.text, start, end)
        # 第 3 件，其中…: counts nothing
        if not wholes or len(parts) < SEVERAL or _MORE_THAN_TOLD.search(match["parts"]):
            continue
        whole = wholes[-1]
        is_closed = (
            len(parts) >= _IN_BRACKETS_LEAST
            if match.re is _INNER_BRACKETS
            else REST.search(sentence.text, parts[-2].end, end)
        )
        if is_closed and all(part.unit == whole.unit for part in parts):
            moved = tuple(part.moved(sentence.start) for part in parts)
            yield Listing(whole.moved(sentence.start), moved, match["parts"])


def _without_vessels(text: str, parts: list[Quantity]) -> list[Quantity]:
    """Return the parts without those that only hold what is counted next: 5 期 40 例."""
    return [
        part
        for part in parts
        if not any(text[part.end : other.start] == part.unit for other in parts)
    ]


# 予以公开 98 件、部分公开 25 件，合计 123 件: no further part
_SUM_SO_FAR: Final = re.compile(
    "(?:合计|共计|总计|小计|一共|二者共|两者共|，共|[的类项种]共)[^，。；、\\d]{0,2}$"
)


_SAID_BEFORE: Final = 8  # characters before a figure that say it is a sum


def _without_sums(text: str, parts: list[Quantity]) -> list[Quantity]:
    """Return the parts without those that only sum up parts before them."""
    kept: list[Quantity] = []
    for part in parts:
        said = _SUM_SO_FAR.search(text, max(0, part.start - _SAID_BEFORE), part.start)
        sums = accumulate(Decimal(each.value) for each in reversed(kept)) if said else ()
        if part.value not in tuple(sums)[1:]:  # of two parts at least
            kept.append(part)
    return kept


def _without_asides(sentence: Sentence, head: "_Head") -> Sentence:
    """Return the sentence with the brackets in its list blotted out, every place kept.

    公文类 90 份（含公告 3 份、预决算 3 份），其他 14 份: those are parts of a part.
    """
    return replace(sentence, text=blotted(sentence.text, head.start, head.end))


class _Head(NamedTuple):
    """The whole of a list, and from where to where in its sentence the parts stand."""

    whole: Quantity
    start: int
    end: int
    carried: Number | None = None


def _head_of(sentence: Sentence, before: Sentence | None) -> _Head | None:
    """Return the head of a sentence's list; its whole may stand alone in the sentence before."""
    text, parted = sentence.text, _PARTED.match(sentence.text)
    openings = (
        *_OPENING.finditer(text),
        *(PLAIN_LIST.finditer(text) if parted is None else ()),  # parts have none of their own
        *_IN_BRACKETS.finditer(text),
    )
    opening = next((m for m in openings if _ends_with_figure(text, m.start())), None)
    if opening is not None:
        said = _outside_asides(text, opening.start())
        named = tuple(q for q in said if not _NO_WHOLE.search(text[: q.start])) or said
        carried: Number | None = None
        if len(named) > 1 and _CARRIED.search(text, 0, named[-1].start):
            named, carried = named[:-1], named[-1].value
        if is_one_of_two(text, named) or is_no_whole(text, opening, named):
            return None
        whole, start = named[-1].moved(sentence.start), opening.end()
        end = _end_of_list(text, start, named[-1], in_brackets=opening[0].startswith("（"))
        return _Head(whole, start, end, carried)
    if parted is None or before is None or not _is_right_behind(sentence, before):
        return None
    told = blotted(before.text)  # 以改造为主（9 件）。其中…: not of those
    counted = [
        q
        for q in _counted(told)
        if not _NO_WHOLE.search(told[: q.start]) and not _IN_ALL_YEARS.search(told, 0, q.start)
    ]
    if any(_CARRIED.search(told, 0, q.start) for q in counted[-1:]):
        return None  # 新收 97 件。上年结转 5 件。其中…: not of the five
    if len(counted) > 2 and counted[0].value == sum(Decimal(each.value) for each in counted[1:]):
        counted = counted[:1]  # 新收 29 件，自然人 24 件，企业 5 件。其中，网络 16 件…
    if len(counted) != 1:
        return None
    start = parted.end()
    return _Head(counted[0].moved(before.start), start, start + length_of_list(text[start:]))


def _is_right_behind(sentence: Sentence, before: Sentence) -> bool:
    """Tell whether a sentence of parts is of the one before; 具体包括… may be a line of its own."""
    next_line = before.line + 1 == sentence.line and sentence.text.startswith("具体")
    return before.line == sentence.line or next_line


def _end_of_list(text: str, start: int, whole: Quantity, *, in_brackets: bool) -> int:
    """Return where the list of a whole ends that begins at a place."""
    closed = blotted(text, start).find("）", start) if in_brackets else -1
    if closed >= 0:
        return closed
    end = start + length_of_list(text[start:])
    sign = text.find("；", start, end)
    # 不予公开 12 件；无法提供 44 件，其中不掌握 37 件；不予处理 10 件: the whole is one of a list;
    # 补贴类有 44 条，包括发放名册、购置公示等；质量检测 25 条: its own parts have no figures
    # 监管类 88 条，其中典型案例 12 起；药品类 46 条: what is counted otherwise is no part of it
    if sign < 0:
        return end
    parts = quantities(text, start, sign)
    is_over = "；" in text[: whole.start] or not any(_are_alike(part, whole) for part in parts)
    return sign if is_over else end


def _are_alike(part: Quantity, whole: Quantity) -> bool:
    """Tell whether a part is counted as its whole is, or as papers of either kind are."""
    return not whole.unit or part.unit == whole.unit or {part.unit, whole.unit} <= _ALIKE


def _outside_asides(text: str, end: int) -> tuple[Quantity, ...]:
    """Return the figures before a place; not those in brackets, where there are others."""
    return quantities(blotted(text, 0, end), 0, end) or quantities(text, 0, end)


def _counted(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    figures = quantities(text, start, end)
    return [q for q in figures if q.unit in COUNTED and not _is_of_a_name(text, q)]


# 残疾人两项补贴配合公示 21 条: a number that belongs to a name
_IN_A_NAME: Final = re.compile(f"[一二两三四五六七八九十](?:{UNITS})[\u4e00-\u9fff]")


def _is_of_a_name(text: str, figure: Quantity) -> bool:
    """Tell whether a numeral stands before the words of a name, among figures in digits."""
    named = _IN_A_NAME.match(text, figure.start)
    return bool(named) and re.search(r"\d[件条份宗项]", text) is not None


def _readings(sentence: Sentence, head: _Head, parts: list[Quantity]) -> Iterator[Listing]:
    """Yield the ways in which a list may be meant, the plain one first."""
    text, (whole, start, end, carried) = sentence.text, head
    main = bool(_MAIN.search(text, 0, start))

    def read(listed: list[Quantity], last: int) -> Listing:
        moved = tuple(part.moved(sentence.start) for part in listed)
        further = tuple(_counted(text, last))
        return Listing(whole, moved, text[start:last], further, main, carried)

    yield read(parts, end)
    bare = [replace(q, unit=whole.unit) for q in quantities(text, start, end) if _is_bare(text, q)]
    if bare:
        yield read(sorted([*parts, *bare], key=lambda part: part.start), end)
    for count, (part, following) in enumerate(pairwise(parts), 1):
        if count >= 2 and REST.search(text, parts[count - 2].end, part.start):
            yield read(parts[:count], following.start - len(words_before(text, following)))
        if count >= 2 and "；" in text[part.end : following.start]:  # the same told in other parts
            yield read(parts[:count], text.index("；", part.end))
    last = _LAST_PART.fullmatch(text, end)
    if last is not None and last["unit"] == whole.unit:
        yield read(_counted(text, start), len(text))


# 通知公告34工作动态信息12条: the unit and the comma behind 56 are lost
_RUN_ON: Final = re.compile(
    "(?![家人名场张幅处类季轮版户所台套页字批倍分秒米层路站位款则次会年月日])"
    f"[\u4e00-\u9fff]{{2,16}}\\d+(?:{UNITS})"
)
_OF_A_NAME: Final = re.compile("[\u4e00-\u9fff]$")
# ，回复信函申请公开事项8条。: a verb, and yet the last part of a list; cases are none
_LAST_PART: Final = re.compile(
    rf"[，；](?![^，；。]*(?:复议|诉讼))[^，、；。\d]{{2,24}}\d+(?P<unit>{UNITS})。?"
)


def _is_bare(text: str, number: Quantity) -> bool:
    """Tell whether a figure of a list has lost its unit, and the next part runs on."""
    named = _OF_A_NAME.search(text[: number.start])
    return not number.unit and bool(named and _RUN_ON.match(text, number.end))


# 16 件，全部为自然人提出，没有上年结转，其中…
_SAID_OF_ALL: Final = re.compile(
    f"(?:{UNITS})(?:申请)?(?:，(?:均|都|全部)[为由系是]?[^，。；\\d]{{2,10}}|，(?:没有|无|未有)[^，。；\\d]{{0,8}}结转[^，。；\\d]{{0,4}})+"
)
_FAR: Final = 48  # characters before a list in which its whole may stand
_NEAR: Final = 8  # characters between them that may be any


def _ends_with_figure(text: str, end: int) -> bool:
    """Tell whether a counted figure stands right before a place."""
    before = quantities(text, max(0, end - _FAR), end)
    if not before or before[-1].unit not in COUNTED:
        return False
    last = before[-1]
    if _SAID_OF_ALL.fullmatch(text, last.end, end):
        return True
    is_near = end - last.end <= len(last.unit) + _NEAR
    return is_near and not _STATEMENT_END.search(text, last.end, end)


def length_of_list(rest: str) -> int:
    """Return how many characters of the words behind a whole may be its list."""
    statement = _NEW_STATEMENT.search(rest)
    return statement.start() if statement else len(rest)
