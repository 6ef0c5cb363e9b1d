"""How alike two texts are, paragraph by paragraph: what was taken over from last year."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from gicapp.core.text.passages import Sentence, body_of, plain

_SHINGLE: Final = 4  # characters; shorter ones are shared by all official prose
_FIGURE: Final = re.compile(r"\d+(?:\.\d+)?")
_SHORTEST: Final = 12  # characters below which a paragraph is a heading or a formula


@dataclass(frozen=True)
class Likeness:
    """A paragraph of this year with the paragraph of last year that it is most like.

    `share` is 0 to 1, years left aside; places are of the printed texts. `same` are the
    sentences of this year's paragraph that stand in last year's text word for word.
    """

    now: tuple[int, int]
    before: tuple[int, int]
    share: float
    same: tuple[tuple[int, int], ...]


def likenesses(now: str, before: str) -> tuple[Likeness, ...]:
    """Return every paragraph of this year's text with its nearest one of last year's."""
    old = _paragraphs(before)
    old_sentences = _sentence_bodies(before)
    found = []
    for start, end in _paragraphs(now):
        shingles = _shingles(_body(now[start:end]))
        nearest = max(
            old,
            key=lambda span: _share(shingles, _shingles(_body(before[span[0] : span[1]]))),
            default=(0, 0),
        )
        share = _share(shingles, _shingles(_body(before[nearest[0] : nearest[1]])))
        same = tuple(s for s in _same_sentences(now, old_sentences) if start <= s[0] < end)
        found.append(Likeness((start, end), nearest, share, same))
    return tuple(found)


def similarity(now: str, before: str) -> float:
    """Return how alike two whole texts are, 0 to 1: the shared part of their word runs."""
    return _share(_all_shingles(now), _all_shingles(before))


@lru_cache(maxsize=32)
def _same_sentences(now: str, old: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Return the places of the sentences of a text that are among the old ones."""
    flat = plain(now)
    return tuple(
        flat.span(sentence.start, sentence.end)
        for sentence in flat.sentences
        if (body := _sentence_body(sentence)) and body in old
    )


def same_sentences(now: str, before: str) -> tuple[tuple[int, int], ...]:
    """Return the places of this year's sentences that stand in last year's, years aside."""
    return _same_sentences(now, _sentence_bodies(before))


@lru_cache(maxsize=32)
def _sentence_bodies(text: str) -> frozenset[str]:
    return frozenset(body for s in plain(text).sentences if (body := _sentence_body(s)))


def _sentence_body(sentence: Sentence) -> str:
    body = _body(sentence.text)
    return body if len(body) >= _SHORTEST else ""


@lru_cache(maxsize=512)
def _body(text: str) -> str:
    return body_of(plain(text).text)


def _all_shingles(text: str) -> frozenset[str]:
    """Return the word runs of all paragraphs; those of unchanged ones are known already."""
    lines = (_body(line) for line in text.split("\n"))
    return frozenset().union(*(_shingles(body) for body in lines if len(body) >= _SHINGLE))


@lru_cache(maxsize=512)
def _shingles(body: str) -> frozenset[str]:
    body = _FIGURE.sub("0", body)
    return frozenset(body[n : n + _SHINGLE] for n in range(max(1, len(body) - _SHINGLE + 1)))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of word runs that two texts have in common (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the places of the paragraphs that are longer than a heading."""
    return [m.span() for m in re.finditer(r"[^\n]+", text) if len(m[0].strip()) >= _SHORTEST]
