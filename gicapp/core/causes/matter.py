"""Matters: failing sums that have to do with each other, with their explanations ranked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gicapp.core.causes.ledger import Ledger, State
from gicapp.core.causes.search import Explanation, explain

_OFFERED: Final = 3  # explanations of one matter that are shown
_MOST: Final = 6  # as many where they are equally likely
_ALIKE: Final = 0.15  # costs nearer than this are equally likely
_APART: Final = 0.5  # an explanation is certain when the next is this much harder to believe


@dataclass(frozen=True)
class Matter:
    """Failing sums that share cells, and at least one explanation of them, likeliest first."""

    explanations: list[Explanation]

    @property
    def alike(self) -> int:
        """Return how many explanations are as likely as the first."""
        return sum(1 for other in self.explanations if self._behind(other) < _ALIKE)

    @property
    def certain(self) -> bool:
        """Tell whether the first explanation leaves nothing and no other comes near it."""
        return not self.explanations[0].left and all(
            self._behind(other) >= _APART for other in self.explanations[1:2]
        )

    @property
    def offered(self) -> list[Explanation]:
        """Return the explanations to show."""
        return self.explanations[: max(_OFFERED, min(self.alike, _MOST))]

    def _behind(self, other: Explanation) -> float:
        best = self.explanations[0]
        return other.cost - best.cost if best.left == other.left else 9.0


def matters(ledger: Ledger) -> Iterator[Matter]:
    """Yield what fails in groups that share no cell."""
    left = ledger.hard(ledger.start)
    while left:
        group = _connected(ledger, left[0])
        left = [index for index in left if index not in group]
        failing = {i: off for i, off in ledger.start.failing.items() if i in group}
        explanations = explain(ledger, State({}, failing))
        if explanations:
            yield Matter(explanations)


def _connected(ledger: Ledger, index: int) -> set[int]:
    group, waiting = {index}, [index]
    while waiting:
        for cell, _ in ledger.equations[waiting.pop()].terms:
            new = {i for i, _ in ledger.through.get(cell, ())} - group
            group |= new
            waiting += new
    return group
