"""What stands below the text of a report: the signature, the date, and what a page adds."""

import re
from datetime import date
from typing import Final

from gicapp.core.days import day_of
from gicapp.core.recognition.identity import looks_like_unit
from gicapp.core.recognition.label_text import folded
from gicapp.core.text.numbers import parse_numeral

_NAVIGATION: Final = re.compile(
    r"^(?:上一篇|下一篇|上一条|下一条|相关链接|相关附件|相关文章|附件下载|扫一扫|分享到|版权所有|主办单位|承办单位|"
    r"网站标识码|网站地图|联系我们|打印|关闭|【打印|【关闭|返回顶部|首页|当前位置|您的位置|您现在的位置|"
    r"[^。]{0,12}ICP备|[^。]{0,6}公网安备|技术支持|浏览次数|阅读次数|点击数|访问量)"
)
_NUMERALS: Final = "[〇零○一二三四五六七八九十]"
_DATE: Final = re.compile(
    rf"(\d{{4}}|{_NUMERALS}{{4}})年(\d{{1,2}}|{_NUMERALS}{{1,3}})月(\d{{1,2}}|{_NUMERALS}{{1,3}})日"
)


def is_navigation(line: str) -> bool:
    """Tell whether a line is a page's own: links, the publisher of the site, its counters."""
    return _NAVIGATION.match(line) is not None


def parted_end(lines: list[str]) -> tuple[list[str], date | None]:
    """Return the last section's lines without what stands below, and the day it is dated."""
    for index, line in enumerate(lines):
        if is_navigation(line):
            lines = lines[:index]
            break
    dated = None
    while lines:
        match = _DATE.fullmatch(folded(lines[-1]))
        if match is None and not _is_signature(lines, len(lines) - 1):
            break
        dated = (match and _day(match)) or dated
        lines = lines[:-1]
    return lines, dated


def _day(match: re.Match[str]) -> date | None:
    year, month, day = (int(parse_numeral(part.replace("○", "〇"))) for part in match.groups())
    return day_of(year, month, day)


def _is_signature(lines: list[str], index: int) -> bool:
    line = lines[index]
    return index > 0 and len(line) <= 25 and looks_like_unit(line) and not line.endswith("。")
