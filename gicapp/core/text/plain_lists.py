"""Lists that no 其中 opens: 9 件，网络申请 3 件，信函申请 6 件."""

import re
from typing import Final

from gicapp.core.text.numbers import Quantity
from gicapp.core.text.phrases import WAYS

# 412 条，通过网站发布 104 条、通过公众号发布 351 条、其他方式公开 17 条: what is other ends it
_PUBLISHED: Final = r"通过[^，。；、\d]{2,24}\d+[条篇件][，、]"
# 9 件，3 件为网络申请，6 件为信函申请; 9 件，网络申请 3 件，信函申请 6 件: without 其中
_WAY_ASKED: Final = rf"(?:{WAYS}|电子邮件)(?:渠道|方式)?申请\d+[件条份宗项]"
_WAY_TOLD: Final = (
    rf"(?:通过)?(?:{WAYS}|电子邮件)(?:渠道|方式|平台)?(?:申请|提交|提出|递交)?的?\d+[件条份宗项]"
)
PLAIN_LIST: Final = re.compile(
    r"，(?=\d+[件条份宗项](?:受理方式)?(?:为|系|是)[^，。；\d]{2,10}[，、]"
    r"\d+[件条份宗项](?:受理方式)?(?:为|系|是)"
    rf"|(?:{_PUBLISHED})+其[他它](?:方式|渠道|途径|平台)[^，。；、\d]{{0,8}}\d+[条篇件][，。；]"
    # 364 条，人事信息 17 条，规划类信息 1 条，…，其他政府信息 19 条
    r"|(?P<kinds>(?:[^，。；、：\d]{1,24}(?:类|信息)\d+[条件][，、]){3,14})其[他它][^，。；、：\d]{0,16}\d+[条件][。；]"
    rf"|{_WAY_ASKED}[，、]{_WAY_ASKED}|{_WAY_TOLD}[，、]{_WAY_TOLD}[，、]{_WAY_TOLD})"
)


def is_no_whole(text: str, opening: re.Match[str], named: tuple[Quantity, ...]) -> bool:
    """Tell whether the last figure before a plain list is itself one of the parts.

    网络申请 58 件, 22 件为自然人; 简介 1 条，规划 3 条，预决算 13 条，采购信息 2 条，….
    """
    if opening.re is not PLAIN_LIST:
        return False
    figure = named[-1]
    said = words_before(text, figure)
    if opening["kinds"] and (named[1:] or said.endswith("类")):
        return True
    is_way = re.search(WAYS, said)
    return bool(is_way) or text.startswith(("为", "系", "是"), figure.end + len(figure.unit))


def words_before(text: str, part: Quantity) -> str:
    """Return the words between the sign before a part and its figure."""
    return re.split("[，、；]", text[: part.start])[-1]
