"""Broken sources by the thousand: nothing may raise, hang, or read another figure in silence.

Run as `python -m benchmarks.fuzz_reading [files of each kind] [seed]`. A broken ZIP that still
reads without a problem must read as before; of a workbook with broken XML, both ways of reading
a sheet must say the same. Prints what was met by kind, with the slowest file, and ends with 1 on
a fault.
"""

import faulthandler
import sys
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import gettempdir

from gicapp.core.content import Content
from gicapp.core.grid import Grid
from gicapp.files.reading import content_of
from gicapp.files.reading.unreadable import Unreadable
from tests.files.reading.mutation import broken
from tests.files.reading.parts import untidy
from tests.files.reading.sources import WRITERS, Cell, Table, delimited

_LONGEST = 2.0  # seconds


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    faults = sum(_fuzz(kind, data, count, seed) for kind, data in _sources().items())
    sys.exit(1 if faults else 0)


def _sources() -> dict[str, bytes]:
    table = _table()
    sources = {kind: write(table) for kind, write in WRITERS.items()}
    sources["csv"] = delimited(table, ",", "utf-8")
    sources["csv-gb"] = delimited(table, ",", "gb18030")
    sources["tsv-wide"] = delimited(table, "\t", "utf-16")
    return sources


def _table() -> Table:
    cells: dict[tuple[int, int], Cell] = {(0, 0): "三、收到和处理政府信息公开申请情况"}
    for row in range(2, 31):
        if row not in range(4, 13):
            cells[row, 0] = f"（{row}）标签"
        for column in range(3, 10):
            cells[row, column] = row * 10 + column
    cells[30, 9] = Decimal("12.345678")
    return Table(cells, [(0, 0, 0, 9), (2, 0, 2, 2), (3, 0, 12, 0)])


def _fuzz(kind: str, data: bytes, count: int, seed: int) -> int:
    sound, found, faults = content_of(data), Counter[str](), 0
    slowest = 0.0
    for number in range(count):
        way, bad = broken(data, Random(f"{seed} {kind} {number}"))
        faulthandler.dump_traceback_later(20, exit=True)
        start = time.perf_counter()
        content = content_of(bad)
        taken = time.perf_counter() - start
        slowest = max(slowest, taken)
        fault = _fault(kind, way, sound, content, bad)
        if taken > _LONGEST:
            fault = "slow"
        if fault:
            faults += 1
            path = Path(gettempdir()) / f"fault-{kind}-{number}-{way}-{fault}"
            path.write_bytes(bad)
            print(f"  {path}")
        codes = {problem.code for problem in content.problems} or {"read"}
        found.update(codes)
    faulthandler.cancel_dump_traceback_later()
    print(f"{kind:10} {slowest * 1000:7.1f} ms at most  {dict(found.most_common())}")
    return faults


def _fault(kind: str, way: str, sound: Content, content: Content, bad: bytes) -> str:
    """Return what is wrong with how a broken source was read; nothing when all is well."""
    if any(problem.message.startswith("程序") for problem in content.problems):
        return "raised"
    if content.problems or not bad.startswith(b"PK\x03"):  # two letters alone are a text
        return ""
    if way != "repacked":
        return "" if _figures(content) == _figures(sound) else "misread"
    return _two_readers(content, sound, bad) if kind == "xlsx" else ""


def _two_readers(content: Content, sound: Content, bad: bytes) -> str:
    """Compare what was read the short way with the long way through the XML."""
    if _figures(content) == _figures(sound):
        return ""
    try:
        other = content_of(untidy(bad))
    except Unreadable:
        return ""
    if other.problems:
        return "lax" if _figures(content) and not _figures(other) else ""
    return "" if _figures(other) == _figures(content) else "differ"


def _figures(content: Content) -> list[tuple[str, int, int, str, int, int]]:
    return [
        (block.name, cell.row, cell.column, cell.text, cell.rows, cell.columns)
        for block in content.blocks
        if isinstance(block, Grid)
        for cell in block.cells
    ]


if __name__ == "__main__":
    main()
