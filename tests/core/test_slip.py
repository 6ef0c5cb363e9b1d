import pytest

from gicapp.core.slip import is_slip, slip_between


@pytest.mark.parametrize(
    ("there", "meant", "name"),
    [
        (21, 12, "两位数字颠倒"),
        (122, 12, "多打了一位数字"),
        (1, 12, "少打了一位数字"),
        (120, 12, "小数点或单位错位"),
        (47, 41, "一位数字打错"),
        (9, 10, "相差 1"),
        (0, 7, "漏填"),
        (7, 0, "误填"),
        (-7, 7, "误加负号"),
        (583, 12, ""),
    ],
)
def test_the_likeliest_slip_between_two_numbers_has_a_name(
    there: int, meant: int, name: str
) -> None:
    assert slip_between(there, meant).name == name


def test_a_slip_of_the_hand_is_likelier_than_any_other_number() -> None:
    assert slip_between(21, 12).cost < slip_between(583, 12).cost


@pytest.mark.parametrize(("there", "meant"), [(21, 12), (122, 12), (1, 12), (19, 12), (11, 10)])
def test_what_a_hand_mistypes_is_a_slip(there: int, meant: int) -> None:
    assert is_slip(there, meant)


@pytest.mark.parametrize(("there", "meant"), [(148, 33), (30, 41), (2, 155)])
def test_figures_of_other_things_are_no_slips(there: int, meant: int) -> None:
    assert not is_slip(there, meant)
