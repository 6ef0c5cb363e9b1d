"""Kills the program hundreds of times between edits and saves, and counts what is lost.

Run `python -m benchmarks.crash [KILLS]`. The baseline of the same run is the program without
recovery copies: what its last save alone would have brought back.
"""

import random
import statistics
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from gicapp.errors import GicError
from gicapp.files.recovery import recovery_copies
from gicapp.files.store import backup_of, load_report
from tests.gui.test_crash import edit_of, run_and_kill

KILLS = 300
AT_ONCE = 2
SHORTEST, LONGEST = 0.02, 5.0  # seconds of work before the kill


@dataclass(frozen=True)
class Outcome:
    """What one kill cost: seconds of work, with the copies and without; files not readable."""

    edits: int
    lost: float
    lost_without: float
    damaged: int


def main() -> None:
    """Kill as often as asked for and print the result."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = list(pool.map(one_kill, range(kills)))
    lost = [outcome.lost for outcome in outcomes]
    without = [outcome.lost_without for outcome in outcomes]
    print(f"kills {kills}, edits made {sum(outcome.edits for outcome in outcomes)}")
    print(f"files not readable afterwards {sum(outcome.damaged for outcome in outcomes)}")
    print(f"lost, seconds of work: median {statistics.median(lost):.2f}, worst {max(lost):.2f}")
    print(f"kills that lost more than 2 s: {sum(1 for seconds in lost if seconds > 2)}")
    median, worst = statistics.median(without), max(without)
    print(f"without recovery copies: median {median:.2f}, worst {worst:.2f}")


def one_kill(seed: int) -> Outcome:
    """Run the busy program, kill it at a moment of chance, and look at what is left."""
    with tempfile.TemporaryDirectory() as place:
        path, folder = Path(place) / "报告.gic", Path(place) / "恢复"
        edits = run_and_kill(path, folder, random.Random(seed).uniform(SHORTEST, LONGEST))
        saved, damaged = _saved(path)
        copies = list(folder.glob("*.gic"))
        kept = [edit_of(copy.report.text("1")) for copy in recovery_copies(folder)]
        damaged += len(copies) - len(kept)
        return Outcome(len(edits), _lost(edits, max([saved, *kept])), _lost(edits, saved), damaged)


def _saved(path: Path) -> tuple[int, int]:
    """Return the last edit that the file holds, and how many of file and backup are damaged."""
    last = damaged = 0
    for place in (path, backup_of(path)):
        if place.exists():
            try:
                last = max(last, edit_of(load_report(place).text("1")))
            except GicError:
                damaged += 1
    return last, damaged


def _lost(edits: list[tuple[float, int]], last: int) -> float:
    """Return the seconds from the first edit that is lost to the kill."""
    first = next((at for at, number in edits if number > last), None)
    return 0.0 if first is None else edits[-1][0] - first


if __name__ == "__main__":
    main()
