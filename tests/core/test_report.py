import pytest

from gicapp.core.report import Level, Report, Unit, official_title, title_of, unit_named
from tests.strategies import FORM


@pytest.mark.parametrize(
    ("name", "level", "rule_making"),
    [
        ("广州开发区知识产权局", Level.DEPARTMENT, False),
        ("北京市城市管理委员会", Level.DEPARTMENT, False),
        ("长春市人民政府办公室", Level.DEPARTMENT, False),
        ("石台县人民政府", Level.GOVERNMENT, False),
        ("上海市", Level.GOVERNMENT, True),
        ("恩施土家族苗族自治州人民政府", Level.GOVERNMENT, True),
        ("石台县大演乡人民政府", Level.TOWNSHIP, False),
        ("大垅乡", Level.TOWNSHIP, False),
        ("下水磨镇政府", Level.TOWNSHIP, False),
        ("某市经济技术开发区", Level.DEPARTMENT, False),
        ("某市物流区", Level.DEPARTMENT, False),
        ("某市浦江新区", Level.GOVERNMENT, True),
        ("东关门街道办事处", Level.TOWNSHIP, False),
        ("", Level.DEPARTMENT, False),
    ],
)
def test_a_units_name_suggests_its_profile(name: str, level: Level, *, rule_making: bool) -> None:
    assert unit_named(name) == Unit(name, level, rule_making)


def test_the_official_title_names_unit_and_year() -> None:
    report = Report(unit=Unit("某局"), year=2023)
    assert official_title(report, FORM) == "某局2023年政府信息公开工作年度报告"


def test_a_title_of_ones_own_is_printed_instead() -> None:
    assert title_of(Report(title="自拟标题"), FORM) == "自拟标题"
    assert title_of(Report(year=2023), FORM) == official_title(Report(year=2023), FORM)


@pytest.mark.parametrize("title", [None, "", "\u3000 \n"])
def test_a_title_that_says_nothing_is_the_official_one(title: str | None) -> None:
    report = Report(unit=Unit("某局"), year=2023, title=title)
    assert title_of(report, FORM) == "某局2023年政府信息公开工作年度报告"
