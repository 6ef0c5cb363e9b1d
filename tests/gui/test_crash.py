import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gicapp.files.recovery import recovery_copies
from gicapp.files.store import load_report

PROGRAM = Path(__file__).with_name("busy_program.py")
ALLOWED_SECONDS = 2.0


def run_and_kill(path: Path, folder: Path, seconds: float) -> list[tuple[float, int]]:
    """Run the busy program, kill it at once after a while; return when each edit was made."""
    edits = []
    command = [sys.executable, str(PROGRAM), str(path), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        end = None
        for line in process.stdout:
            now = time.monotonic()
            end = end or now + seconds
            edits.append((now, int(line)))
            if now > end:
                process.kill()
                break
    return edits


def edit_of(text: str) -> int:
    found = re.search(r"第 (\d+) 次", text)
    return int(found[1]) if found else 0


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_program_loses_two_seconds_at_most_and_no_file(tmp_path: Path, seed: int) -> None:
    path, folder = tmp_path / "报告.gic", tmp_path / "恢复"
    edits = run_and_kill(path, folder, random.Random(seed).uniform(0.5, 3.5))
    kept = [edit_of(copy.report.text("1")) for copy in recovery_copies(folder)]
    saved = edit_of(load_report(path).text("1"))
    killed = edits[-1][0]
    must_be_kept = max((n for at, n in edits if at < killed - ALLOWED_SECONDS), default=0)
    assert max([saved, *kept]) >= must_be_kept
