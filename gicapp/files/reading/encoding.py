"""Bytes of text as characters: what Chinese offices' programs write, and no guess left unsaid."""

import codecs
import re
from types import MappingProxyType
from typing import Final

from gicapp.core.content import Problem

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""",
    re.IGNORECASE,
)
# Simplified Chinese by the common superset. Nothing else: old pages in Chinese often declare a
# Western encoding, and some that Python knows (utf-7, punycode) only serve to hide or to hang.
_DECLARABLE: Final = MappingProxyType(
    dict.fromkeys(("gb2312", "gbk", "gb18030", "gb-2312-80", "x-gbk", "cp936"), "gb18030")
    | dict.fromkeys(("utf-8", "utf8"), "utf-8")
    | dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs")
)
_DECLARATIONS_WITHIN: Final = 4096  # bytes from the start
_PROBED: Final = 4096  # bytes, an even number
_COMMON: Final = re.compile("[\\t\\r\\n -~\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’—…·×]")


def decode(data: bytes, declared: str = "") -> tuple[str, list[Problem]]:
    """Return text from bytes: by its mark, by what is declared, as UTF-8, then as GB18030.

    A declared encoding that does not fit the bytes is passed over. Where nothing fits, the
    letters that cannot be read are replaced and a problem says so.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data, (name,))
    wide = _wide(data)
    if wide:
        return _decoded(data, (wide,))
    return _decoded(data, (*_known(declared or _declared(data)), "utf-8", "gb18030"))


def _decoded(data: bytes, names: tuple[str, ...]) -> tuple[str, list[Problem]]:
    for name in names:
        try:
            return data.decode(name), []
        except (UnicodeDecodeError, ValueError):
            continue
    tried = [data.decode(name, "replace") for name in names]
    message = "有些文字的编码无法识别，已用“�”代替。请用 UTF-8 编码另存后再导入，或者逐项核对。"
    best = min(tried, key=lambda text: text.count("�"))
    return best, [Problem("file.encoding", "文件", message)]


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_DECLARATIONS_WITHIN])
    return match[1].decode("ascii") if match else ""


def _known(name: str) -> tuple[str, ...]:
    """Return the encoding that a declared name stands for; others are as good as undeclared."""
    known = _DECLARABLE.get(name.lower().replace("_", "-"))
    return (known,) if known else ()


def _wide(data: bytes) -> str:
    """Name UTF-16 without a mark: text with zero bytes in it that reads as Chinese or Latin."""
    start = data[:_PROBED]
    if b"\0" not in start:
        return ""
    for name in ("utf-16-le", "utf-16-be"):
        text = start.decode(name, "replace")
        if len(_COMMON.findall(text)) * 10 > len(text) * 9:
            return name
    return ""
