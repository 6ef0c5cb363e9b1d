"""What another draft says differently, by cell and by sentence, ready to be taken over."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from gicapp.core.change import Change, SetField, SetText, SetValue
from gicapp.core.reading import Reading
from gicapp.core.report import LEAD, Report, title_of
from gicapp.core.text.narrative import (
    PICTURE_SIGN,
    picture_token,
    pictures_in,
    rendered,
)
from gicapp.form.declaration import Cell, Form
from gicapp.form.values import Value, show

# a sentence with its mark and closing quotes, or the end of a paragraph
_PIECE: Final = re.compile(r"\n|[^。！？；\n]*[。！？；]+[”’』」）)]*|[^。！？；\n]+")
_LEAD_NAME: Final = "导语"
_PARAGRAPH_END: Final = "⏎"  # as shown


@dataclass(frozen=True)
class Difference:
    """One thing that the other draft says differently.

    `cell` is the id of a cell, or None for text; `section` the key of the section. `before` is
    what the report prints and `after` what the other draft says; `value` is its value, where a
    cell can be taken over. `pieces` are the sentences replaced, as (first,
    behind the last), and `text` what stands there instead.
    """

    section: str
    where: str
    before: str
    after: str
    cell: str | None = None
    value: Value = None
    pieces: tuple[int, int] | None = None
    text: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """Return a Chinese sentence for a list of differences."""
        if not self.before:
            return f"{self.where}：增加了“{self.after}”。"
        if not self.after:
            return f"{self.where}：删去了“{self.before}”。"
        return f"{self.where}：“{self.before}”改成了“{self.after}”。"

    @property
    def sentences(self) -> int:
        """Return how many sentences are gone, new or other ones; none for a cell or a title."""
        if self.pieces is None:
            return 0
        first, last = self.pieces
        gone = last - first - self.before.count(_PARAGRAPH_END)
        return max(gone, len(self.text) - self.text.count("\n"), 1)


def compare(report: Report, reading: Reading, form: Form) -> tuple[Difference, ...]:
    """Return what a reading says unlike the report; what it does not hold at all is no difference.

    Blank, `/` and 0 differ from each other. Sentences are compared as they are printed.
    """
    return (
        *_title(report, reading, form),
        *_cells(report, reading, form),
        *_texts(report, reading, form),
    )


def compare_versions(before: Report, after: Report, form: Form) -> tuple[Difference, ...]:
    """Return what a report says unlike an earlier version of it, as both are printed."""
    keys = (LEAD, *(section.key for section in form.sections))
    old, new = (
        {key: rendered(report, key).replace(PICTURE_SIGN, "") for key in keys}
        for report in (before, after)
    )
    cells = {cell: after.value(cell) for cell in form.cells}
    reading = Reading(title=title_of(after, form), cells=cells, narrative=new)
    return compare(replace(before, narrative=old), reading, form)


def changes_of(report: Report, chosen: Iterable[Difference]) -> tuple[Change, ...]:
    """Return the changes that take the chosen differences over; live figures elsewhere stay."""
    chosen = tuple(chosen)
    titles = [SetField("title", d.after) for d in chosen if d.cell is None and d.pieces is None]
    values = [SetValue(d.cell, d.value) for d in chosen if d.cell is not None]
    sections = sorted({d.section for d in chosen if d.pieces is not None})
    texts = [
        SetText(section, _merged(report, section, [d for d in chosen if d.section == section]))
        for section in sections
    ]
    return (*titles, *values, *texts)


def _title(report: Report, reading: Reading, form: Form) -> Iterator[Difference]:
    printed, read = title_of(report, form), "".join(reading.title.split())
    if read and read != "".join(printed.split()):
        yield Difference(LEAD, "标题", printed, read)


def _cells(report: Report, reading: Reading, form: Form) -> Iterator[Difference]:
    for cell in form.cells.values():
        if cell.id in reading.cells and reading.cells[cell.id] != report.value(cell.id):
            value = reading.cells[cell.id]
            section = form.table(cell.table).section
            yield Difference(
                str(section),
                _place(cell, form),
                _said(report.value(cell.id)),
                _said(value),
                cell.id,
                value,
            )


def _place(cell: Cell, form: Form) -> str:
    return f"{form.section(form.table(cell.table).section).heading}·{cell.name}"


def _said(value: Value) -> str:
    return show(value) or "空白"


def _texts(report: Report, reading: Reading, form: Form) -> Iterator[Difference]:
    if not reading.narrative:
        return  # the other draft holds tables alone
    names = {LEAD: _LEAD_NAME, **{section.key: section.heading for section in form.sections}}
    for key, name in names.items():
        before = [_printed(report, piece) for piece in _pieces(report.text(key))]
        after = _pieces(reading.narrative.get(key, ""))
        for first, last, said in _hunks(before, after):
            yield Difference(
                key, name, _shown(before[first:last]), _shown(said), pieces=(first, last), text=said
            )


def _hunks(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            yield first, last, tuple(after[start:end])


def _pieces(text: str) -> list[str]:
    """Cut a text into sentences and paragraph ends, blank lines and outer blanks left out."""
    lines = (line.strip() for line in text.splitlines())
    return _PIECE.findall("\n".join(line for line in lines if line))


def _printed(report: Report, piece: str) -> str:
    return rendered(replace(report, narrative={LEAD: piece}), LEAD).replace(PICTURE_SIGN, "")


def _shown(pieces: Iterable[str]) -> str:
    return "".join(_PARAGRAPH_END if piece == "\n" else piece for piece in pieces)


def _merged(report: Report, section: str, chosen: Iterable[Difference]) -> str:
    """Return the stored text of a section with the chosen sentences replaced, pictures kept."""
    pieces = _pieces(report.text(section))
    for difference in sorted(chosen, key=lambda d: d.pieces or (0, 0), reverse=True):
        if difference.pieces is not None:
            place = slice(*difference.pieces)
            pieces[place] = _with_pictures_of(pieces[place], difference.text)
    return "".join(pieces)


def _with_pictures_of(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Return pieces of text with the pictures of those they replace, as far from the end."""
    pieces = list(after)
    for number, piece in reversed(tuple(enumerate(before))):
        kept = "".join(f"⟦{picture_token(name)}⟧" for name in pictures_in(piece))
        if kept:
            pieces.insert(max(0, len(after) - len(before) + number), kept)
    return pieces
