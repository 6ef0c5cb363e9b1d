"""Every label of a form with what it can mean: rows, columns, groups and headings of tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Final

from gicapp.core.recognition.label_text import label_text, letters_of
from gicapp.core.recognition.slip import MOST, is_shortened, nearest
from gicapp.form.declaration import Form, Table


class Axis(StrEnum):
    """What a label names."""

    ROW = "row"
    COLUMN = "column"
    GROUP = "group"  # a label over several rows
    HEAD = "head"  # a label that only decorates the table
    CELL = "cell"  # row and column in one label


class Match(StrEnum):
    """How surely a text is the label."""

    OFFICIAL = "official"
    SYNONYM = "synonym"
    SHORTENED = "shortened"
    SLIP = "slip"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a text may name. `id` is a row's, a column's or a group's, or `row.column`."""

    table: str
    axis: Axis
    id: str
    match: Match = Match.OFFICIAL
    label: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """What a text may mean; several meanings are told apart by where it stands.

    `certain`: it names one kind of thing in one table, wherever it stands. `doubtful` holds the
    labels it is close to when none could be taken.
    """

    meanings: tuple[Meaning, ...]
    numbering: str = ""
    unit: str = ""
    certain: bool = False
    doubtful: tuple[str, ...] = ()
    speaks: bool = False  # it means something, or nearly


_NO_WORD: Final = Word(())
FIGURE_LETTERS: Final = frozenset("0123456789０１２３４５６７８９.．,，-－—–/／+ \u3000\n\t")
_COUNTED: Final = re.compile("(数量|件数|总数|数|情况|信息)$")  # 行政许可数量 is 行政许可
_MOST_STRANGE: Final = 4  # letters that a slip may bring in
_MAYBE_SHORT: Final = (Axis.ROW, Axis.COLUMN)


