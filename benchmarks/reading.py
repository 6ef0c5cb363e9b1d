"""Reading official workbooks, against the bare fast reader over the same files in the same run.

Run as `python -m benchmarks.reading [files]`. Each file is a different consistent-looking
report in the official layout, written as Excel writes it, with merges and shared strings. The
baseline opens the file with python-calamine and takes the values of its sheets, no more.
"""

import gc
import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from gicapp.files.reading import content_of, read_source
from gicapp.form.declaration import Form
from gicapp.form.loader import load_form


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with TemporaryDirectory() as folder:
        files = _write(Path(folder), count, load_form())
        bare, content, whole = _measure(files, (_bare, _content, read_source))
    print(f"{count} official workbooks, medians")
    print(f"bare fast reader     {bare * 1000:6.2f} ms")
    print(f"into content         {content * 1000:6.2f} ms   {content / bare:4.1f} times")
    print(f"into a reading       {whole * 1000:6.2f} ms   {whole / bare:4.1f} times")


def _bare(path: Path) -> object:
    with CalamineWorkbook.from_path(path) as book:
        return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def _content(path: Path) -> object:
    return content_of(path.read_bytes())


def _measure(files: list[Path], readers: tuple[Callable[[Path], object], ...]) -> list[float]:
    """Return the median time of each reader; they take turns, so that all meet the same noise."""
    times: list[list[float]] = [[] for _ in readers]
    for reader in readers:
        reader(files[0])
    gc.disable()
    for file in files:
        for reader, taken in zip(readers, times, strict=True):
            start = time.perf_counter()
            reader(file)
            taken.append(time.perf_counter() - start)
        gc.collect(0)
    gc.enable()
    return [statistics.median(taken) for taken in times]


def _write(folder: Path, count: int, form: Form) -> list[Path]:
    files = []
    for number in range(count):
        path = folder / f"{number}.xlsx"
        path.write_bytes(_official(form, Random(number), f"测试市第{number}局"))
        files.append(path)
    return files


def _official(form: Form, random: Random, unit: str) -> bytes:
    """Write the three tables under a title, each as it is printed."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = form.title.format(unit=unit, year=2023)
    top = 3
    for table in form.tables:
        sheet.cell(top, 1, form.sections[table.section - 1].heading)
        for box in table.boxes:
            row, column = top + 1 + box.line, box.column + 1
            value = random.choice((0, 0, 0, 1, 2, 35)) if box.cell else box.text
            sheet.cell(row, column, value)
            if (box.lines, box.columns) != (1, 1):
                sheet.merge_cells(None, row, column, row + box.lines - 1, column + box.columns - 1)
        top += 3 + max(box.line + box.lines for box in table.boxes)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
