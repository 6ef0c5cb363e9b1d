"""What a person may choose about the printed pages."""

from dataclasses import dataclass
from enum import Enum


class Folio(Enum):
    """Where the page number stands."""

    OUTER = "outer"  # odd pages right, even pages left: GB/T 9704-2012
    CENTRE = "centre"
    NONE = "none"


@dataclass(frozen=True)
class PageOptions:
    """The choices; what is empty is not printed. `pitch` is from line to line, in points."""

    lead: bool = True
    number: str = ""
    signature: str = ""
    date: str = ""
    pitch: float = 29.0
    folio: Folio = Folio.OUTER
