from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.sums import Sum, ordered_totals, sum_of
from gicapp.form.values import NOT_APPLICABLE, Value
from tests.strategies import FORM

KNOWN = st.integers(0, 30)
SUMS = st.builds(Sum, KNOWN, st.integers(0, 2))


@given(SUMS, SUMS)
def test_sums_may_be_equal_exactly_when_some_filling_makes_them_so(one: Sum, other: Sum) -> None:
    def reachable(addition: Sum) -> set[int]:
        most = 60 if addition.unknown else 0
        return {int(addition.known) + more for more in range(most + 1)}

    assert one.may_equal(other) == bool(reachable(one) & reachable(other))


def test_blank_and_slash_are_unknown_and_not_0() -> None:
    values: dict[str, Value] = {"a": 3, "b": NOT_APPLICABLE}
    addition = sum_of(values.get, ["a", "b", "c"])
    assert addition == Sum(3, 2)
    assert addition.value is None


def test_every_total_comes_after_the_totals_that_are_its_parts() -> None:
    order = ordered_totals(FORM)
    assert set(order) == set(FORM.totals)
    done: set[str] = set()
    for total in order:
        later = {other.cell for other in order} - done - {total.cell}
        assert later.isdisjoint(total.parts)
        if not any(o.cell == total.cell for o in order[order.index(total) + 1 :]):
            done.add(total.cell)
