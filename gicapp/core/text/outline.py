"""Heading levels of official documents, told from the numbering that people type."""

import re
from typing import Final

# 一、 and （一） are headings by themselves; 1. and （1） are, when the line is short and is not
# a sentence. Longer numbered lines are body text that happens to be numbered.
_LEVELS: Final = (
    re.compile(r"^[一二三四五六七八九十]+、"),
    re.compile(r"^[（(][一二三四五六七八九十]+[）)]"),
    re.compile(r"^\d{1,2}[.．、](?!\d)"),
    re.compile(r"^[（(]\d{1,2}[）)]"),
)
_LONGEST_HEADING: Final = 40
_SENTENCE_END: Final = "。；;！？，：:"


def heading_level(line: str) -> int:
    """Return 1 to 4 for a heading line (一、 / （一） / 1. / （1）), 0 for body text."""
    line = line.strip()
    if len(line) > _LONGEST_HEADING or line.endswith(tuple(_SENTENCE_END)):
        return 0
    return next((n for n, level in enumerate(_LEVELS, 1) if level.match(line)), 0)
