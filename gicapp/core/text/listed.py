"""Where a figure stands among the parts of another: behind 其中, and what is no part even there."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from gicapp.core.text.numbers import Quantity, quantities
from gicapp.core.text.phrases import HANDLED, NEWLY, Phrase
from gicapp.form.values import Number, exact


def last_statement(before: str) -> str:
    """Return the words from the last semicolon on: another matter than a list before it."""
    return before[before.rfind("；") + 1 :]


BRACKETED: Final = re.compile("（[^（）]*）")
# 线下的 7 件中: so many as the whole of what follows
OF_SO_MANY: Final = "[件条份宗项](?:申请)?(?:当?中|里)"


def blotted(text: str, start: int = 0, end: int | None = None) -> str:
    """Return a text with the brackets of a stretch blotted out, every place kept."""
    end = len(text) if end is None else end
    stretch = BRACKETED.sub(lambda aside: "＊" * len(aside[0]), text[start:end])
    return text[:start] + stretch + text[end:]


# 其中 2 件来自上年结转，受理的 16 件申请…: the whole is named anew
_WHOLE_AGAIN: Final = re.compile(
    r"其中\d+[件条份宗项][^，。；\d]{0,4}(?:上一?年度?|20\d\d年度?)[^，。；\d]{0,2}结转(?=，(?:受理|收到|办理)的\d)"
)


def names_a_part(before: str) -> bool:
    """Tell whether words have begun to tell parts of a whole: 其中, unless in closed brackets."""
    return "其中" in _WHOLE_AGAIN.sub("", BRACKETED.sub("", before))


# 其中，2023 年新收…，上年结转…: the balance of the year, row by row
_NEW_NEXT: Final = re.compile(r"其中[，：]?(?:20\d\d年度?|本年度?|今年|当年)?$")
_BALANCE: Final = re.compile(
    r"其中[，：]?(?:20\d\d年度?|本年度?|今年|当年)?新收(?:(?![其办答；]).)*\d"
    r"(?:(?![其办答；]).)*结转(?:(?![其办答；下]).)*\d[^，\d]{0,4}，$"
)
# 引发行政争议 9 件，其中行政复议 5 件: each kind is a row
_BOTH_KINDS: Final = re.compile(
    r"行政争议(?:案件)?(?:共|共计|为)?\d+[件起宗]，其中[，：]?(?:行政复议\d+[件起宗][，、])?$"
)


# 其中，发生 1 起行政复议: what the applications led to, and no part of them
_LED_TO: Final = re.compile(
    r"(?:^|\d[件份宗]?[^，。；\d]{0,12}，)其中[，：]?"
    r"(?:发生|引发|产生|收到|因(?:政府)?信息公开(?:申请)?引[起发]的?)"
    r"(?:行政复议\d+[件起宗][，、])?(?:行政)?$"
    # 受理申请 35 件，其中，行政复议 6 件、行政诉讼 4 件
    r"|申请(?:件|事项)?\d+[件份宗]，其中[，：]?(?:行政复议\d+[件起宗][，、])?(?:行政)?$"
)


# 78 件，其中办结 75 件，结转下年 3 件: what became of all of them
_CLOSED_AND_CARRIED: Final = re.compile(
    r"[^，。；]*\d[^，。；\d]{0,5}(?:，[均都][^，。；\d]*)?[，、；]"
    r"(?:[^，。；\d]{0,4}(?:结转|转结|顺延|转(?=[至到入]?20\d\d年))|\d+[件条份宗项起][^，。；\d]{0,6}结?转)[^，。；]{0,16}"
)
# 80 件，其中自然人 60 件；答复 72 件，答复率 90%: the rate is of all that came in
_WITH_ITS_RATE: Final = re.compile(r"(?:答复|办结)\d+[件条份宗项起]，(?:答复|办结)率")
_AT_ONCE: Final = re.compile("其中[，：]?(?:20\\d\\d年度?|本年度?|今年|年内|全年)?[已共均]*$")


def is_part_of_list(phrase: Phrase, before: str, words: str) -> bool:
    """Tell whether a figure for a whole stands among the parts of another, as no row does."""
    if not phrase.requests:
        said = last_statement(before)
        whole = _BOTH_KINDS.search(said) or _LED_TO.search(said + words[:2])
        return names_a_part(said) and not whole and not is_used_up(said)
    if phrase.meant == HANDLED and (
        _BALANCE.search(before)
        or ("其中" not in last_statement(before) and _WITH_ITS_RATE.match(words))
    ):
        return False
    of_handled = HANDLED in (phrase.meant, *phrase.also)
    if of_handled and _AT_ONCE.search(before) and _CLOSED_AND_CARRIED.match(words):
        return False
    if phrase.name == NEWLY and _NEW_NEXT.search(before):
        return False
    return names_a_part(before) and not is_used_up(before)


# 其中涉及招生政策的复议 3 件、诉讼 2 件
_ON_A_MATTER: Final = re.compile("[，：]?涉及[^，。；、0-9]{1,12}的")


def is_used_up(before: str) -> bool:
    """Tell whether the parts behind 其中 already make up the whole: 11 件，其中网上 11 件."""
    head, _, parts = BRACKETED.sub("", before).rpartition("其中")
    if _ON_A_MATTER.match(parts):
        return False
    wholes = [q.value for q in quantities(head) if q.unit]
    listed = [q.value for q in quantities(parts) if q.unit]
    if not wholes or not listed:
        return False
    # 收到 9 件，上年结转 1 件，其中…: the parts may be of both
    both = wholes[-2:] if "结转" in head else wholes[-1:]
    return _sum(listed) in (wholes[-1], _sum(both))


def _sum(values: list[Number]) -> Number:
    return exact(sum((Decimal(value) for value in values), Decimal(0)))


_JOINED: Final = re.compile("[^，；。：、和及]{0,4}[、和及][^，；。：]*")


def is_one_of_two(text: str, named: Sequence[Quantity]) -> bool:
    """Tell whether the last figure stands beside another, and what follows is of both.

    复议 3 件、诉讼 3 件，其中…; 复议 21 件、诉讼 10 件，占….
    """
    if len(named) < 2 or named[-2].unit != named[-1].unit:
        return False
    return bool(_JOINED.fullmatch(text, named[-2].end, named[-1].start))
