"""Whether a label says what the form prints: letter by letter, layout and widths aside (T3-10)."""

from collections import Counter
from collections.abc import Iterable, Iterator

from gicapp.core.reading import LabelFound
from gicapp.core.recognition.claims import Claims, one_line
from gicapp.core.recognition.label_text import label_text, letters_and_numbering
from gicapp.core.recognition.vocabulary import Axis, Match
from gicapp.form.declaration import Table


def labels_worded(claims: Claims, tables: Iterable[Table]) -> Iterator[LabelFound]:
    """Yield the labels of upright tables in the form's own arrangement that say something else.

    A sheet that puts the rows side by side is no printed form: its labels are its own.
    """
    rows = Counter(met.table for met in claims.rows)
    whole = {t.id for t in tables if not t.label_columns or 2 * rows[t.id] >= len(t.rows)}
    if claims.plane.turned:
        return
    noted = [(spot.cell.text, meaning) for spot, meaning in claims.noted]
    heads = [
        (spot.cell.text, meaning)
        for spots in claims.plane.spots.values()
        for spot in spots
        for meaning in spot.word.meanings
        if meaning.axis is Axis.HEAD
    ]
    for text, meaning in dict.fromkeys([*noted, *heads]):
        if meaning.table not in whole or not meaning.label:
            continue
        is_joined = label_text(text).key != label_text(meaning.label).key
        if meaning.match is Match.OFFICIAL and is_joined:
            continue  # row and group in one label, or a label without its bracket
        if is_other_wording(text, meaning.label):
            yield LabelFound(meaning.table, one_line(text), one_line(meaning.label))


def is_other_wording(found: str, official: str) -> bool:
    """Tell whether a label has other letters than the official one, or another numbering.

    Blanks, line ends, widths, punctuation and the unit do not count, nor a numbering left out.
    """
    letters, numbering = letters_and_numbering(found)
    official_letters, official_numbering = letters_and_numbering(official)
    if letters != official_letters:
        return True
    return bool(numbering and official_numbering) and numbering != official_numbering
