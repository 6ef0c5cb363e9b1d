"""What must not go to print: placeholders, leftovers of an editor, personal data (S-17, S-19)."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.checks.text_figures import place_of
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.figures import UNKNOWN
from gicapp.core.text.found import Found, find_all
from gicapp.core.text.narrative import pieces_of

_PLACEHOLDER: Final = re.compile(
    r"(?<![A-Za-z0-9/._=-])[XxＸ×]{2,}(?![A-Za-z0-9×/._=-])|(?<![A-Za-z0-9/])_{2,}|＿{2,}"
    r"|【[\s　]*】|（(?:单位|机关)名称）|待补充|待填写|此处填写"
    r"|（请[^（）\n]{0,16}填写[^（）\n]{0,6}）"
    r"|(?<![一二三四五六七八九])[〇○]{2,}(?![一二三四五六七八九年])"
    r"|[\[【]请?(?:填写|输入|插入)[^\]】\n]{0,12}[\]】]|[ 　]{2,}年[ 　]{2,}月[ 　]{2,}日"
)
_ARTEFACT: Final = re.compile(
    r"\[bookmark:[^\]\n]*\]|&(?:nbsp|quot|lt|gt|amp);|错误[！!]未[^。\n]{0,12}|HYPERLINK|\ufffd"
)
_IDENTITY: Final = re.compile(
    r"(?<!\d)\d{6}(?:19|20)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_SIGNS: Final = "10X98765432"
_MOBILE: Final = re.compile(r"(?<![\d.-])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d-])")
_LANDLINE: Final = re.compile(r"(?<![\d.-])(?:0\d{2,3}[ -]?)?[2-8]\d{6,7}(?![\d-])")
# frequent surnames that are no other words behind 申请人; 王某 is nobody's name
_NAME: Final = re.compile(
    r"(?:申请人|当事人|村民|居民|市民)(?P<name>[王李张刘陈杨赵周吴徐孙朱胡郭罗郑梁谢宋唐韩冯邓曹彭肖董袁潘蔡蒋吕魏苏丁沈姚卢崔钟谭陆]"
    r"[\u4e00-\u9fff]{1,2}?(?<![某先女小]))(?=(?:先生|女士|同志)?"
    r"(?:（[男女]|，[男女]，|向我|向本|向该|提出|提交|申请|要求|来函|来信|不服|因))"
)


# a number given for questions is the office's own; one given for an applicant is not
_OFFICE: Final = re.compile("电话|联系|咨询|热线|手机|传真")
_PERSON: Final = re.compile("申请人|当事人|本人|居民|村民")


def find_placeholders(subject: Subject) -> Iterable[Finding]:
    """Report placeholders left in the text, and live figures that have no number yet."""
    for section, text in subject.texts.items():
        yield from _unknown_figures(subject, section)
        for match in find_all(_PLACEHOLDER, text):
            yield Finding(
                "text.placeholder",
                Severity.ERROR,
                int(section),
                f"{place_of(subject.form, section)}还留有“{match[0].strip() or '空白'}”，"
                "请填写或者删去。",
                span=match.span(),
                actual=match[0],
            )
        for match in find_all(_ARTEFACT, text):
            yield Finding(
                "text.placeholder",
                Severity.WARNING,
                int(section),
                f"{place_of(subject.form, section)}留有编辑软件的标记“{match[0]}”，请删去。",
                span=match.span(),
                actual=match[0],
            )


def _unknown_figures(subject: Subject, section: str) -> Iterator[Finding]:
    for piece in pieces_of(subject.report, subject.report.text(section)):
        if piece.problem:
            yield Finding(
                "text.placeholder",
                Severity.ERROR,
                int(section),
                f"{place_of(subject.form, section)}有一处活数字显示为“{UNKNOWN}”："
                f"{piece.problem}。",
                span=piece.shown,
                actual=piece.token,
            )


def find_personal(subject: Subject) -> Iterable[Finding]:
    """Report identity numbers and mobile numbers; an office line is no personal data."""
    for section, text in subject.texts.items():
        for match in find_all(_IDENTITY, text):
            if _is_identity(match[0]):
                yield _personal(subject, section, match, "居民身份证号码")
        for match in find_all(_MOBILE, text):
            before = text[max(0, match.start() - 14) : match.start()]
            if _OFFICE.search(before) and not _PERSON.search(before):
                continue
            yield _personal(subject, section, match, "手机号码")
        for match in find_all(_LANDLINE, text):
            if _PERSON.search(text[max(0, match.start() - 14) : match.start()]):
                yield _personal(subject, section, match, "个人电话号码")
        for match in find_all(_NAME, text):
            yield _personal(subject, section, match, "申请人姓名", "name")


def _is_identity(number: str) -> bool:
    """Tell whether the check sign of an identity number is right (GB 11643)."""
    total = sum(int(sign) * weight for sign, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECK_SIGNS[total % 11] == number[17].upper()


def _personal(
    subject: Subject, section: str, match: Found, kind: str, group: int | str = 0
) -> Finding:
    instead = "写作“申请人”" if group else "换成办公电话"
    return Finding(
        "text.personal",
        Severity.WARNING,
        int(section),
        f"{place_of(subject.form, section)}出现疑似{kind}“{match[group]}”，"
        f"公开前请删去或者{instead}。",
        span=match.span(group),
        actual=match[group],
    )


RULES: Final = (
    Rule(
        "text.placeholder",
        ("S-17",),
        Severity.ERROR,
        "公开的文字中不得留有占位符、空白和编辑软件的标记。",
        "核校实践",
        find_placeholders,
    ),
    Rule(
        "text.personal",
        ("S-19",),
        Severity.WARNING,
        "公开的文字中不出现自然人的身份证号码、手机号码等个人信息。",
        "《条例》第十五条：涉及个人隐私的政府信息不得公开",
        find_personal,
        dismissable=True,
    ),
)
