"""Text whose lines end where a page's did: page numbers left out, paragraphs made whole again.

So comes text that was copied out of a PDF file or a mail: each line is a paragraph of its own.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Final

from gicapp.core.content import Block, Paragraph, Problem
from gicapp.core.recognition.claims import one_line
from gicapp.core.recognition.flat_line import is_figure_word, is_parted
from gicapp.core.recognition.identity import read_title
from gicapp.core.recognition.label_text import folded
from gicapp.core.recognition.vocabulary import Vocabulary, vocabulary
from gicapp.form.declaration import Form

_PAGE: Final = re.compile(r"[-—–]{1,2}\d{1,3}[-—–]{1,2}|第\d{1,3}页(?:[,/]?共\d{1,3}页)?")
_BARE: Final = re.compile(r"\s*\d{1,3}\s*", re.ASCII)
_SHORTEST_PAGE: Final = 8  # lines
_LONGEST_PAGE: Final = 20  # letters of a page number with the signs around it
_NARROWEST, _WIDEST = 48, 130  # of a page's line, where a Chinese character takes two
_OVER_A_PAGE: Final = 80  # width of a paragraph that surely goes on where no sentence ends
_SLACK: Final = 8  # an indent, and a character that a mark takes along into the next line
_FEWEST: Final = 8  # full lines of a text that tell
_ENDED: Final = re.compile(r"[。！？!?…][”’）)」]?\s*$")
_TITLED: Final = re.compile(r"报告(?:[（(][^（()）]+[)）])?\s*$")
_NUMBERED: Final = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．](?!\d))"
)
# a word of letters where a line ends and where one begins: no address of a page or a mailbox
_LAST_WORD: Final = re.compile(r"(?<![!-~])[A-Za-z]+$")
_FIRST_WORD: Final = re.compile(r"[A-Za-z]+(?![!-~])")
_INDENT: Final = re.compile(r"[ \u3000\t]{2}|[\u3000\t]")


def whole_paragraphs(
    blocks: Sequence[Block], form: Form
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Return blocks without page numbers and with broken paragraphs whole, and what was done.

    Lines are joined across a page number, and where the text as a whole ends them at one width.
    A sentence that ends with its line ends its paragraph too, as nobody can say; headings and
    labels stay alone.
    """
    words = vocabulary(form)
    width = _line_width([b.text for b in blocks if isinstance(b, Paragraph)], words)
    numbers = _page_numbers(blocks, words, bare=width > 0)
    kept: list[Block] = []
    turned: set[int] = set()  # where a page number stood
    for at, block in enumerate(blocks):
        if at in numbers:
            turned.add(len(kept))
        else:
            kept.append(block)
    seams = set(range(len(kept))) if width else turned
    whole = tuple(_joined(kept, seams, _page(kept, width, words)))
    return whole, tuple(_told([*numbers.values()], width, 0 if width else len(kept) - len(whole)))


def is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but a page number that signs or words make one."""
    return len(text) <= _LONGEST_PAGE and _PAGE.fullmatch(folded(text)) is not None


def _page_numbers(blocks: Sequence[Block], words: Vocabulary, *, bare: bool) -> dict[int, str]:
    """Return page numbers by their blocks; `bare` ones too where they rise from page to page."""
    texts = [b.text if isinstance(b, Paragraph) else "" for b in blocks]
    signed = {at: text for at, text in enumerate(texts) if is_page_number(text)}
    found = {}
    for at in range(1, len(texts) - 1) if bare else ():
        around = (texts[at - 1], texts[at + 1])
        if _BARE.fullmatch(texts[at]) and not any(_is_cell(text, words) for text in around):
            found[at] = int(texts[at])
    apart = all(later - one > _SHORTEST_PAGE for one, later in pairwise(found))
    rise = all(one < later for one, later in pairwise(found.values()))
    if len(found) > 1 and apart and rise:
        signed |= {at: texts[at] for at in found}
    return dict(sorted(signed.items()))


def _told(pages: Sequence[str], width: int, joined: int) -> Iterator[Problem]:
    """Yield what was done: page numbers left out, paragraphs `joined` across them, lines joined."""
    if pages:
        said = f"来源中有 {len(pages)} 行页码（第一处是“{one_line(pages[0])}”），没有作为正文读入"
        more = f"；有 {joined} 处把跨页断开的一段接了起来，请核对。" if joined else "。"
        yield Problem("text.pages", "", said + more)
    if width:
        said = (
            f"来源的文字在每行约 {width // 2} 字处断开，不是按段落分行，"
            "已把断开的行接成整段；请核对各段的起止。"
        )
        yield Problem("text.unwrapped", "", said)


def _line_width(texts: Sequence[str], words: Vocabulary) -> int:
    """Return the width at which a text's lines end, 0 where they are paragraphs."""
    lines = [t for t in texts if not (is_parted(t) or _is_cell(t, words))]
    if any(len(line) > _WIDEST for line in lines):
        return 0
    widths = list(map(_width, lines))
    widest = max(widths, default=0)
    full = [line for line, its in zip(lines, widths, strict=True) if its >= widest - _SLACK]
    broken = sum(_ENDED.search(line) is None for line in full)
    long = sum(its * 2 > widest for its in widths)
    tells = broken >= _FEWEST and len(full) * 2 > long
    return widest if tells and _NARROWEST <= widest <= _WIDEST else 0


