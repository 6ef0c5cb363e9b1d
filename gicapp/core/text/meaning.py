"""Whether the words around a figure leave it the meaning that its phrase has."""

import re
from typing import Final

from gicapp.core.text.listed import BRACKETED, last_statement
from gicapp.core.text.numbers import NUMBER
from gicapp.core.text.passages import Sentence
from gicapp.core.text.phrases import APPLICATION, WAYS, Phrase
from gicapp.core.text.scope import is_about_others, is_help

# 线上, 书面: a part of what came in, unless the words say 等渠道
_PART_OF_IT: Final = re.compile(f"{WAYS}|转办|转来|转交|交办|移送|自然人|个人|律师")
_ALL_OF_IT: Final = re.compile(r"等|各[类种渠]|多种|、|和|及|或|其他形式")


def means_it(phrase: Phrase, match: re.Match[str], sentence: Sentence, words: str) -> bool:
    """Tell whether the words around a match leave it the meaning that the phrase has."""
    clause = words[_clause_start(words[: match.start()]) :]
    asides = clause if phrase.requests else BRACKETED.sub("", clause)
    if _is_found(phrase.unless, asides) or _is_found(phrase.nowhere, sentence.text):
        return False
    behind = _OF_CASES if phrase.requests else _OF_CONTENT
    unrelated = () if phrase.requests else (_UNRELATED,)
    if _is_met_behind(match, behind, _NOT_COUNTED, *unrelated):
        return False
    if phrase.requests and (is_help(clause) or is_about_others(_clause_of(sentence, match))):
        return False
    if phrase.total and phrase.requests and _is_one_of_several(sentence.text, match):
        return False
    if phrase.total and phrase.requests and _speaks_last_of_others(sentence, match):
        return False
    return not (is_part(match.groupdict().get("fill") or "") or _is_of_a_case(sentence, match))


