"""The reporting body's counterpart in another place, told of where the body itself should be."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from gicapp.core.checks.acting import NO_BODY
from gicapp.core.text.found import Found, find_all

# 某省某市某县: what stands before a body's own words; 城市, 社区 and the like name no place
_PLACES: Final = re.compile(
    r"(?:(?!城市|城区|社区|园区|景区|库区|矿区|林区|牧区|辖区|市场)[\u4e00-\u9fff]{1,8}?"
    r"(?:自治[州县旗]|[省县区盟旗]|州(?!市)|(?<!城)市)(?!场|政|级))+"
)
# 现公布区统计局, 请与县教育局: characters that no county's name has, or none ends with
_NO_NAME: Final = re.compile(
    "[年请与是现有办排众问完专疑设并护调整社的了在对把等以及为由向按过织配助据促受知]"
    "|[开布实维将合报托习交照强][县区旗]|^会同|会同县$|^其中|政府|可从|[省市县区旗][和与及]|反映|介绍|汇总|涵盖|体现|代表"
    f"|^(?:{NO_BODY})|优化|完善|丰富|充实|更新|改进|加强|强化|推动|推进|提升|升级|打造|规范|健全"
)
_SHORTEST: Final = 3  # characters of a body's own words
_COUNTY: Final = "县区旗"
# the kinds of places of which one is not above the other
_PEERS: Final = (_COUNTY, "省")
# 凤鸣区人民政府: what the head of a sentence says that only the body itself can do
_AREA: Final = re.compile(
    r"(?:^|(?<=[。；\n]))(?:20\d\d年度?，?|下一?步，|今后，)?"
    r"(?P<name>(?P<place>(?![我本各全该度])[\u4e00-\u9fff]{2,3}"
    r"(?:(?<![城园社景片辖新发高开各全市老库牧校厂矿林灾地郊山能范税验假住务街])区|县|旗)))"
    r"(?=将(?:进一步|继续|加[强大]|着力|坚持|围绕|以)|(?:人民)?政府网站(?:全年|共|累计|开设|设有|荣?获))",
    re.MULTILINE,
)


def neighbours_in(text: str, name: str) -> Iterator[Found]:
    """Yield where a clause begins with the same body of another county, district or province.

    Group `name` is the other body's. A 市 may be the one above, and is no neighbour, but for
    bodies that no county has.
    """
    pattern = _pattern_of(name)
    if pattern is None:
        return
    for found in find_all(pattern, text):
        place = found["place"]
        is_own = set(place) <= set(name) or any(place[n:] in name for n in range(len(place) - 1))
        if not is_own and _NO_NAME.search(place) is None:
            yield found


@lru_cache(maxsize=16)
def _pattern_of(name: str) -> re.Pattern[str] | None:
    """Return what finds the bodies of this kind at the head of a clause as those who act."""
    place, own = _place(name), _own_words(name)
    peers = next((kinds for kinds in _PEERS if place.endswith((*kinds,))), "")
    if place.endswith("市") and own.endswith("支队"):
        peers = "市"
    if own in ("", "人民政府") and peers == _COUNTY:
        return _AREA
    if len(own) < _SHORTEST or own == "人民政府" or not peers:
        return None
    words = re.escape(own).replace("人民政府", "(?:人民)?政府")
    return re.compile(
        r"(?:^|(?<=[，。；：\n]))(?:20\d\d年度?，?)?(?:按照|根据|依据|对照|围绕|结合)?"
        rf"(?P<name>(?P<place>(?![我本各和与由向经据对全])[\u4e00-\u9fff]{{2,8}}?[{peers}]){words})"
        r"(?![、和与及等转〔（负管下所直或])(?!的(?!(?:政府)?信息公开|政务|统一))",
        re.MULTILINE,
    )


def _place(name: str) -> str:
    match = _PLACES.match(name)
    return match[0] if match else ""


def _own_words(name: str) -> str:
    """Return a body's name without its places; nothing where it has none."""
    place = _place(name)
    return name[len(place) :] if place else ""
