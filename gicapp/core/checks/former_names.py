"""A body's name before the reform of 2018, used of itself as if it still stood (Y-08)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from gicapp.core.text.passages import Sentence

# what a body is called now, and what it, or one that became part of it, was called before
_RENAMED: Final = tuple(
    (re.compile(new), old)
    for new, old in (
        ("自然资源", "国土资源局|城乡规划局|国土资源和规划局|国土和规划局"),
        ("应急管理局", "安全生产监督管理局|安监局"),
        (
            "市场监[督管]",
            "食品药品监督管理局|食品药品监管局|食药监局|工商行政管理局|工商局|质量技术监督局|质监局"
            "|工商和质量监督管理局|市场和质量监督管理局",
        ),
        ("生态环境", "环境保护局|环保局"),
        (
            "文化.{0,8}旅游",
            "旅游局|旅游发展委员会|文化局|文化体育局|文化广电新闻出版局|文体广电新闻出版局"
            "|文化体育广电新闻出版局|文广新局",
        ),
        ("农业农村", "农业局|农业委员会|农牧局|农委|扶贫开发办公室|扶贫办|乡村振兴局"),
        (
            "卫生健康|卫健",
            "卫生和计划生育局|卫生和计划生育委员会|卫生计生局|卫生计生委|卫计局|卫计委|卫生局",
        ),
        ("粮食和物资储备", "粮食局"),
        ("医疗保障局", "医疗保险管理局|医疗保险局"),
    )
)
_PLACE: Final = r"(?P<place>[\u4e00-\u9fff]{0,8}?[省市县区州旗盟])?"
_OPENING: Final = r"(?:^|(?<=[。；：，（\n]))(?:20\d\d年度?，?|全年，?|今年以来，?|本年度?，?)?"
# what a body says of itself: its report, its work, what came in
_OWN_WORK: Final = (
    r"(?=(?:20\d\d年度?)?(?:政府信息公开(?:工作)?(?:年度)?报告|高度重视|认真|深入|坚持|严格|始终|紧紧|积极|全面"
    r"|持续|聚焦|切实|进一步|不断|共|主动公开|未?收到|未?受理|未?发生|办公室（?[电联地]))"
)
_THEN: Final = re.compile(
    r"原|前身|更名|改名|撤销|整合|合并|划入|划转|移交|挂牌|机构改革|20(?:0\d|1[0-8])年"
)
_REFORMED: Final = 2019  # the report year from which the names before the reform are past


@lru_cache(maxsize=64)
def _pattern(name: str) -> re.Pattern[str] | None:
    """Return what finds the former names of a body; None where none are known."""
    old = "|".join(old for new, old in _RENAMED if new.search(name))
    return re.compile(rf"{_OPENING}(?P<name>{_PLACE}(?:{old})){_OWN_WORK}") if old else None


def former_names_in(sentence: Sentence, name: str, year: int | None) -> Iterator[tuple[int, int]]:
    """Yield where a sentence calls the body of this name by a former one.

    Nothing where the sentence tells of the change or of the years before it, and nothing
    where the place before the name is another one: that is another body.
    """
    pattern = _pattern(name) if year is None or year >= _REFORMED else None
    if pattern is None or _THEN.search(sentence.text):
        return
    for match in pattern.finditer(sentence.text):
        place = match["place"] or ""
        if match["name"] not in name and (
            place in name if len(place) > 1 else _is_own(place, name)
        ):
            yield sentence.start + match.start("name"), sentence.start + match.end("name")


def _is_own(place: str, name: str) -> bool:
    """Tell whether a place is the body's own: a part of its name, the nearest 区, or none said."""
    if len(place) > 1:
        return place in name
    kinds = re.findall("[省市县区州旗盟]", name)
    return not place or not kinds or place == kinds[-1]
