"""Where a pattern stands in a text, looked for line by line: only a line that changed is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Found:
    """A match within a line; its places are those in the whole text."""

    match: re.Match[str]
    line_start: int

    def __getitem__(self, group: int | str) -> str:
        """Return what a group matched, nothing where it matched nothing."""
        return self.match[group] or ""

    def start(self, group: int | str = 0) -> int:
        """Return where a group begins in the text."""
        return self.match.start(group) + self.line_start

    def end(self, group: int | str = 0) -> int:
        """Return where a group ends in the text."""
        return self.match.end(group) + self.line_start

    def span(self, group: int | str = 0) -> tuple[int, int]:
        """Return where a group begins and ends in the text."""
        return self.start(group), self.end(group)


@lru_cache(maxsize=512)
def find_all(pattern: re.Pattern[str], text: str) -> tuple[Found, ...]:
    """Return the matches of a pattern that never crosses the end of a line, in order."""
    return tuple(_found(pattern, text))


def _found(pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    start = 0
    for line in text.split("\n"):
        for match in _matches(pattern, line):
            yield Found(match, start)
        start += len(line) + 1


@lru_cache(maxsize=16384)
def _matches(pattern: re.Pattern[str], line: str) -> tuple[re.Match[str], ...]:
    return tuple(pattern.finditer(line))
