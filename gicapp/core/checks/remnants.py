"""What must not go to print: placeholders and leftovers of an editor (S-17)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.figures import UNKNOWN, cells_of
from gicapp.core.text.found import find_all
from gicapp.core.text.narrative import Piece, pieces_of
from gicapp.form.values import is_number

_NAMED: Final = 3  # figures that a message names
_LONGEST: Final = 24  # characters of what is left that a message quotes
_PLACEHOLDER: Final = re.compile(
    r"(?<![A-Za-z0-9×/._=-])[XxＸ×]{2,}(?![A-Za-z0-9×/._=-])|(?<![A-Za-z0-9])[XＸ](?=[件条份次项宗期篇场个家人名万月日])|(?<![A-Za-z0-9/])_{2,}|＿{2,}"
    r"|【[\s　]*】|（(?:单位|机关)名称）|（具体(?:网址|地址|名称|单位|时间)）"
    r"|待补充(?![\u4e00-\u9fff]{1,8}后)|待填写"
    r"|此处(?:填写|补充|由[^，。；（）\n]{1,12}(?:填写|补充|提供))"
    r"|〔20\d\d〕[ 　]*号"
    r"|（请[^（）\n]{0,16}填写[^（）\n]{0,6}）|请(?:根据|按照?)实际[^，。；\n]{0,8}填写"
    r"|（[\s　]{0,20}）|(?:(?<!\*)\*{2,20}|(?<![A-Za-z])[NＮ])(?=[件条份次项宗期篇]|万?元)"
    r"|(?<![一二三四五六七八九])[〇○]{2,}(?![一二三四五六七八九年])"
    r"|[\[【]请?(?:填写|输入|插入|具体)[^\]】\n]{0,12}[\]】]|【[^】\n]{0,16}请[^】\n]{0,16}(?:填|补|核实)[^】\n]{0,8}】"
    r"|(?<![ 　])[ 　]{2,20}年[ 　]{2,20}月[ 　]{2,20}日"
)
# the notice on the form tells what to write in each section; it is no text of a report
_OF_THE_NOTICE: Final = re.compile(
    "(?:(?:主要)?报告本机关上一年度政府信息公开工作总体情况|这一项报告本机关"
    "|对本机关贯彻落实《中华人民共和国政府信息公开条例》情况进行综述"
    "|重在聚焦主题(?:主线|[、，]简明客观)|篇幅原则上不超过)[^。\n]{0,160}。?"
)
_ARTEFACT: Final = re.compile(
    r"\[bookmark:[^\]\n]*\]|&(?:nbsp|quot|lt|gt|amp);|错误[！!]未[^。\n]{0,12}|HYPERLINK|\ufffd"
)


_LEFT: Final = (
    (_PLACEHOLDER, Severity.ERROR, "还留有“{}”，请填写或者删去。"),
    (_OF_THE_NOTICE, Severity.ERROR, "留有统一格式的填写说明“{}”，请删去，写本机关的情况。"),
    (_ARTEFACT, Severity.WARNING, "留有编辑软件的标记“{}”，请删去。"),
)


def find_placeholders(subject: Subject) -> Iterable[Finding]:
    """Report placeholders left in the text, and live figures that have no number yet."""
    for section, text in subject.texts.items():
        yield from _unknown_figures(subject, section)
        for pattern, severity, message in _LEFT:
            for match in find_all(pattern, text):
                words = match[0].strip() or "空白"
                more = "…" if len(words) > _LONGEST else ""
                said = message.format(f"{words[:_LONGEST]}{more}")
                yield Finding(
                    "text.placeholder",
                    severity,
                    int(section),
                    f"{place_of(subject.form, section)}{said}",
                    span=match.span(),
                    actual=match[0],
                )


def _unknown_figures(subject: Subject, section: str) -> Iterator[Finding]:
    """Yield the live figures without a number; those that wait for the tables in one finding."""
    waiting: list[Piece] = []
    for piece in pieces_of(subject.report, subject.report.text(section)):
        if piece.problem and _blank(subject, piece):
            waiting.append(piece)
        elif piece.problem:
            yield _unknown(subject, section, piece, 1, piece.problem)
    if waiting:
        first, count = waiting[0], len(waiting)
        reason = first.problem if count == 1 else _waited_for(subject, waiting)
        yield _unknown(subject, section, first, count, reason)


def _unknown(subject: Subject, section: str, piece: Piece, count: int, reason: str) -> Finding:
    return Finding(
        "text.placeholder",
        Severity.ERROR,
        int(section),
        f"{place_of(subject.form, section)}有 {count} 处随表格更新的数字还显示为“{UNKNOWN}”："
        f"{reason}。",
        span=piece.shown,
        actual=piece.token,
    )


def _blank(subject: Subject, piece: Piece) -> list[str]:
    """Return the cells without a number that a live figure draws on."""
    cells = cells_of(subject.form, piece.token or "")
    return [cell for cell in cells if not is_number(subject.report.value(cell))]


def _waited_for(subject: Subject, waiting: Sequence[Piece]) -> str:
    cells = list(dict.fromkeys(_blank(subject, piece)[0] for piece in waiting))
    named = "、".join(f"“{subject.form.cells[cell].name}”" for cell in cells[:_NAMED])
    more = "等" if len(cells) > _NAMED else ""
    return f"{named}{more}还没有填写数字，填好表格就会显示"


RULES: Final = (
    Rule(
        "text.placeholder",
        ("S-17",),
        Severity.ERROR,
        "公开的文字中不得留有占位符、空白和编辑软件的标记。",
        "核校实践",
        find_placeholders,
    ),
)
