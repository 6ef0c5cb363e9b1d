"""What pages are set in: faces, sizes, and how wide text is in them; lengths in points."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final, Protocol

MM: Final = 72 / 25.4  # points in a millimetre


class Face(Enum):
    """A type face by its part in the document; the machine's fonts are chosen for it later."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    BODY = "body"
    TABLE = "table"
    FOLIO = "folio"


@dataclass(frozen=True, slots=True)
class Style:
    """A face at a size in points; `latin` for words and numbers without Chinese characters."""

    face: Face
    size: float
    latin: bool = False

    def of_latin(self) -> "Style":
        """Return the style of the words and numbers that stand among this style's characters."""
        return replace(self, latin=True)


class Metric(Protocol):
    """What must be known of the fonts to lay out pages."""

    def width(self, text: str, style: Style) -> float:
        """Return how wide a text without Chinese characters is, in points."""
