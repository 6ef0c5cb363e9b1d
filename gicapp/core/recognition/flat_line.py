"""One line of a table that lost its lines: what its words are, labels or figures."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from gicapp.core.recognition.figure_text import is_measured
from gicapp.core.recognition.vocabulary import FIGURE_LETTERS

_LONGEST: Final = 120  # letters of a line that can be a row
_LONGEST_PARTED: Final = 400  # the same where signs part its cells
_LONGEST_PADDED: Final = 4000  # the same with the blanks that make columns of a width
_SIGN: Final = re.compile("[|｜│┃║]")
_FILLING: Final = re.compile(r"[|｜]{2,}\s*$")  # signs that stand for the width of merged cells
_CLOSED: Final = re.compile(r"[|｜] ?$")  # the sign behind the last cell, with the filling after it
_RULE: Final = re.compile(r"(?=.*(?:[-=]{2}|[─━═]))[|:+\-=\s｜│┃║─━═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋]+")


@dataclass(frozen=True)
class FlatLine:
    """The words of a line: labels first, then `figures`, which are any texts behind them.

    `filled` tells that signs fill the line up to the width of its table, `opened` that a sign
    stands before its first cell; `strange` is a word among the figures' places that is no
    figure, so may be a label.
    """

    labels: tuple[str, ...]
    figures: tuple[str, ...]
    parted: bool = False
    filled: bool = False
    opened: bool = False

    @property
    def strange(self) -> str:
        """Return the first word that is neither a label nor a figure; nothing if there is none."""
        return next((f for f in self.figures if not is_figure_word(f)), "")


def is_figure_word(text: str) -> bool:
    """Tell whether a text is all figures and the signs in them, or a number with its unit."""
    return FIGURE_LETTERS.issuperset(text) or is_measured(text)


def is_parted(text: str) -> bool:
    """Tell whether signs part the cells of a line, as in 规章 | 0 | 0 | 0."""
    return _SIGN.search(text) is not None


def is_sign(text: str) -> bool:
    """Tell whether a line is nothing but the sign behind the cell in the line before it."""
    return _SIGN.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Tell whether a line is drawn between the rows of a table, as |---|---| and +====+ are."""
    return len(text) <= _LONGEST_PADDED and _RULE.fullmatch(text) is not None


def cells_of(text: str) -> list[str]:
    """Return the cells of a line that signs part; signs that only fill the line up are none."""
    filling = _FILLING.search(text)
    before = text[: filling.start()] if filling else text.strip()
    if filling and not before.strip():
        return []
    if _CLOSED.search(before) if filling else _SIGN.match(before[-1:]):
        before = before.rstrip()[:-1]
    inner = before.strip()
    if _SIGN.match(inner):
        inner = inner[1:]
    return [cell.strip() for cell in _SIGN.split(inner)]


def parse_line(text: str, is_label: Callable[[str], bool]) -> FlatLine | None:
    """Return the words of a line, None for one that cannot be a row of a table."""
    parted = is_parted(text)
    longest = _LONGEST_PARTED if parted else _LONGEST
    if len(text) > _LONGEST_PADDED or len(" ".join(text.split())) > longest:
        return None
    return _parted(text, is_label) if parted else _spaced(text, is_label)


def _parted(text: str, is_label: Callable[[str], bool]) -> FlatLine:
    """Return the words of cells: all behind the last label may be figures, blanks too."""
    cells = cells_of(text)
    last = max((i for i, cell in enumerate(cells) if cell and is_label(cell)), default=-1)
    labels = tuple(cell for cell in cells[: last + 1] if cell and is_label(cell))
    filled = _FILLING.search(text) is not None
    opened = len(cells) > 1 and _SIGN.match(text.strip()) is not None
    return FlatLine(labels, tuple(cells[last + 1 :]), parted=True, filled=filled, opened=opened)


def _spaced(text: str, is_label: Callable[[str], bool]) -> FlatLine | None:
    """Return the words of a line with blanks between them; all before the figures are labels."""
    tokens = _with_units(text.split())
    count = 0
    while count < len(tokens) and is_figure_word(tokens[-1 - count]):
        count += 1
    cut = len(tokens) - count
    label = " ".join(tokens[:cut])
    parts = [label] if is_label(label) else tokens[:cut]
    return FlatLine(tuple(parts), tuple(tokens[cut:])) if all(map(is_label, parts)) else None


def _with_units(words: list[str]) -> list[str]:
    """Return words, a unit behind a number in one word with it: 12.5 万元 is one figure."""
    joined: list[str] = []
    for word in words:
        if joined and not is_figure_word(word) and is_measured(joined[-1] + word):
            joined[-1] += word
        else:
            joined.append(word)
    return joined
