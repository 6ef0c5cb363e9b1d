"""What a sentence claims about the tables: which figure it gives, and for what.

A claim is made only where the words name a row of the form beyond doubt and the sentence
speaks of the reporting body and the report year; everything else is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from gicapp.core.numbers import Quantity, quantity_of
from gicapp.core.passages import Sentence, plain
from gicapp.core.phrases import (
    APPLICANTS,
    APPLICATION,
    CARRIED,
    DISPUTES,
    DOCUMENTS,
    HANDLING,
    MEASURES,
    OUTCOMES,
    RECEIPTS,
    Phrase,
)
from gicapp.core.report import Unit
from gicapp.core.scope import is_about_others, speaks_of_now, speaks_of_unit

_WITH_NUMBER: Final = re.compile(r"[\d〇零一二两三四五六七八九十]")
# 线上, 书面: a part of what came in, unless the words say 等渠道
_PART_OF_IT: Final = re.compile(
    r"线上|线下|网[上络站]|书面|当面|信函|邮[寄件箱]|现场|平台|来函|窗口|传真|电话|口头|在线|自然人|个人|律师"
)
_ALL_OF_IT: Final = re.compile(r"等|各[类种渠]|多种|、|和|及")


@dataclass(frozen=True)
class Claim:
    """A figure in a text and the live figures that it may stand for.

    `meant` is the one the words name, `also` others they may lawfully mean, `doubtful` one
    that is another way of counting. `quantity` has places of the plain text.
    """

    name: str
    meant: str
    also: tuple[str, ...]
    doubtful: str
    quantity: Quantity
    sentence: Sentence


@dataclass(frozen=True)
class _Reporter:
    """Whose figures count, and of which year."""

    unit: Unit
    year: int | None


@lru_cache(maxsize=64)
def claims_in(text: str, unit: Unit, year: int | None) -> tuple[Claim, ...]:
    """Return the claims of a text in order; kept, because most text stays between edits."""
    found: list[Claim] = []
    line, about_requests = -1, False
    for sentence in plain(text).sentences:
        about_requests = speaks_of_requests(sentence) or (about_requests and sentence.line == line)
        line = sentence.line
        if _WITH_NUMBER.search(sentence.text):
            groups = _ALL_GROUPS if about_requests else _OTHER_GROUPS
            found += _claims_of(sentence, groups, _Reporter(unit, year))
    return tuple(sorted(found, key=lambda claim: claim.quantity.start))


def speaks_of_requests(sentence: Sentence) -> bool:
    """Tell whether a sentence, or the heading it stands under, is about applications."""
    return bool(APPLICATION.search(sentence.text) or APPLICATION.search(sentence.heading))


_OTHER_GROUPS: Final = (DISPUTES, DOCUMENTS, MEASURES)
_ALL_GROUPS: Final = (CARRIED, RECEIPTS, OUTCOMES, HANDLING, *_OTHER_GROUPS, APPLICANTS)
_DEPENDENT: Final = (CARRIED, OUTCOMES, HANDLING, APPLICANTS)


def _claims_of(
    sentence: Sentence, groups: tuple[tuple[Phrase, ...], ...], reporter: _Reporter
) -> Iterator[Claim]:
    """Yield the claims of one sentence; each number is used once, the surest phrase first.

    Where a sentence gives what a part received, its results are that part's too.
    """
    taken: set[int] = set()
    year = reporter.year
    part = part_of(sentence, reporter.unit, year) if groups is _ALL_GROUPS else None
    for group in groups:
        for phrase in group:
            for match in phrase.pattern.finditer(sentence.text):
                claim = _claim(phrase, match, sentence)
                if claim is None or claim.quantity.start in taken or not _years_fit(match, year):
                    continue
                taken.add(claim.quantity.start)
                if group in _DEPENDENT and part is not None and match.start() > part:
                    continue
                if _holds(phrase, match, sentence, reporter):
                    yield claim


def part_of(sentence: Sentence, unit: Unit, year: int | None) -> int | None:
    """Return where a sentence first gives what only a part of the body received, if it does."""
    for phrase in RECEIPTS:
        for match in phrase.pattern.finditer(sentence.text):
            before = sentence.text[: match.start()]
            if "其中" not in before and (
                _is_part(match.groupdict().get("fill") or "")
                or not speaks_of_unit(before + match[0], unit)
                or not speaks_of_now(before + match[0], year)
            ):
                return match.start()
    return None


def _claim(phrase: Phrase, match: re.Match[str], sentence: Sentence) -> Claim | None:
    """Return the claim that a match makes, None where a needed scope is missing."""
    found = quantity_of(match)
    quantity = replace(found, start=found.start + sentence.start, end=found.end + sentence.start)
    meant = phrase.meant
    if "{row}" in meant:
        if not _speaks_of_new(sentence.text[: match.start()]):
            return None
        meant = meant.replace("{row}", "requests.new")
    return Claim(phrase.name, meant, phrase.also, phrase.doubtful, quantity, sentence)


def _holds(phrase: Phrase, match: re.Match[str], sentence: Sentence, reporter: _Reporter) -> bool:
    """Tell whether a match speaks of the body, of the year, and of what the phrase is about."""
    before = sentence.text[: match.start()]
    words = before + match[0]
    if phrase.total and "其中" in before:
        return False
    if not _means_it(phrase, match, sentence, words):
        return False
    own = before if "结转" in match[0] or match.groupdict().get("next") else words
    return speaks_of_now(own, reporter.year) and speaks_of_unit(words, reporter.unit)


def _means_it(phrase: Phrase, match: re.Match[str], sentence: Sentence, words: str) -> bool:
    """Tell whether the words around a match leave it the meaning that the phrase has."""
    clause = words[_clause_start(words[: match.start()]) :]
    if phrase.needs and not (phrase.needs.search(words) or phrase.needs.search(sentence.heading)):
        return False
    if phrase.unless and phrase.unless.search(clause):
        return False
    if phrase.requests and is_about_others(_clause_of(sentence, match)):
        return False
    return not _is_part(match.groupdict().get("fill") or "")


def _years_fit(match: re.Match[str], year: int | None) -> bool:
    """Tell whether the years that a phrase itself names are the ones it should name."""
    groups = match.groupdict()
    last, following = groups.get("last"), groups.get("next")
    if year is None:
        return not last and not following
    return last in (None, str(year - 1)) and following in (None, str(year + 1))


def _is_part(fill: str) -> bool:
    """Tell whether the words between verb and noun restrict it to one channel or applicant."""
    return bool(_PART_OF_IT.search(fill)) and not _ALL_OF_IT.search(fill)


def _clause_start(before: str) -> int:
    return max(before.rfind(sign) for sign in "，；：") + 1


def _clause_of(sentence: Sentence, match: re.Match[str]) -> str:
    """Return the clause that a match begins in, without the phrase itself."""
    start = _clause_start(sentence.text[: match.start()])
    return sentence.text[start : match.start()] + (match.groupdict().get("fill") or "")


_NEW_SAID: Final = re.compile(r"(?:收到|受理|接收|接到|新收)[^。；]*?申请[^。；]*?\d")
_RESULT_SAID: Final = re.compile(r"办结|答复|公开\d|提供\d|处理\d|结转")


def _speaks_of_new(before: str) -> bool:
    """Tell whether the words so far gave what came in, and no results yet."""
    return bool(_NEW_SAID.search(before)) and not _RESULT_SAID.search(before)
