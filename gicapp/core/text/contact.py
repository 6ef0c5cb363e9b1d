"""Where a report is published and whom to ask about it: what lead paragraphs end with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True)
class Contact:
    """What a lead paragraph tells the reader; empty what is not known, and left out then."""

    site: str = ""
    office: str = ""
    address: str = ""
    phone: str = ""
    mail: str = ""

    def named(self) -> Iterator[tuple[str, str]]:
        """Yield what is known with its Chinese name."""
        for one in fields(self):
            value = getattr(self, one.name)
            if value:
                yield CONTACT_NAMES[one.name], value


CONTACT_NAMES: Final = MappingProxyType(
    {
        "site": "公布网站",
        "office": "联系部门",
        "address": "地址",
        "phone": "电话",
        "mail": "电子邮箱",
    }
)
_URL: Final = r"(?:https?://|www\.)[\w./?=&%#:~-]+"
_PHRASES: Final = {
    "site": (
        re.compile(
            r"电子版[^。，,；;]{0,8}?(?:在|从|登录|访问|通过)(?P<said>[^。；;\n]{2,80}?)上?(?:进行|直接)?"
            r"(?:查阅|下载|查询|浏览|获取|查看|阅览)"
        ),
        re.compile(
            rf"(?P<name>[^。，,；;：:\n]{{2,30}}?网站?)?(?:网址|网站地址)\s*[:：为]\s*(?P<said>{_URL})"
        ),
    ),
    "office": (
        re.compile(r"请(?:直接)?[与向](?P<said>[^。，,；;（(：:\n]{2,30}?)(?:联系|咨询)"),
        re.compile(r"请(?:直接)?(?:联系|咨询)[:：]?(?P<said>[^。，,；;（(：:\n]{2,30})"),
        re.compile(r"联系(?:部门|科室|单位)\s*[:：]\s*(?P<said>[^。，,；;（(：:\n]{2,30})"),
    ),
    "address": (
        re.compile(r"(?<!网站)地址\s*[:：为]\s*(?!http|www)(?P<said>[^。，,；;）)\n]{4,50})"),
    ),
    "phone": (
        re.compile(
            # not two runs of blanks in a row: they would share out the same blanks in every way
            r"电话(?:号码)?(?:及传真|/传真)?\s*(?:[:：为]\s*)?"
            r"(?P<said>(?:[（(]0\d{2,3}[）)]|0\d{2,3}[-－—– ]?)?\d{7,8}(?:转\d{1,6})?(?!\d))"
        ),
    ),
    # RFC 5321 allows 64 characters before the sign; without end, a long word would be tried anew
    # from each of its letters
    "mail": (re.compile(r"(?P<said>[A-Za-z0-9][\w.+-]{0,63}@[\w-]+(?:\.[\w-]+)+)"),),
}
_OURSELVES: Final = re.compile(r"(?:本|我)(?:机关|单位|局|办|委|厅|镇|街道)(?:办公室)?")


def contact_in(text: str) -> Contact:
    """Return what a text says of where the report is published and whom to ask."""
    return Contact(**{name: _said(name, text) for name in _PHRASES})


def _said(name: str, text: str) -> str:
    for phrase in _PHRASES[name]:
        match = phrase.search(text)
        if match is None:
            continue
        said, site = match["said"].strip(), match.groupdict().get("name")
        if name == "office" and _OURSELVES.fullmatch(said):
            return ""
        return _closed(f"{site}（{said}）" if site else said)
    return ""


def _closed(text: str) -> str:
    """Return a text without the half of a pair of brackets that was cut off or mistyped."""
    if any(sign in text for sign in "（("):
        return text if any(sign in text for sign in "）)") else text + "）"
    return text.rstrip("）)")


def contact_sentences(contact: Contact) -> str:
    """Return the sentences that tell it; nothing of what is not known."""
    site = f"本报告电子版可在{contact.site}查阅。" if contact.site else ""
    details = (
        ("地址", contact.address),
        ("电话", contact.phone),
        ("电子邮箱", contact.mail),
    )
    told = "；".join(f"{name}：{value}" for name, value in details if value)
    if not told and not contact.office:
        return site
    ways = f"（{told}）" if told else ""
    return f"{site}如有疑问，请与{contact.office or '本机关'}联系{ways}。"
