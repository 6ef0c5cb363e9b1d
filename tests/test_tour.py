import subprocess
import sys
from pathlib import Path


def test_the_tour_does_the_main_job_and_ends_well(tmp_path: Path) -> None:
    result = subprocess.run(  # a process of its own: how it ends matters
        [sys.executable, "-m", "gicapp", "tour", str(tmp_path / "out")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert result.returncode == 0
    assert "其中错误 1 条" in result.stdout
    assert names >= {"本年报告.gic", "本年报告.docx", *(f"section-{n}.png" for n in range(7))}
