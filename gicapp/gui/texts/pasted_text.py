"""What is left of a pasted text: its words alone, in no more than a section may have."""

from typing import Final

from gicapp.core.text.narrative import PICTURE_SIGN
from gicapp.errors import GicError

LONGEST: Final = 100_000  # characters of a section; the longest published ones have about 20,000


def plain_words(text: str) -> str:
    """Return a pasted text without blank lines, indents and the places of pictures."""
    text = text.replace(PICTURE_SIGN, "").replace("\r", "\n")
    return "\n".join(line for line in map(str.strip, text.split("\n")) if line) or text


def check_room(words: str, others: int) -> None:
    """Raise GicError where words are too many beside the other characters of a section."""
    if len(words) + others > LONGEST:
        there = f"，加上这里已有的 {others:,} 字" if others else ""
        raise GicError(
            f"没有粘贴：要粘贴的文字有 {len(words):,} 字{there}，一个部分最多 {LONGEST:,} 字。"
            "请只复制属于这一部分的文字；整份报告请用“导入本年数据”读入。"
        )