def _is_of_a_case(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether what was carried over are cases: 新发生复议案件 4 件，上年结转 1 件."""
    before = sentence.text[: match.start()]
    return "结转" in match[0] and bool(_CASES_TOLD.search(last_statement(before)))


_CASES_TOLD: Final = re.compile("(?:复议|诉讼)案件?[^。；申]*$")
# 行政复议 1 件系不服处罚，与信息公开无关
_UNRELATED: Final = re.compile(
    # 行政诉讼 14 件，其中信息公开类 3 件
    "[件起宗例次]?(?:[、，]行政诉讼[0-9]+[件起宗例])?(?:，其中|（)[^，。；、0-9]{0,6}信息公开[^，。；、]{0,6}[0-9]|[^，。；]{0,4}（被申请人(?:均|都)?[为是](?![本我])|[^；]{0,60}?(?:与(?:政府)?信息公开(?:工作)?无关|(?:不涉及|不属于|并非)[^，。；]{0,4}信息公开)"
)
# 各县区局另收到申请 118 件，均由其各自答复，不计入本报告
_NOT_COUNTED: Final = re.compile(
    "[^；]{0,90}?(?:不|未|没有)(?:计|列|纳|统计|包[含括]|含)(?:入|在)(?:本|上|申请|统计|以上|表|内|其中|前)"
)
# 不予公开 1 条内容: what was asked for; 遗留的 1 件起诉件撤诉: a case
_OF_CONTENT: Final = re.compile(
    r"[件条份宗项](?:内容|不[少落漏差]|[^，。；\d]{0,4}(?:制度|机制|规程|流程|指南|措施|举措))"
)
_OF_CASES: Final = re.compile(
    rf"[件条份宗项起][^，。；\d]{{0,4}}(?:起诉|诉讼|复议|撤诉|案件)|{_OF_CONTENT.pattern}"
)


def _is_met_behind(match: re.Match[str], *patterns: re.Pattern[str]) -> bool:
    """Tell whether words of a kind follow the number of a match."""
    return any(pattern.match(match.string, match.end("number")) for pattern in patterns)


def _is_found(pattern: re.Pattern[str] | None, words: str) -> bool:
    return pattern is not None and bool(pattern.search(words))


def is_part(fill: str) -> bool:
    """Tell whether the words between verb and noun restrict it to one channel or applicant."""
    return bool(_PART_OF_IT.search(fill)) and not _ALL_OF_IT.search(fill)


_CHANNEL: Final = re.compile("(?:通过|经由?|以|从)([^，；]*)$")
# 当面受理 7 件；其他渠道受理 13 件
_BY_ONE_WAY: Final = re.compile(f"(?:{WAYS}|渠道|方式)(?:共|累计|已)*$")
# 通过政务公开专区接收 12 件: some of them, whatever the way is called
_WAY: Final = re.compile("(?:通过|经由)([^，；]{2,}?)(?:共|累计|已|总共)*$")
_SITE: Final = re.compile("(?:网站|平台)(?:共|累计)?$")
_FURTHER: Final = re.compile(rf"[件份宗项条]、[^，。；]{{0,12}}?申请{NUMBER}")


def _is_one_of_several(text: str, match: re.Match[str]) -> bool:
    """Tell whether a figure is that of one channel, or the first of several: 3件、纸质申请36件."""
    before = text[: match.start()]
    clause = before[_clause_start(before) :]
    channel, way = _CHANNEL.search(clause), _WAY.search(clause)
    if _SITE.search(clause) or (channel and is_part(channel[1])):
        return True
    if _BY_ONE_WAY.search(clause) and not _ALL_OF_IT.search(clause):
        return True
    if way and not way[1].endswith("依申请公开") and not _ALL_OF_IT.search(way[1]):
        return True
    return bool(_FURTHER.match(text, match.end("number")))


def _speaks_last_of_others(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether the statement so far spoke of letters or cases, and not of applications since.

    收到行政复议申请 30 件，办结 24 件: what was closed are the cases.
    """
    before = sentence.text[: match.start()]
    said = BRACKETED.sub("", last_statement(before))
    if not (_GIVES_FIGURE.search(said) or "申请" in said + match[0]):
        said = BRACKETED.sub("", before)  # 审结的复议案件 1 件；本年新受理 4 件
    said = _BY_LETTER.sub("申请公开", said)
    if APPLICATION.search(match[0]) or not _GIVES_FIGURE.search(said):
        return False
    last = max((found.end() for found in APPLICATION.finditer(said)), default=0)
    return is_about_others(said[last:]) or bool(_OTHERS_RECEIVED.search(said, last))


# 依申请公开来信 30 件，所有信件都逐一答复，其中 26 件已办结: the letters are the applications
_BY_LETTER: Final = re.compile(
    rf"(?:{APPLICATION.pattern})(?:信件|来信|来函|函件)"
    r"(?:\d+[件封]，(?:上一?年度?[^，。；\d]{0,4}\d+[件封]，)?所有信件(?=[都均]))?"
)
# 收到意见建议 40 条，答复 38 条: whatever else was received
_OTHERS_RECEIVED: Final = re.compile(
    r"(?:收到|收集|接收|接到|受理|征集)了?(?![^，。；、\d]*(?:申请|公开))(?!(?:[共各类]|累计|群众|公众|书面|新|有效|网[上络]|当面|信函|邮[寄件]"
    r"|线[上下]|自然人|公民|法人|企业|个人|[本全]年度?|[本我全]?[市县区镇乡街局委厅]|数量|总|合计|为|了)*\d)"
    r"[^，。；、\d]{2,16}\d"
)
_GIVES_FIGURE: Final = re.compile(r"\d[件条份宗项起次个封]")


def _clause_start(before: str) -> int:
    return max(before.rfind(sign) for sign in "，；：") + 1


def _clause_of(sentence: Sentence, match: re.Match[str]) -> str:
    """Return the clause that a match begins in, without the phrase itself."""
    start = _clause_start(sentence.text[: match.start()])
    return sentence.text[start : match.start()] + _WAYS.sub("", match.groupdict().get("fill") or "")


# 网络、信函等形式的依申请公开件: how they came, all of them
_WAYS: Final = re.compile(r"[^，。；\d]{2,30}等(?:形式|方式|渠道|途径)的?$")
