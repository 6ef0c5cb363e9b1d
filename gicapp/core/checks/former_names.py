"""A body's name before the reform of 2018, used of itself as if it still stood (Y-08)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from gicapp.core.text.found import find_all
from gicapp.core.text.passages import Plain

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
        ("农业农村", "农业局|农业委员会|农牧局"),
        (
            "卫生健康|卫健",
            "卫生和计划生育局|卫生和计划生育委员会|卫生计生局|卫生计生委|卫计局|卫计委|卫生局",
        ),
        ("粮食和物资储备", "粮食局"),
    )
)
_PLACE: Final = re.compile("[省市县区州旗盟]")
_OPENING: Final = r"(?:^|(?<=[。；：，（\n]))(?:20\d\d年度?，?|全年，?|今年以来，?|本年度?，?)?"
# behind a name with its place: one of several bodies, or what belongs to a body
_NOT_ALONE: Final = (
    r"(?![、和与及等]|分局|大队|[\u4e00-\u9fff]{0,4}(?:网|公众|微信|账号|系统|领域))"
)
_NO_BODY: Final = "[请由与向对经将在为以按通]"  # begins what is no name
_ADDRESSED: Final = "(?<=请与)|(?<=请联系)|(?<=联系单位：)|(?<=公布)|(?<=发布)|(?<=现将)|(?<=编制)"
# what a body says of itself: its report, its work, what came in
_OWN_WORK: Final = (
    r"(?=(?:20\d\d年度?)?(?:政府信息公开(?:工作)?(?:年度)?报告|高度重视|认真|深入|坚持|严格|始终|紧紧|积极|全面"
    r"|持续|聚焦|切实|进一步|不断|共|主动公开|未?收到|未?受理|未?发生|办公室（?[电联地]))"
)
_THEN: Final = re.compile(
    r"原(?![则因来有始本])|前身|更名|改名|撤销|整合|合并|划入|划转|移交|挂牌|机构改革|20(?:0\d|1[0-8])年"
)
_REFORMED: Final = 2019  # the report year from which the names before the reform are past


@lru_cache(maxsize=64)
def _pattern(name: str) -> re.Pattern[str] | None:
    """Return what finds the former names of a body; None where none are known."""
    met = [(found.start(), old) for new, old in _RENAMED if (found := new.search(name))]
    if not met:
        return None
    old = "|".join(names for _, names in met)
    own = "|".join(_own_places(name[: met[0][0]]))
    placed = f"(?:(?:[\u4e00-\u9fff]{{2,6}}[省市州盟])?(?:{own}))(?:{old})" if own else "(?!)"
    return re.compile(
        rf"{_OPENING}(?!{_NO_BODY})(?:(?P<placed>{placed}){_NOT_ALONE}|(?P<bare>{old}){_OWN_WORK})"
        rf"|(?:{_ADDRESSED})(?P<address>{placed}|(?:{old}))(?=办公室|联系|20\d\d年)"
    )


def _own_places(before: str) -> list[str]:
    """Return how the place before a body's name may be written, the longest first: 某市某区, 区."""
    ends = [match.end() for match in _PLACE.finditer(before)]
    whole = before[: ends[-1]] if ends else ""
    return [re.escape(whole[n:]) for n in range(len(whole))]


def former_names_in(flat: Plain, name: str, year: int | None) -> Iterator[tuple[int, int]]:
    """Yield where a plain text calls the body of this name by a former one.

    Nothing where the sentence tells of the change or of the years before it, and nothing
    where the place before the name is another one: that is another body.
    """
    pattern = _pattern(name) if year is None or year >= _REFORMED else None
    if pattern is None or not find_all(pattern, flat.text):
        return
    for sentence in flat.sentences:
        if _THEN.search(sentence.text):
            continue
        for match in pattern.finditer(sentence.text):
            group = next(group for group in ("placed", "bare", "address") if match[group])
            if match[group] not in name:
                yield sentence.start + match.start(group), sentence.start + match.end(group)
