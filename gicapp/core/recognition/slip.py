"""How far two labels are apart, and which label a slip of the pen stands for."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

# What turns one label into another one of the form or of another year: never a slip.
_TELLING: Final = frozenset("上本下去今明前后不未无非已小一二三四五六七八九十0123456789")
MOST: Final = 4  # letters that may differ at all
_SHORTEST: Final = 3
_WORDS_SWAPPED: Final = 6  # letters from which the same letters in another order are the label


def distance(one: str, other: str, limit: int) -> int:
    """Return the edit distance (insert, drop, replace, swap neighbours), or limit + 1 if above."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    far = limit + 1
    before: list[int] = []
    row = [min(j, far) for j in range(len(other) + 1)]
    for i, letter in enumerate(one, 1):
        earlier, before = before, row
        row = [min(i, far), *[far] * len(other)]
        for j in range(max(1, i - limit), min(len(other), i + limit) + 1):  # no farther off
            match = other[j - 1]
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != match))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == match:
                row[j] = min(row[j], earlier[j - 2] + 1)
        if min(row) > limit:
            return far
    return min(row[-1], far)


def allowed(length: int) -> int:
    """Return how many letters may differ: one, and a word in the long labels."""
    if length < _SHORTEST:
        return 0
    return 1 if length < 10 else min(2 + (length - 10) // 10, MOST)


@lru_cache(maxsize=1024)
def _letters_of(label: str) -> frozenset[str]:
    return frozenset(label)


def nearest(key: str, labels: Iterable[str]) -> tuple[str, ...]:
    """Return the labels that a key may be a slip for: one when it is clear, several when not.

    A label is a candidate within its allowance; only those within one letter of the best one
    are returned. A difference in a telling letter (上年, 本年, 不予, 三类) is no slip.
    """
    letters = set(key)
    in_order = sorted(key) if len(key) >= _WORDS_SWAPPED else None
    found: list[tuple[int, str]] = []
    for label in labels:
        if len(label) == len(key) and sorted(label) == in_order:
            found.append((1, label))  # 信访投诉举报类 for 信访举报投诉类
            continue
        limit = allowed(min(len(label), len(key) + 1))
        if abs(len(label) - len(key)) > limit:
            continue
        its = _letters_of(label)
        if len(letters - its) > limit or len(its - letters) > limit:
            continue
        apart = distance(key, label, limit)
        if apart <= limit and not _tells(key, label):
            found.append((apart, label))
    if not found:
        return ()
    best = min(found)[0]
    return tuple(label for apart, label in sorted(found) if apart <= best + 1)


def _tells(key: str, label: str) -> bool:
    """Tell whether the two differ in letters that make another label of it."""
    return sorted(_telling(key)) != sorted(_telling(label))


def _telling(text: str) -> list[str]:
    return [letter for letter in text if letter in _TELLING]


def is_shortened(key: str, label: str) -> bool:
    """Tell whether a key is a piece of a label, or most of it with letters left out."""
    if len(key) < 4 or len(key) >= len(label):
        return False
    if key in label:
        return len(key) * 3 >= len(label)
    letters = iter(label)
    return len(key) * 5 >= len(label) * 3 and all(letter in letters for letter in key)
