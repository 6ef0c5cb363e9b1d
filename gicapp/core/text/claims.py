"""What a sentence claims about the tables: which figure it gives, and for what.

A claim is made only where the words name a row of the form beyond doubt and the sentence
speaks of the reporting body and the report year; everything else is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, TypeAlias

from gicapp.core.report import Unit
from gicapp.core.text.applicants import APPLICANTS
from gicapp.core.text.decisions import DOCUMENTS, MEASURES
from gicapp.core.text.disputes import DISPUTES, LED_TO
from gicapp.core.text.listed import is_part_of_list, names_a_part
from gicapp.core.text.meaning import is_part, means_it
from gicapp.core.text.numbers import Quantity, quantity_of
from gicapp.core.text.outcomes import OUTCOMES
from gicapp.core.text.passages import Sentence, plain
from gicapp.core.text.phrases import APPLICATION, NEWLY, RECEIVED, Phrase
from gicapp.core.text.receipts import CARRIED, RECEIPTS, SUMMED_UP
from gicapp.core.text.results import HANDLING
from gicapp.core.text.scope import decides_reviews, speaks_of_now, speaks_of_unit

# every figure asks what its sentence said before: reports have none so long
_LONGEST: Final = 3_000
_WITH_NUMBER: Final = re.compile(r"[\d〇零一二两三四五六七八九十]")

# 因政府信息公开被申请行政复议 4 件。被提起行政诉讼 2 件: of disclosure as well
_REVIEWS_TOLD: Final = re.compile(r"信息公开[^，。；]{0,16}行政复议[^，。；\d]{0,6}\d")
_SUITS_NEXT: Final = re.compile(r"(?:发生|引发|被)?(?:提起)?行政诉讼(?:案件)?共?\d")

# 转结 is written for 结转
_TURNED: Final = re.compile("(?<![流移中周运])转结(?![果算构合束论])")


@dataclass(frozen=True)
class Claim:
    """A figure in a text and the live figures that it may stand for.

    `meant` is the one the words name, `also` others they may lawfully mean, `doubtful` one
    that is another way of counting. `quantity` has places of the plain text. `shared`: the number
    stands for another figure too, so that no live one can take its place.
    """

    name: str
    meant: str
    also: tuple[str, ...]
    doubtful: str
    quantity: Quantity
    sentence: Sentence
    shared: bool = False

    @property
    def before(self) -> str:
        """The words of its sentence up to its figure."""
        return self.sentence.text[: self.quantity.start - self.sentence.start]

    @property
    def after(self) -> str:
        """The words of its sentence behind its figure, from the unit on."""
        return self.sentence.text[self.quantity.end - self.sentence.start :]


@dataclass(frozen=True)
class _Reporter:
    """Whose figures count, and of which year."""

    unit: Unit
    year: int | None


@lru_cache(maxsize=64)
def claims_in(text: str, unit: Unit, year: int | None) -> tuple[Claim, ...]:
    """Return the claims of a text in order; kept, because most text stays between edits."""
    found: list[Claim] = []
    line, about_requests, before, last = -1, False, "", ""
    reporter = _Reporter(unit, year)
    for sentence in plain(text).sentences:
        same_line = sentence.line == line
        about_requests = speaks_of_requests(sentence) or (about_requests and same_line)
        parts_of = before if same_line and sentence.text.startswith("其中") else ""
        whole = last if parts_of and not last.startswith("其中") else ""
        if same_line and _SUITS_NEXT.match(sentence.text) and _REVIEWS_TOLD.search(last):
            whole = last
        line, before, last = sentence.line, parts_of or sentence.text, sentence.text
        if len(sentence.text) > _LONGEST:
            continue
        if _WITH_NUMBER.search(sentence.text) and speaks_of_now(parts_of, year):
            groups = _ALL_GROUPS if about_requests else _OTHER_GROUPS
            known = _claims_said(
                _TURNED.sub("结转", sentence.text), sentence.heading, whole, groups, reporter
            )
            found += [_moved(claim, sentence) for claim in known]
    return tuple(found)


@lru_cache(maxsize=2048)
def _claims_said(
    words: str, heading: str, whole: str, groups: "_Groups", reporter: _Reporter
) -> tuple[Claim, ...]:
    """Return the claims of a sentence as if it stood alone; kept for when its text moves."""
    claims = _claims_of(Sentence(words, 0, len(words), 0, heading, whole), groups, reporter)
    return tuple(sorted(_in_all(list(claims)), key=lambda claim: claim.quantity.start))


def _in_all(claims: list[Claim]) -> Iterator[Claim]:
    """Yield the claims; 受理 59 件 is what was received in all where 新收 47 件 is said apart."""
    new = [claim.quantity.value for claim in claims if claim.name == NEWLY]
    for claim in claims:
        if RECEIVED in claim.also and new and claim.quantity.value > max(new):
            also = (claim.meant, *(other for other in claim.also if other != RECEIVED))
            yield replace(claim, meant=RECEIVED, also=also)
        else:
            yield claim


def _moved(claim: Claim, sentence: Sentence) -> Claim:
    """Return a claim at the place where its sentence stands in the text."""
    quantity = claim.quantity.moved(sentence.start)
    said = (claim.name, claim.meant, claim.also, claim.doubtful)
    return Claim(*said, quantity, sentence, claim.shared)


def speaks_of_requests(sentence: Sentence) -> bool:
    """Tell whether a sentence, or the heading it stands under, is about applications."""
    if _ATTRIBUTES.search(sentence.text):
        return False
    return any(
        "申请" in words and APPLICATION.search(words) for words in (sentence.text, sentence.heading)
    )


# 主动公开 5 条，依申请公开 0 条，不予公开 15 条: how the body's own papers are classed
_CLASSED: Final = r"(?:类|的|政府|信息|公文|文件|属性|为|有|共|计)*\d+[件条份篇]?[，、；]"
_ATTRIBUTES: Final = re.compile(
    f"主动公开{_CLASSED}(?:依申请公开{_CLASSED}不予?公开|不予?公开{_CLASSED}依申请公开)"
    "|依申请公开(?:类|的)?[及和与、]不予?公开"
)


@dataclass(frozen=True, eq=False)
class _Group:
    """Phrases of one kind. No phrase matches without `sign`: most sentences are passed over.

    `dependent`: what the phrases give belongs to whoever received the applications.
    """

    phrases: tuple[Phrase, ...]
    sign: re.Pattern[str]
    dependent: bool = False


_Groups: TypeAlias = tuple[_Group, ...]
_OTHER_GROUPS: Final[_Groups] = (
    _Group(
        DISPUTES, re.compile("(?:行政|涉及)(?:复议|诉讼)|结果(?:维持|纠正)|复议后起诉|直接起诉")
    ),
    _Group(DOCUMENTS, re.compile("规范性文件|规章")),
    _Group(MEASURES, re.compile("行政(?:许可|处罚|强制|事业性收费)")),
)
_ALL_GROUPS: Final[_Groups] = (
    _Group(
        CARRIED,
        re.compile("转|顺延|延续|递延|遗留|未办结|在[办处]|剩余|余下|尚[余有]"),
        dependent=True,
    ),
    _Group(RECEIPTS, re.compile("[收接受办处]|依申请公开|信息公开申请|申请(?:数量)?[共总合]")),
    _Group(OUTCOMES, re.compile("公开|提供|处理|信息|申请|稳定|秘密"), dependent=True),
    _Group(HANDLING, re.compile("[办答处复完]"), dependent=True),
    *_OTHER_GROUPS,
    _Group(LED_TO, re.compile("进入了?行政复议")),
    _Group(APPLICANTS, re.compile("自然人|公民|个人|法人|企业|机构|组织"), dependent=True),
)


def _claims_of(sentence: Sentence, groups: _Groups, reporter: _Reporter) -> Iterator[Claim]:
    """Yield the claims of one sentence; each number is used once, the surest phrase first.

    Where a sentence gives what a part received, its results are that part's too.
    """
    taken: set[int] = set()
    year = reporter.year
    part = part_of(sentence, reporter.unit, year) if groups is _ALL_GROUPS else None
    for group, phrase, match in _matches(sentence, groups):
        claim = _claim(phrase, match, sentence)
        if claim is None or not _years_fit(match, year):
            continue
        if claim.quantity.start in taken and not phrase.shared:
            continue
        if not _has_what_it_needs(phrase, match, sentence):
            continue
        taken.add(claim.quantity.start)
        if group.dependent and part is not None and match.start() > part:
            if "{row}" in phrase.meant or not _OF_PERSONS.match(sentence.text, part):
                continue
            claim = _of_persons(claim)
        if _holds(phrase, match, sentence, reporter):
            yield claim


def _matches(sentence: Sentence, groups: _Groups) -> Iterator[tuple[_Group, Phrase, re.Match[str]]]:
    for group in groups:
        if group.sign.search(sentence.text):
            for phrase in group.phrases:
                if phrase.sign is None or phrase.sign.search(sentence.text):
                    for match in phrase.pattern.finditer(sentence.text):
                        yield group, phrase, match


def part_of(sentence: Sentence, unit: Unit, year: int | None) -> int | None:
    """Return where a sentence first gives what only a part of the body received, if it does."""
    carried = _OF_CARRIED.search(sentence.text)
    if carried is not None:
        return carried.end()
    for phrase in RECEIPTS:
        for match in phrase.pattern.finditer(sentence.text):
            before = sentence.text[: match.start()]
            if not (names_a_part(before) or _SUMMED_UP.search(sentence.text, match.end())) and (
                is_part(match.groupdict().get("fill") or "")
                or not speaks_of_unit(before + match[0], unit)
                or not speaks_of_now(before + match[0], year)
            ):
                return match.start()
    return None


def _of_persons(claim: Claim) -> Claim:
    """Return a claim as one of persons; where no others applied it may be of all as well."""
    meant, *also = (each.replace(".total", ".natural") for each in (claim.meant, *claim.also))
    return replace(claim, meant=meant, also=(*also, claim.meant, *claim.also), doubtful="")


# 受理自然人信息公开申请 54 件，办结 48 件: the results are those of the persons
_OF_PERSONS: Final = re.compile(
    r"[^，。；：\d]{1,12}自然人[^，。；：\d]*\d(?!.*(?:法人|企业|组织))"
)
_SUMMED_UP: Final = re.compile(rf"{SUMMED_UP}\d")
# 包括上年结转 4 件，其中…: the results behind are those of the four
_OF_CARRIED: Final = re.compile(
    r"(?:包[括含]|含)(?:上一?年度?|20\d\d年度?)[^，。；\d]{0,4}结转[^，。；]{0,24}?\d+[件条份宗项]，其中"
    # 上年结转的 3 件均于 1 月办结，其中…
    r"|^(?:上一?年度?)?结转[^，。；\d]{0,6}\d+[件条份宗项](?:申请)?，?(?:[均都已]|全部)[^，。；]{0,16}，(?:其中|(?=\d))"
    r"|^上一?年度?结转的\d+[件条份宗项](?:申请)?(?=，(?:(?:予以|部分)公开|不予|不掌握|无法))"
)
# 收到 57 件（含上年结转 1 件）: the sentence itself says that both are counted
_WITH_CARRIED: Final = re.compile(
    r"(?:（(?:其中)?(?:含|包[含括])?|，(?:其中)?(?:含|包[含括]))(?:新收[^，。；）\d]{0,8}\d+[件条份宗项][、，和及])?"
    r"(?:(?:上一?年|去年|20\d\d年)[^，。；）\d]{0,8}结?转|(?:年初|上年|期初)结[余存])|（新收[^，。；）\d]{0,8}\d+[件条份宗项][、，和及]结转\d"
    # 收到 26 件（其中 1 件为上年度结转）
    r"|[（，]其中，?\d+[件条份宗项](?:申请)?(?:为|系|是|属于?)(?:上一?年|去年|20\d\d年)[^，。；）\d]{0,8}结?转"
)
_ROWS_OF_APPLICANTS: Final = ("requests.new", "requests.carried_in", "requests.handled")
# 受理 and 办理 may speak of what was carried in as well, and so may the applicants then
_DEALT_WITH: Final = re.compile("受理|办理|处理|收办|办结")


def _claim(phrase: Phrase, match: re.Match[str], sentence: Sentence) -> Claim | None:
    """Return the claim that a match makes, None for a share or where a scope is missing."""
    quantity = quantity_of(match)
    if quantity.unit == "%":
        return None
    if "{row}" not in phrase.meant:
        also = phrase.also
        if phrase.also_after and not (
            phrase.also_after.search(sentence.text[: match.start()])
            or _FOR_A_REASON.match(match[0])
        ):
            also = ()
        if phrase.doubtful == RECEIVED and _WITH_CARRIED.match(sentence.text, match.end()):
            also = (*also, phrase.doubtful)
        return Claim(
            phrase.name, phrase.meant, also, phrase.doubtful, quantity, sentence, phrase.shared
        )
    everyone = bool(_EVERYONE.match(sentence.text))
    before = sentence.whole + sentence.text[: match.start()]
    told = _CARRIED_TOLD.sub("", before)
    if not everyone and not _speaks_of_new(told):
        return None
    rows = [_rows_of(expression) for expression in (phrase.meant, *phrase.also)]
    dealt_with = everyone or told != before or bool(_DEALT_WITH.search(sentence.text))
    new, *others = [row for each in rows for row in (each if dealt_with else each[:1])]
    return Claim(phrase.name, new, tuple(others), phrase.doubtful, quantity, sentence)


# 收到 64 件，上年结转 3 件，其中自然人…: of those received, or of both
_CARRIED_TOLD: Final = re.compile(r"，上一?年度?结转(?:的|申请)*\d+[件条份宗项起]")
# 1 件因补正后内容仍不明确无法提供: one row of the class
_FOR_A_REASON: Final = re.compile(r"\d+[件条份宗项起](?:申请)?(?:因|由于)")
# a sentence of its own that gives both kinds of applicant: 公民提出申请 9 件；法人或其他组织…
_EVERYONE: Final = re.compile(
    r"按照?(?:申请)?(?:人|主体)[^，。；\d]{0,6}分(?:类|布)?，|从申请(?:人|主体)(?:类型|类别|身份|构成|情况)?(?:来)?看，(?:申请人)?(?=自然人)|"
    r"(?:公民(?:个人)?|自然人|个人)提出(?:的)?申请\d+件[^。\d]*?(?:占比?[\d.]+%[^。\d]*?)?"
    r"法人(?:或者?|和|及|、|与)其他组织提出(?:的)?申请\d+件"
)


def _rows_of(expression: str) -> tuple[str, str, str]:
    """Return an expression on applicants for what was new, received in all, and handled."""
    new, carried, handled = (expression.replace("{row}", row) for row in _ROWS_OF_APPLICANTS)
    return new, f"sum({new},{carried})", handled


def _holds(phrase: Phrase, match: re.Match[str], sentence: Sentence, reporter: _Reporter) -> bool:
    """Tell whether a match speaks of the body, of the year, and of what the phrase is about."""
    before = sentence.text[: match.start()]
    words = before + match[0]
    if phrase.total and is_part_of_list(phrase, before, sentence.text[match.start() :]):
        return False
    if not means_it(phrase, match, sentence, words):
        return False
    if not phrase.requests and decides_reviews(words, reporter.unit):
        return False
    years = match.groupdict()
    own = before if "结转" in match[0] or years.get("next") or years.get("last") else words
    return speaks_of_now(own, reporter.year) and speaks_of_unit(words, reporter.unit)


def _has_what_it_needs(phrase: Phrase, match: re.Match[str], sentence: Sentence) -> bool:
    """Tell whether the words that a phrase needs stand before its number, in the heading or both.

    Where parts are listed, the sentence that gives their whole counts as well.
    """
    if phrase.needs is None:
        return True
    words, heading = sentence.text[: match.end()], sentence.heading
    said = (words, heading, f"{heading}。{words}", f"{sentence.whole}{words}")
    return any(map(phrase.needs.search, said))


def _years_fit(match: re.Match[str], year: int | None) -> bool:
    """Tell whether the years that a phrase itself names are the ones it should name."""
    groups = match.groupdict()
    last, following = groups.get("last"), groups.get("next")
    if year is None:
        return not last and not following
    return last in (None, str(year - 1)) and following in (None, str(year + 1))


_NEW_SAID: Final = re.compile(
    r"(?:收到|受理|接收|接到|新收|办理|收办)[^。；]*?申请[^。；]*?"
    r"(?:\d|[一二两三四五六七八九十百]+[件条份宗项起])"
)
_RESULT_SAID: Final = re.compile(r"办结|答复|(?<!申请)公开\d|提供\d|处理\d|结转")


def _speaks_of_new(before: str) -> bool:
    """Tell whether the words so far gave what came in, and no results yet."""
    return bool(_NEW_SAID.search(before)) and not _RESULT_SAID.search(before)
