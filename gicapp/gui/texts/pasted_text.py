"""What is left of a pasted text: its words alone, in no more than a section may have."""

from typing import Final, NamedTuple

from gicapp.core.content import Paragraph
from gicapp.core.recognition.broken_lines import whole_paragraphs
from gicapp.core.text.narrative import PICTURE_SIGN
from gicapp.errors import GicError
from gicapp.form.declaration import Form

LONGEST: Final = 100_000  # characters of a section; the longest published ones have about 20,000
_MOST_MENDED: Final = 2 * LONGEST  # with what falls away; more is refused in the end


class Pasted(NamedTuple):
    """The words of a pasted text, and what was done to them that a person should look at."""

    words: str
    remark: str = ""


def plain_words(text: str, form: Form) -> Pasted:
    """Return a pasted text without blank lines, indents, page numbers, and places of pictures.

    Lines that end where a page's did, as those out of a PDF file, are paragraphs again.
    """
    text = text.replace(PICTURE_SIGN, "").replace("\r", "\n")
    lines = [line for line in text.split("\n") if line.strip()]
    remark = ""
    if len(text) <= _MOST_MENDED:
        whole, problems = whole_paragraphs(tuple(map(Paragraph, lines)), form)
        lines = [block.text for block in whole if isinstance(block, Paragraph)]
        remark = "".join(problem.message for problem in problems)
    words = "\n".join(map(str.strip, lines))
    return Pasted(words, remark) if words else Pasted(text)


def check_room(words: str, others: int) -> None:
    """Raise GicError where words are too many beside the other characters of a section."""
    if len(words) + others > LONGEST:
        there = f"，加上这里已有的 {others:,} 字" if others else ""
        raise GicError(
            f"没有粘贴：要粘贴的文字有 {len(words):,} 字{there}，一个部分最多 {LONGEST:,} 字。"
            "请只复制属于这一部分的文字；整份报告请用“导入本年数据”读入。"
        )