class Vocabulary:
    """The labels of one form, by their letters."""

    def __init__(self, form: Form) -> None:
        self._meanings: dict[str, list[Meaning]] = {}
        self._joined: dict[str, list[Meaning]] = {}
        for table in form.tables:
            for key, meaning in _labels_of(table):
                _add(self._meanings, key, meaning)
            for key, meaning in _joined_labels_of(table):
                _add(self._joined, key, meaning)
        self._official = {
            key: meanings
            for key, meanings in self._meanings.items()
            if any(meaning.axis is not Axis.HEAD for meaning in meanings)
        }
        self._by_length: dict[int, list[str]] = {}
        for key in self._official:
            self._by_length.setdefault(len(key), []).append(key)
        self._maybe_short = {
            key: frozenset(key)
            for key, meanings in self._official.items()
            if meanings[0].axis in _MAYBE_SHORT
        }
        self._longest = max(self._by_length, default=0) + MOST
        self._letters = frozenset("".join(self._official))
        self._fingerprints = {label_text(text).key for text in form.fingerprints}
        self.is_fingerprint = lru_cache(maxsize=8192)(self._is_fingerprint)
        self.word = lru_cache(maxsize=32768)(self._word)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Return the letters of each label, with its numbering, unit and brackets or without."""
        printed = {m.label for meanings in self._meanings.values() for m in meanings}
        texts = map(label_text, printed)
        numbered = (letters_of(text.numbering) + text.bare for text in texts)
        return frozenset((*self._meanings, *map(letters_of, printed), *numbered))

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """Return what the letters of a label can begin with, themselves too."""
        return frozenset(label[:end] for label in self.letters for end in range(1, len(label) + 1))

    def _is_fingerprint(self, text: str) -> bool:
        """Tell whether a text is a label that only this form has."""
        return label_text(text).key in self._fingerprints

    def _word(self, text: str) -> Word:
        """Return what a text may mean; see `Word`."""
        if FIGURE_LETTERS.issuperset(text):
            return _NO_WORD
        label = label_text(text)
        if not label.key:
            return _NO_WORD
        meanings, doubtful = self._find(label.key, label.bare, label.unnumbered)
        places = {(m.table, m.axis) for m in meanings}
        if not meanings and not doubtful:
            return _NO_WORD
        certain = len(places) == 1
        return Word(tuple(meanings), label.numbering, label.unit, certain, doubtful, speaks=True)

    def _find(self, key: str, bare: str, unnumbered: str) -> tuple[list[Meaning], tuple[str, ...]]:
        exact = self._meanings.get(key) or self._meanings.get(key.lstrip("一二三四五六七八九十"))
        exact = exact or self._joined.get(key) or self._joined.get(unnumbered)
        if exact or len(key) < 3:
            return exact or [], ()
        for looser in (bare, _COUNTED.sub("", key)):
            if looser != key and looser in self._meanings:
                return _as(self._meanings[looser], Match.SHORTENED), ()
        if len(key) > self._longest or len(set(key) - self._letters) > _MOST_STRANGE:
            return [], ()
        return self._guess(key)

    def _guess(self, key: str) -> tuple[list[Meaning], tuple[str, ...]]:
        """Return the one label that a text is short or mistyped for, or those it is close to."""
        lengths = range(len(key) - MOST, len(key) + MOST + 1)
        near = [label for length in lengths for label in self._by_length.get(length, ())]
        close = self._one_meaning(nearest(key, near))
        if len(close) == 1:
            return _as(self._official[close[0]], Match.SLIP), ()
        if close:
            return [], tuple(self._official[label][0].label for label in close)
        own = frozenset(key)
        short = [
            label
            for label, letters in self._maybe_short.items()
            if own <= letters and is_shortened(key, label)
        ]
        meant = self._one_meaning(tuple(short))
        if len(meant) == 1:
            return _as(self._official[meant[0]], Match.SHORTENED), ()
        return [], ()

    def _one_meaning(self, labels: tuple[str, ...]) -> tuple[str, ...]:
        """Return the labels, only the first of those that mean the same."""
        seen: dict[tuple[tuple[str, str, str], ...], str] = {}
        for label in labels:
            what = tuple(sorted((m.table, m.axis, m.id) for m in self._official[label]))
            seen.setdefault(what, label)
        return tuple(seen.values())


_BUILT: Final[dict[int, tuple[Form, Vocabulary]]] = {}  # by identity: a form cannot be hashed


def vocabulary(form: Form) -> Vocabulary:
    """Return the vocabulary of a form, built once."""
    known = _BUILT.get(id(form))
    if known is None:
        known = _BUILT[id(form)] = (form, Vocabulary(form))
    return known[1]


def _add(index: dict[str, list[Meaning]], key: str, meaning: Meaning) -> None:
    """Note a meaning of a key; the surest match of the same thing counts."""
    known = index.setdefault(key, [])
    same = (meaning.table, meaning.axis, meaning.id)
    if key and all((m.table, m.axis, m.id) != same for m in known):
        known.append(meaning)


def _as(meanings: list[Meaning], match: Match) -> list[Meaning]:
    return [replace(meaning, match=match) for meaning in meanings]


def _labels_of(table: Table) -> Iterator[tuple[str, Meaning]]:
    for row in table.rows:
        for key, match in _keys(row.label, (row.name, *row.synonyms)):
            yield key, Meaning(table.id, Axis.ROW, row.id, match, row.label)
    for column in table.columns:
        for key, match in _keys(column.label, (column.name, *column.synonyms)):
            yield key, Meaning(table.id, Axis.COLUMN, column.id, match, column.label)
    groups = {label_text(row.group).key: row.group for row in table.rows if row.group}
    for box in table.boxes:
        if box.text and not box.labels_row and not box.labels_column:
            key = label_text(box.text).key
            axis = Axis.GROUP if key in groups else Axis.HEAD
            yield key, Meaning(table.id, axis, groups.get(key, key), Match.OFFICIAL, box.text)


def _keys(label: str, synonyms: tuple[str, ...]) -> Iterator[tuple[str, Match]]:
    """Yield the keys of a label: as printed, without its brackets, and its other names."""
    text = label_text(label)
    yield text.key, Match.OFFICIAL
    yield text.bare, Match.OFFICIAL
    for synonym in synonyms:
        yield label_text(synonym).key, Match.SYNONYM


def _joined_labels_of(table: Table) -> Iterator[tuple[str, Meaning]]:
    """Yield labels that are written as one: group and row, heading and group and row, a cell."""
    heads = ["", *(label_text(box.text).key for box in table.boxes if box.labels_row is None)]
    for row in table.rows:
        meaning = Meaning(table.id, Axis.ROW, row.id, Match.OFFICIAL, row.label)
        for key, _ in _keys(row.label, (row.name, *row.synonyms)):
            for head in heads if key else ():
                yield f"{head}{row.group}{key}", meaning
    for cell in table.cells:
        what = Meaning(table.id, Axis.CELL, f"{cell.row.id}.{cell.column.id}", label=cell.name)
        rows = {key for key, _ in _keys(cell.row.label, (cell.row.name, *cell.row.synonyms))}
        columns = {key for key, _ in _keys(cell.column.label, cell.column.synonyms)}
        for row_key in rows:
            for column_key in columns:
                yield f"{cell.row.group}{row_key}{column_key}", what
