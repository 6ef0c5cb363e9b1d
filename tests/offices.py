"""Balanced reports of very different offices: a second hand than `tests.planting`, kept apart."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from random import Random
from types import MappingProxyType

from gicapp.core.report import Report
from gicapp.core.sums import expected_totals
from gicapp.form.loader import load_form
from gicapp.form.values import Value

FORM = load_form()
COLUMNS = ("natural", "commercial", "research", "nonprofit", "legal_service", "other_org")
OUTER = ("new", "carried_in", "handled", "carried_out")
RESULTS = tuple(row.id for row in FORM.table("requests").rows if row.id not in OUTER)

# how much of each applicant there is: mostly citizens, mostly firms, of everything something
_APPLICANTS = (
    (90, 5, 0.2, 0.5, 2, 2),
    (70, 20, 1, 1, 4, 4),
    (25, 65, 0.5, 1, 5, 3),
    (40, 25, 5, 8, 12, 10),
    (100, 0, 0, 0, 0, 0),
)
_COMMON = {"granted": 8.0, "partial": 2.0, "unavailable.not_held": 5.0}
_FREQUENT = {
    "refused.process_info": 0.6,
    "refused.enforcement_files": 0.6,
    "refused.admin_queries": 0.8,
    "unavailable.must_be_created": 0.8,
    "not_processed.petition": 0.9,
    "not_processed.repeated": 0.5,
    "other.not_corrected": 0.6,
    "other.other": 0.9,
}
_RARE = 0.15
_SIZES = ((5, 0, 0), (32, 1, 8), (25, 9, 40), (20, 41, 300), (12, 301, 3000), (6, 3001, 40000))


@dataclass(frozen=True)
class Office:
    """What an office is like: how many ask it for information, who, and what comes of it."""

    size: int
    applicants: tuple[float, ...]
    results: dict[str, tuple[float, ...]]  # by column, the weights of the result rows

    def asks(self, random: Random, count: int) -> Counter[str]:
        """Return how many of the applications come from each column."""
        return Counter(random.choices(COLUMNS, self.applicants, k=count))


def an_office(random: Random) -> Office:
    """Return some office; a third are tiny, some are a city's."""
    share = random.choices(_SIZES, [size[0] for size in _SIZES])[0]
    profile = random.choice(_APPLICANTS)
    habits = _weights(random, [_habit(row) for row in RESULTS])
    applicants = _weights(random, [weight / 12 for weight in profile])
    own = {c: _weights(random, [20 * habit + 0.01 for habit in habits]) for c in COLUMNS}
    return Office(random.randint(*share[1:]), applicants, own)


def _habit(row: str) -> float:
    return _COMMON.get(row) or _FREQUENT.get(row) or _RARE


def _weights(random: Random, shapes: Iterable[float]) -> tuple[float, ...]:
    drawn = [random.gammavariate(shape, 1) if shape else 0.0 for shape in shapes]
    return tuple(one / sum(drawn) for one in drawn) if sum(drawn) else tuple(drawn)


def office_report(random: Random) -> Report:
    """Return the balanced report of some office, two in five with last year's beside it."""
    office = an_office(random)
    waiting, leaving = (office.asks(random, _few(random, office.size)) for _ in range(2))
    prior = None
    if random.random() < 0.4:
        earlier = office.asks(random, _few(random, office.size))
        last = office if office.size else replace(office, size=random.randint(1, 30))
        prior = _report(2022, _year(random, last, earlier, waiting), telling=False)
    parts = _year(random, office, waiting, leaving)
    return _report(2023, parts, prior, telling=random.random() < 0.5)


def two_years(random: Random) -> Report:
    """Return the report of an office beside last year's, which it is like but not the same as.

    As many or half as many more or fewer asked then, and who asked for what had shifted.
    """
    office = an_office(random)
    last = _a_year_before(random, office)
    earlier = last.asks(random, _few(random, last.size))
    waiting = last.asks(random, _few(random, last.size))
    leaving = office.asks(random, _few(random, office.size))
    prior = _report(2022, _year(random, last, earlier, waiting), telling=False)
    return _report(2023, _year(random, office, waiting, leaving), prior, telling=False)


def two_years_told(random: Random) -> Report:
    """Return the report of an office beside last year's, with a text that says who applied."""
    report = two_years(random)
    new = [report.value(f"requests.new.{column}") for column in (*COLUMNS, "total")]
    natural, total = new[0], new[-1]
    assert isinstance(natural, int)
    assert isinstance(total, int)
    text = (
        f"本年收到政府信息公开申请{total}件，其中自然人{natural}件，"
        f"法人或其他组织{total - natural}件。"
    )
    return replace(report, narrative=MappingProxyType({"1": text}))


def _a_year_before(random: Random, office: Office) -> Office:
    """Return an office whose habits are drawn around those of another."""
    return Office(
        max(1, round(office.size * random.uniform(0.6, 1.5))),
        _weights(random, [20 * share for share in office.applicants]),
        {
            column: _weights(random, [30 * share + 0.001 for share in shares])
            for column, shares in office.results.items()
        },
    )


def _few(random: Random, size: int) -> int:
    return min(size, random.choice((0, 0, 1, round(size * random.uniform(0, 0.08)))))


def _year(
    random: Random, office: Office, waiting: Counter[str], leaving: Counter[str]
) -> dict[str, int]:
    """Return the figures of a year that takes on and leaves over so many of each column."""
    parts = {cell.id: 0 for cell in FORM.cells.values() if not cell.derived}
    asked = office.asks(random, office.size)
    for column in COLUMNS:
        left = min(leaving[column], asked[column])
        asked[column] += leaving[column] - left
        parts[f"requests.new.{column}"] = asked[column]
        parts[f"requests.carried_in.{column}"] = waiting[column]
        parts[f"requests.carried_out.{column}"] = leaving[column]
        handled = asked[column] + waiting[column] - leaving[column]
        for row in random.choices(RESULTS, office.results[column], k=handled):
            parts[f"requests.{row}.{column}"] += 1
    for cell in FORM.table("disputes").cells:
        if not cell.derived and random.random() < (0.15 if office.size < 40 else 0.5):
            parts[cell.id] = random.randint(1, 2 + office.size // 30)
    return parts


def _report(
    year: int, parts: dict[str, int], prior: Report | None = None, *, telling: bool
) -> Report:
    given: dict[str, Value] = {**parts}
    values = given | expected_totals(FORM, given)
    texts = {"1": _told(values)} if telling else {}
    return Report(
        year=year, values=MappingProxyType(values), narrative=MappingProxyType(texts), prior=prior
    )


def _told(values: Mapping[str, Value]) -> str:
    """Return what a first section says of the tables."""
    total = {row: values[f"requests.{row}.total"] for row in ("granted", *OUTER)}
    return (
        f"本年新收政府信息公开申请{total['new']}件，上年结转{total['carried_in']}件，"
        f"予以公开{total['granted']}件，结转下年度继续办理{total['carried_out']}件。"
    )
