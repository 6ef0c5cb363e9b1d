"""Hypothesis strategies for the words of the domain: values, changes, reports."""

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from hypothesis import strategies as st

from gicapp.core.change import Change, SetField, SetText, SetValue
from gicapp.core.report import Dismissal, Level, Report, Round, Unit
from gicapp.core.text.narrative import picture_token
from gicapp.core.text.picture import Picture, picture_of
from gicapp.form.loader import load_form
from gicapp.form.values import NOT_APPLICABLE, Value
from tests.core.pictures import png

FORM = load_form()
CELLS = st.sampled_from(sorted(FORM.cells))
COUNTS = st.integers(0, 10**9)
AMOUNTS = st.decimals(0, 10**9, allow_nan=False, allow_infinity=False, places=6)
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.none(), st.just(NOT_APPLICABLE), st.integers(-(10**12), 10**12), AMOUNTS
)
# what an editor or a file can hold: no control characters, no lone surrogates
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=60
)
DEADLINES = st.one_of(st.none(), st.dates().map(lambda day: (day.month, day.day)))
UNITS = st.builds(Unit, TEXTS, st.sampled_from(Level), st.booleans(), st.booleans(), DEADLINES)
YEARS = st.one_of(st.none(), st.integers(1990, 2100))
DISMISSALS = st.builds(
    Dismissal, TEXTS, st.tuples(CELLS), st.tuples(st.sampled_from(["", "/", "3"])), TEXTS
)


def _report(
    prior: st.SearchStrategy[Report | None], rounds: st.SearchStrategy[tuple[Round, ...]]
) -> st.SearchStrategy[Report]:
    filled = st.dictionaries(CELLS, VALUES.filter(lambda value: value is not None), max_size=40)
    texts = st.dictionaries(st.sampled_from("0156"), TEXTS.filter(bool))
    return st.builds(
        Report,
        form=st.just(FORM.id),
        unit=UNITS,
        year=YEARS,
        title=st.one_of(st.none(), TEXTS),
        values=filled.map(MappingProxyType),
        narrative=texts.map(MappingProxyType),
        prior=prior,
        automatic_totals=st.booleans(),
        dismissals=st.lists(DISMISSALS, max_size=2).map(tuple),
        reviewed=st.lists(TEXTS, max_size=2).map(tuple),
        rounds=rounds,
    )


PRIORS = _report(st.none(), st.just(())).map(Report.content)
ROUNDS = st.lists(st.builds(Round, TEXTS, TEXTS, PRIORS), max_size=2).map(tuple)
REPORTS = _report(st.one_of(st.none(), PRIORS), ROUNDS)


def illustrated(report: Report, *pictures: Picture) -> Report:
    """Return a report that shows pictures at the end of section five, each with a caption."""
    lines = [report.text("5"), *(f"⟦{picture_token(p.name)}⟧图题" for p in pictures)]
    narrative = {**report.narrative, "5": "\n".join(line for line in lines if line)}
    media = {**report.media, **{picture.name: picture for picture in pictures}}
    return replace(report, narrative=MappingProxyType(narrative), media=MappingProxyType(media))


def _with_pictures(report: Report, now: list[Picture], before: list[Picture]) -> Report:
    prior = illustrated(report.prior or Report(), *before) if before else report.prior
    rounds = tuple(
        replace(sent, report=illustrated(sent.report, *before)) for sent in report.rounds
    )
    whole = replace(report, prior=prior, rounds=rounds if before else report.rounds)
    return illustrated(whole, *now) if now else whole


PICTURES = st.integers(1, 4).map(lambda side: picture_of(png(side, side)))
_SEVERAL = st.lists(PICTURES, max_size=2)
ILLUSTRATED = st.builds(_with_pictures, REPORTS, _SEVERAL, _SEVERAL)
CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(SetValue, CELLS, VALUES),
    st.builds(SetText, st.sampled_from("0156"), TEXTS),
    st.builds(SetField, st.just("year"), YEARS),
    st.builds(SetField, st.just("unit"), UNITS),
    st.builds(SetField, st.just("prior"), st.one_of(st.none(), PRIORS)),
)
CHANGE_LISTS = st.lists(CHANGES, max_size=8).map(tuple)


def filled_with(value: int, **texts: str) -> Report:
    """Return a report with the same number in every cell, totals not minded."""
    values: dict[str, Value] = {
        cell.id: Decimal(value) if cell.kind.places else value for cell in FORM.cells.values()
    }
    return Report(values=MappingProxyType(values), narrative=MappingProxyType(texts))
