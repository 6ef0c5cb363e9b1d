"""What a source holds, in reading order: paragraphs and grids. Readers make it, nothing more."""

from dataclasses import dataclass
from typing import TypeAlias

from gicapp.core.grid import Grid


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of text outside tables; `heading` is its outline level (1…), 0 for body."""

    text: str
    heading: int = 0


@dataclass(frozen=True)
class Problem:
    """Something that a reader could not read or is not certain of.

    `code` is stable (`value.text`, `file.encrypted`); `where` is the place in the source's
    words; `message` is a complete Chinese sentence that says what to do.
    """

    code: str
    where: str
    message: str
    cells: tuple[str, ...] = ()


Block: TypeAlias = Paragraph | Grid


@dataclass(frozen=True)
class Content:
    """Everything that was found in a source: its kind (`xlsx`, `docx`, …), blocks, problems."""

    format: str
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()
