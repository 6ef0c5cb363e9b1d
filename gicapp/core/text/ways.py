"""Applications told by the way they were sent, and not in all: 网络申请 24 件，信函申请 8 件."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from gicapp.core.report import Unit
from gicapp.core.text.claims import speaks_of_requests
from gicapp.core.text.listed import OF_SO_MANY, blotted
from gicapp.core.text.numbers import COUNTED, Quantity, quantities
from gicapp.core.text.passages import Sentence, plain
from gicapp.core.text.phrases import WAYS
from gicapp.core.text.scope import is_about_others, is_help, speaks_of_all_of_it

# the ways of asking exclude each other, so a list of nothing else must make up the whole
WAY: Final = re.compile(WAYS)
_BY_LETTER: Final = re.compile(
    "(?:信件|来信)(?=申请|渠道|方式|提出)"
)  # not letters on other matters
_PIECE: Final = re.compile(r"[^，、；：。（）和]+")
_BY_WAY: Final = re.compile(
    r"(?:从|按照?)[^，。；：\d]{0,8}(?:方式|渠道|途径|形式)(?:来看|上看|看|来分|划分|分类|分)?[，：]?"
)
_LED: Final = re.compile("其中[，：]?")  # behind a sentence that gives the whole
_SEVERAL: Final = 3
_CAME: Final = re.compile("收到|受理|接收|接到|收悉")
# the whole is told, or what is listed are only some
_TOLD_IN_ALL: Final = re.compile("其中|合计|共计|总计|等")


_ANSWERED: Final = re.compile("答复|回复|送达|领取")
_OF_A_FIRM: Final = re.compile("企业|公司|行业|业务|管理|[局员]|网点|服务")  # 快递企业, 邮政管理


@dataclass(frozen=True)
class Ways:
    """The applications that came by each way; places of the plain text."""

    parts: tuple[Quantity, ...]


@dataclass(frozen=True)
class _Piece:
    """The words between two signs, and the figure that they give."""

    words: str
    figure: Quantity

    def is_way(self) -> bool:
        """Tell whether the words name a way of asking, not one of answering: 当面答复 9 件."""
        return not _ANSWERED.search(self.words) and any(
            not _OF_A_FIRM.match(self.words, way.end()) for way in WAY.finditer(self.words)
        )


@lru_cache(maxsize=64)
def ways_in(text: str, unit: Unit, year: int | None) -> tuple[Ways, ...]:
    """Return where a text tells the body's applications by all their ways, but not their sum."""
    found: list[Ways] = []
    sentences = plain(text).sentences
    for sentence in sentences:
        parts = _parts_in(sentence.text)
        if not parts or not _is_own(sentence, parts[-1], unit, year):
            continue
        so_far = (s for s in sentences if s.line == sentence.line and s.start <= sentence.start)
        if any(map(speaks_of_requests, so_far)):
            found.append(Ways(tuple(part.figure.moved(sentence.start) for part in parts)))
    return tuple(found)


def _is_own(sentence: Sentence, last: _Piece, unit: Unit, year: int | None) -> bool:
    """Tell whether the words up to the last part are of the body's own applications this year."""
    said = sentence.text[: last.figure.end]
    others = is_about_others(_BY_LETTER.sub("", said)) or is_help(said)
    return not others and speaks_of_all_of_it(said, unit, year)


@lru_cache(maxsize=4096)
def _parts_in(text: str) -> tuple[_Piece, ...]:
    """Return the parts that a sentence tells; kept, because most sentences stay."""
    led = _LED.match(text)
    words = "＊" * led.end() + text[led.end() :] if led else text
    bare = blotted(words)
    if len(WAY.findall(bare)) > 1:  # 线下 21 件（信函 18 件、当面 3 件）
        words = bare
    if not WAY.search(words) or _TOLD_IN_ALL.search(words):
        return ()
    return _parts_of(words, tuple(_pieces(words)), led=led is not None)


_OF_ONE: Final = re.compile(OF_SO_MANY)


def _pieces(text: str) -> Iterator[_Piece]:
    for match in _PIECE.finditer(text):
        if match.start() and _OF_ONE.search(match[0]):  # 线下的 7 件中有 2 件现场递交
            return
        counted = [q for q in quantities(text, *match.span()) if q.unit in COUNTED]
        if counted:
            yield _Piece(match[0], counted[-1])  # 27 件新收申请中网上提交 15 件


def _parts_of(text: str, pieces: tuple[_Piece, ...], *, led: bool) -> tuple[_Piece, ...]:
    """Return the parts where they are told to be all: by 按方式看, 线上 and 线下, or one by one."""
    ways = tuple(piece for piece in pieces if piece.is_way())
    if len(ways) < 2 or ways[0] != pieces[0] or any(way.figure.about for way in ways):
        return ()
    if (_BY_WAY.match(text) or (led and len(ways) >= _SEVERAL)) and ways == pieces:
        return ways
    if len(ways) == 2 and "线上" in ways[0].words and "线下" in ways[1].words:
        return ways
    one_by_one = pieces[: len(ways)] == ways and _CAME.search(ways[0].words)
    return ways if one_by_one and not any(_CAME.search(way.words) for way in ways[1:]) else ()
