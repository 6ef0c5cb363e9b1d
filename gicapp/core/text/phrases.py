"""What a phrase for a figure of the tables is, and the words that all kinds of phrases share.

Verbs, nouns and traps are those met in published reports.
"""

import re
from dataclasses import dataclass
from typing import Final

from gicapp.core.text.numbers import NUMBER

NEW: Final = "requests.new.total"
CARRIED_IN: Final = "requests.carried_in.total"
HANDLED: Final = "requests.handled.total"
CARRIED_OUT: Final = "requests.carried_out.total"
RECEIVED: Final = f"sum({NEW},{CARRIED_IN})"
GRANTED: Final = "requests.granted.total"
PARTIAL: Final = "requests.partial.total"
REFUSED: Final = "sum(requests.refused.*.total)"
UNAVAILABLE: Final = "sum(requests.unavailable.*.total)"
NOT_PROCESSED: Final = "sum(requests.not_processed.*.total)"
NEWLY: Final = "本年新收"
BY_PERSONS: Final = "requests.new.natural"
RECEIVED_FROM_PERSONS: Final = f"sum({BY_PERSONS},requests.carried_in.natural)"
HANDLED_FOR_PERSONS: Final = "requests.handled.natural"
BY_OTHERS: Final = (
    "sum(requests.new.commercial,requests.new.research,requests.new.nonprofit,"
    "requests.new.legal_service,requests.new.other_org)"
)
REVIEWS: Final = "disputes.review.total"
CORRECTED: Final = "disputes.review.corrected"  # reviews that went against the body
SUITS: Final = "sum(disputes.direct_suit.total,disputes.suit_after_review.total)"


@dataclass(frozen=True)
class Phrase:
    """A phrase: `pattern` finds it with its number; `meant` is the live figure it stands for.

    `also`: other figures that it may lawfully stand for, with `also_after` only behind such
    words; `doubtful`: one that explains the number but is another way of counting. `total`: it
    speaks of a whole, so not behind 其中. `requests`: about applications, so not in a clause on
    letters or proposals. `unless`: words of the clause up to the number that make it mean
    something else; `nowhere`: words that do so anywhere in the sentence; `needs`: words that
    must stand in the sentence up to the number or in its heading; `sign`: what every match holds,
    so that sentences without it are passed over at once; `shared`: its number is said of something
    else as well, as 各 2 件 is. Groups `last` and `next` in the pattern are years.
    """

    name: str
    pattern: re.Pattern[str]
    meant: str
    also: tuple[str, ...] = ()
    also_after: re.Pattern[str] | None = None
    doubtful: str = ""
    total: bool = False
    requests: bool = True
    unless: re.Pattern[str] | None = None
    nowhere: re.Pattern[str] | None = None
    needs: re.Pattern[str] | None = None
    sign: re.Pattern[str] | None = None
    shared: bool = False


# what an application is called
INFO: Final = "(?:政府|政务)?信息"
NOUN: Final = (
    f"(?:{INFO}(?:公开)+(?:的)?(?:依)?申请(?:公开)?|依申请(?:主动|需要)?(?:公开)?(?:{INFO})?(?:公开)?"
    f"|公开{INFO}(?:的)?申请|申请(?:公开)?{INFO}(?:公开)?|公开申请|信息申请|申请公开)"
)
APPLICATION: Final = re.compile(NOUN)
# the ways of asking: one application comes by one of them
WAYS_BUT_LETTERS: Final = (
    "网[上络站]|互联网|线[上下]|在线"
    "|邮[寄件箱政]|快递|传真|现场|当面|书面|纸质|电子|平台|窗口|电话|口头"
)
WAYS: Final = f"{WAYS_BUT_LETTERS}|信[函件]|来[信函]"
TAIL: Final = (
    "(?:的|政府|政务|信息|依?申请|公开|办理|方面|诉求|请求|事项|事件|案件|案例|办?件"
    "|数量|总数|总量|表|书|》)*"
)
COUNT: Final = "(?:数量?)?(?:一?共|共计|合计|总计|累计|总数|总量|为|有|计|达|是|：|数)*"
FILL: Final = r"(?P<fill>[^，。；：\d]{0,40}?)"
N: Final = NUMBER + r"(?:(?<=[件份宗项起例个条封次期篇批部])|(?![\u4e00-\u9fff%元]))"

# what reviews and suits are called
CASES: Final = "(?:申请|案件|应诉|事项|情况|的)*"
SUIT: Final = "(?<!行政复议[、和及与或])(?<!行政复议或者)行政诉讼"
# the second is a heading of the older form
ABOUT_DISCLOSURE: Final = re.compile(
    "信息公开|依申请|申请行政复议[、和及](?:提起)?行政诉讼情况|因答复(?:不服)?引[发起]"
)
