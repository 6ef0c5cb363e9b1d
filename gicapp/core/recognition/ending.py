"""What stands below a report's text: signature, date, imprint (版记), and what a page adds."""

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
# the imprint of an official document: whom it goes to, who issued it when, how it is published
_SENT: Final = re.compile("(?:抄送|抄报|主送|报送|分送):")
_ISSUED: Final = re.compile(rf"([^。;:,]{{0,40}}?){_DATE.pattern}印发(?:\(共印\d+份\))?")
_PUBLISHED: Final = re.compile(
    r"\([此本]页无正文\)|\(?此件(?:主动|依申请|不予)?公开(?:发布)?\)?|\(?共印\d+份\)?"
    r"|(?:信息)?公开(?:方式|属性|选项|类别|形式):(?:主动|依申请|不予)公开"
)
_MOST_SENT: Final = 6  # lines that the names behind 抄送 may take


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
        last = len(lines) - 1
        match = _DATE.fullmatch(folded(lines[last]))
        imprint = _imprint(lines)
        if match is None and imprint is None and not _is_signature(lines, last):
            break
        dated = (match and _day(match)) or dated
        lines = lines[: last if imprint is None else imprint]
    return lines, dated


def _imprint(lines: list[str]) -> int | None:
    """Return where the imprint at the end of lines begins, None where there is none.

    Down to the line of the issue the names behind 抄送 may go on over several lines.
    """
    line = folded(lines[-1])
    if _SENT.match(line) or _PUBLISHED.fullmatch(line):
        return len(lines) - 1
    issued = _ISSUED.fullmatch(line)
    if issued is None or (issued[1] and not looks_like_unit(issued[1])):
        return None
    for index in range(len(lines) - 2, max(-1, len(lines) - 2 - _MOST_SENT), -1):
        if _DATE.fullmatch(folded(lines[index])):
            break
        if _SENT.match(folded(lines[index])):
            return index
    return len(lines) - 1


def _day(match: re.Match[str]) -> date | None:
    year, month, day = (int(parse_numeral(part.replace("○", "〇"))) for part in match.groups())
    return day_of(year, month, day)


def _is_signature(lines: list[str], index: int) -> bool:
    line = lines[index]
    return index > 0 and len(line) <= 25 and looks_like_unit(line) and not line.endswith("。")
