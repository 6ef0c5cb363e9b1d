"""Every slip of the pen in a text, looked for paragraph by paragraph."""

from functools import lru_cache
from typing import Final

from gicapp.core.text.confusions import confusions
from gicapp.core.text.gaps import gaps
from gicapp.core.text.mistake import Mistake
from gicapp.core.text.numbering import broken_lists
from gicapp.core.text.repeats import repeats
from gicapp.core.text.signs import (
    broken_links,
    doubled_signs,
    half_width_signs,
    mixed_brackets,
    unpaired_signs,
)
from gicapp.core.text.spelling import misspellings
from gicapp.core.text.unfinished import unfinished

_SEARCHES: Final = (
    repeats,
    doubled_signs,
    half_width_signs,
    broken_links,
    mixed_brackets,
    gaps,
    misspellings,
    confusions,
)


@lru_cache(maxsize=64)
def mistakes_in(text: str) -> tuple[Mistake, ...]:
    """Return the slips of a text in order of place; kept, because most text stays."""
    found = [*broken_lists(text), *unpaired_signs(text), *unfinished(text)]
    start = 0
    for line in text.split("\n"):
        found += [
            slip._replace(start=slip.start + start, end=slip.end + start)
            for slip in _mistakes_of_line(line)
        ]
        start += len(line) + 1
    return tuple(sorted(found))


@lru_cache(maxsize=1024)
def _mistakes_of_line(line: str) -> tuple[Mistake, ...]:
    """Return the slips that show within a paragraph."""
    return tuple(slip for search in _SEARCHES for slip in search(line))
