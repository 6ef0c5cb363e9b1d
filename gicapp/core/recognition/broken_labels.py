"""Labels of a flattened table that stand in several lines, as narrow cells break them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from gicapp.core.content import Block, Paragraph
from gicapp.core.recognition.flat_line import is_figure_word, is_parted, parse_line
from gicapp.core.recognition.label_text import key_of, letters_of
from gicapp.core.recognition.vocabulary import Vocabulary, vocabulary
from gicapp.form.declaration import Form

_LONGEST: Final = 60  # letters of a line that can be a piece of a label
_ENDS: Final = ("。", "；", ";", "！", "？")  # of a sentence
_MARKS: Final = frozenset("（）()[]【】〔〕：:、")
Span = tuple[int, int]  # the first line of a label, and the first behind it


def with_whole_labels(blocks: Sequence[Block], forms: Sequence[Form]) -> Iterator[Block]:
    """Yield blocks, the lines that together are a label of a form in one: 结果 and 纠正.

    One of them is no label by itself, and a label or figure stands before or behind them, or
    before or behind others like them.
    """
    words = [vocabulary(form) for form in forms]
    ends = dict(_anchored(_spans(list(map(_letters, blocks)), words), blocks, words))
    at = 0
    while at < len(blocks):
        block, end = blocks[at], ends.get(at, at + 1)
        if end > at + 1 and isinstance(block, Paragraph):
            texts = (its.text.strip() for its in blocks[at:end] if isinstance(its, Paragraph))
            block = replace(block, text="".join(texts))
        yield block
        at = end


def _letters(block: Block) -> str | None:
    """Return the letters of a line that can be a piece of a label, None for any other block.

    A bracket may stand in a line of its own; a sign that may be a figure is one.
    """
    if not isinstance(block, Paragraph) or block.heading:
        return None
    text = block.text.strip()
    ended = text.endswith(_ENDS) or is_figure_word(text) or is_parted(text)
    letters = "" if ended or len(text) > _LONGEST else letters_of(text)
    return letters or ("" if text and _MARKS.issuperset(text) else None)


def _spans(lines: Sequence[str | None], words: Sequence[Vocabulary]) -> list[Span]:
    """Return the longest runs of lines that are a label, none with more lines than letters."""
    whole = frozenset().union(*(its.letters for its in words))
    beginnings = frozenset().union(*(its.beginnings for its in words))
    spans: list[Span] = []
    at = 0
    while at < len(lines):
        end = _end(lines, at, whole, beginnings)
        if end > at + 1 and not whole.issuperset(lines[at:end]):
            spans.append((at, end))
            at = end
        else:
            at += 1
    return spans


def _end(
    lines: Sequence[str | None], at: int, whole: frozenset[str], beginnings: frozenset[str]
) -> int:
    """Return the line behind the longest label that begins with a line; `at` without any."""
    letters, last = "", at
    for end in range(at, len(lines)):
        piece = lines[end]
        if piece is None or not (piece or letters):
            break
        letters = key_of(letters + piece)
        if letters not in beginnings:
            break
        if letters in whole:
            last = end + 1
    return last


def _anchored(
    spans: Sequence[Span], blocks: Sequence[Block], words: Sequence[Vocabulary]
) -> Iterator[Span]:
    """Yield the runs beside a label or a figure; runs that touch each other stand together."""
    touching = [True, *(one[1] == other[0] for one, other in pairwise(spans))]
    groups: list[list[Span]] = []
    for span, touches in zip(spans, touching, strict=False):
        if groups and touches:
            groups[-1].append(span)
        else:
            groups.append([span])
    for group in groups:
        first, end = group[0][0], group[-1][1]
        beside = (*blocks[max(first - 1, 0) : first], *blocks[end : end + 1])
        if any(_is_of_table(block, words) for block in beside):
            yield from group


def _is_of_table(block: Block, words: Sequence[Vocabulary]) -> bool:
    """Tell whether a block is a line of labels and figures."""
    text = block.text.strip() if isinstance(block, Paragraph) else ""
    if not text or is_parted(text):
        return False
    return parse_line(text, lambda word: any(its.word(word).meanings for its in words)) is not None
