"""One cell of an xlsx sheet: what its XML says, as text, exact number, formula and doubt."""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from gicapp.core.grid import Doubt, GridCell
from gicapp.files.reading.figure import from_written
from gicapp.files.reading.markup import attribute, child, local
from gicapp.files.reading.number_format import PLAIN, Format, Said, said
from gicapp.files.reading.placing import letters
from gicapp.files.reading.set_apart import END, RAISED, STRUCK, in_brackets
from gicapp.form.values import Number

Told = tuple[str, Number | None, Doubt | None, str]  # text, number, doubt, formula

_CODED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_LONGEST: Final = 2000  # characters of a shared formula that is worked out for other cells
_LOGICAL: Final = {"1": "TRUE", "0": "FALSE"}


@dataclass(frozen=True)
class Book:
    """What the cells of all sheets refer to.

    `recalculated`: the program that wrote the file left results to be reckoned on opening.
    """

    strings: list[str] = field(default_factory=list)
    formats: list[Format] = field(default_factory=list)
    recalculated: bool = False


class Written(NamedTuple):
    """What the XML of a cell says: type, number of its style, value, and formula if any."""

    kind: str
    style: str
    value: str
    formula: str


@dataclass
class Formulas:
    """The formulas that several cells of a sheet share, by their number."""

    shared: dict[str, tuple[str, str]] = field(default_factory=dict)
    moves: int = 2000  # how many may still be worked out for another cell

    def text_of(self, element: etree._Element, where: str) -> str:
        """Return the formula of an `f` element as it reads in the cell at `where`."""
        text = element.text or ""
        number = element.get("si", "")
        if element.get("t") != "shared" or not number:
            return f"={text}"
        if text:
            self.shared[number] = (text, where)
            return f"={text}"
        text, origin = self.shared.get(number, ("", ""))
        self.moves -= 1
        known = text and len(text) <= _LONGEST and self.moves >= 0
        return _moved(text, origin, where) if known else "="


def read_cell(
    element: etree._Element, position: tuple[int, int], book: Book, formulas: Formulas
) -> GridCell | None:
    """Return the cell of a `c` element at (row, column); None when nothing stands in it."""
    parts = {local(part): part for part in element}
    value = parts["v"].text or "" if "v" in parts else ""
    if "is" in parts:
        value = text_of(parts["is"])
    row, column = position
    where = f"{letters(column)}{row + 1}"
    formula = formulas.text_of(parts["f"], where) if "f" in parts else ""
    told = told_by(Written(element.get("t", "n"), element.get("s", "0"), value, formula), book)
    if told is None:
        return None
    text, number, doubt, formula = told
    return GridCell(row, column, text, number, 1, 1, where, doubt, formula)


def told_by(written: Written, book: Book) -> Told | None:
    """Return what a cell tells; None when nothing stands in it."""
    kind, _, value, formula = written
    if not value and (not formula or kind == "str"):
        return None
    text, number, doubt = _said(written, book)
    if formula and (not value or (book.recalculated and number == 0)):
        return "", None, Doubt.FORMULA, formula
    return text, number, doubt, formula


def text_of(item: etree._Element) -> str:
    """Return the text of a string item without its reading aids (phonetic runs)."""
    words = []
    for piece in item.iter("{*}t"):
        run = piece.getparent()
        if run is None or local(run) != "rPh":
            mark = _mark(child(run, "rPr"))
            words.append(f"{mark}{piece.text or ''}{END if mark else ''}")
    return uncoded(in_brackets("".join(words)))


def _mark(properties: etree._Element | None) -> str:
    """Return the mark of a run that is raised or struck out."""
    struck = child(properties, "strike")
    if struck is not None and attribute(struck) not in {"0", "false"}:
        return STRUCK
    raised = attribute(child(properties, "vertAlign")) in {"superscript", "subscript"}
    return RAISED if raised else ""


def uncoded(words: str) -> str:
    """Return a string with the letters that Excel writes as codes."""
    return _CODED.sub(lambda match: chr(int(match[1], 16)), words) if "_x" in words else words


def _said(written: Written, book: Book) -> Said:
    kind, _, value, _ = written
    if kind == "s":
        index = int(value) if value.strip().isdecimal() else -1
        known = 0 <= index < len(book.strings)
        return (book.strings[index], None, None) if known else (value, None, Doubt.ERROR)
    if kind in {"str", "inlineStr"}:
        return value, None, None
    if kind == "b":
        return _LOGICAL.get(value.strip(), value), None, None
    if kind == "d":
        return value, None, Doubt.DATE
    return (value, None, Doubt.ERROR) if kind == "e" else _numeric(written, book)


def _numeric(written: Written, book: Book) -> Said:
    number = from_written(written.value)
    if number is None:
        return written.value, None, Doubt.ERROR
    index = int(written.style) if written.style.isdecimal() else 0
    look = book.formats[index] if index < len(book.formats) else PLAIN
    return said(number, look)


def _moved(formula: str, origin: str, where: str) -> str:
    from openpyxl.formula.tokenizer import TokenizerError
    from openpyxl.formula.translate import Translator, TranslatorError

    try:
        return str(Translator(f"={formula}", origin).translate_formula(where))
    except (TokenizerError, TranslatorError, ValueError):
        return "="
