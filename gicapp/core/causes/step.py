"""One supposed slip: the cells that would be set right, and how hard it is to believe."""

from dataclasses import dataclass
from enum import StrEnum

from gicapp.core.causes.ledger import Assignments


class Kind(StrEnum):
    """What went wrong, in the order in which explanations of one cost are offered."""

    CELL = "cell"  # one number typed wrong
    LINE = "line"  # a whole row or column of totals left 0
    NATURAL = "natural"  # a row of totals books everybody under one column
    RECKONED = "reckoned"  # several totals of one line are not their parts' sums
    LEFTOVER = "leftover"  # a row left over from last year
    MISSING = "missing"  # a row that was not filled
    SHIFTED = "shifted"  # a figure one column or one row off
    EXCHANGED = "exchanged"  # two figures in each other's place
    MOVED = "moved"  # some applications in a wrong column or row
    BOOKED = "booked"  # an application counted too often or not at all
    PAIR = "pair"  # two numbers typed wrong


@dataclass(frozen=True, slots=True)
class Step:
    """A supposed slip. `sets` are its cells and what they are to hold; lower `cost` is likelier."""

    kind: Kind
    sets: Assignments
    cost: float

    @property
    def cells(self) -> frozenset[str]:
        """Return the cells that the step sets."""
        return frozenset(cell for cell, _ in self.sets)