def _width(text: str) -> int:
    """Return how wide a line is, where a Chinese character takes two and a letter one."""
    return sum(1 + (unicodedata.east_asian_width(c) in "WFA") for c in text.strip())


@dataclass(frozen=True)
class _Page:
    """How a text was set: `width` of its lines, or of a paragraph that goes on over a page.

    `indents` tells that an indent begins a paragraph, `only` that nothing else does.
    """

    width: int
    words: Vocabulary
    indents: bool
    only: bool = False

    def broke(self, one: str, other: str) -> bool:
        """Tell whether a line is one paragraph with the next: no heading, label or figure."""
        if any(is_parted(line) or _is_cell(line, self.words) for line in (one, other)):
            return False
        is_heading = _NUMBERED.match(one) and not re.search("[，,。；：:]", one)
        is_title = _TITLED.search(one) and read_title(one) is not None
        begins = _NUMBERED.match(other) or (self.indents and _INDENT.match(other))
        if begins or is_heading or is_title or not self._fills(one):
            return False
        ended = _ENDED.search(one) is not None
        return not ended or (self.only and (self._fills(other) or bool(_ENDED.search(other))))

    def _fills(self, line: str) -> bool:
        return _width(line) >= self.width - _SLACK


def _page(blocks: Sequence[Block], width: int, words: Vocabulary) -> _Page:
    """Return how a text was set; `width` is that of all lines, 0 where they are paragraphs."""
    lines = [b.text for b in blocks if isinstance(b, Paragraph)]
    indented = sum(_INDENT.match(line) is not None for line in lines)
    tells = indented * 2 < len(lines)  # where most lines have it an indent begins nothing
    if not width:
        return _Page(_OVER_A_PAGE, words, tells)
    return _Page(width, words, tells, tells and indented >= _FEWEST // 2)


def _joined(blocks: Sequence[Block], seams: Collection[int], page: _Page) -> Iterator[Block]:
    """Yield blocks, each paragraph whole; before `seams` it may go on from the one above."""
    pieces: list[str] = []
    for at, (block, following) in enumerate(zip_longest(blocks, blocks[1:]), 1):
        if not isinstance(block, Paragraph):
            yield block
            continue
        below = following.text if isinstance(following, Paragraph) else ""
        if at in seams and below and page.broke(block.text, below):
            pieces += [
                block.text.strip() if pieces else block.text.rstrip(),
                _seam(block.text, below),
            ]
        elif pieces:
            yield Paragraph("".join((*pieces, block.text.strip())), block.heading)
            pieces = []
        else:
            yield block


def _seam(one: str, other: str) -> str:
    """Return what parts two lines of a paragraph: a blank only between words of letters."""
    words = _LAST_WORD.search(one.rstrip()) and _FIRST_WORD.match(other.lstrip())
    return " " if words else ""


def _is_cell(line: str, words: Vocabulary) -> bool:
    """Tell whether a line is a label of a table, its figures, or a row of both."""
    if len(line) > _WIDEST:
        return False
    last = line.split()[-1:]
    return bool(words.word(line).meanings) or all(map(is_figure_word, last))
