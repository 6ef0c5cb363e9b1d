"""What has a year by its name: meetings still to come, the tasks of an earlier year."""

from dataclasses import replace

import pytest

from tests.core.checks.sentences import findings, marks, saying


@pytest.mark.parametrize(
    ("year", "text", "marked"),
    [
        (2023, "我局深入学习贯彻党的二十届三中全会精神。", ["二十届三中全会"]),
        (2023, "全面贯彻党的二十大和二十届三中全会精神。", ["二十届三中全会"]),
        (2021, "我局深入贯彻落实党的二十大精神。", ["二十大"]),
        (2024, "学习贯彻党的二十大、二十届四中全会精神。", ["二十届四中全会"]),
        (2024, "我局深入学习贯彻党的二十届三中全会精神。", []),
        (2022, "我局深入学习贯彻党的二十大精神。", []),
        (2021, "以优异成绩落实各项任务，迎接党的二十大。", []),
        (2022, "贯彻党的二十大和二十届二中全会精神。", []),  # held while that report was written
    ],
)
def test_no_report_follows_a_meeting_that_was_not_yet_held(
    year: int, text: str, marked: list[str]
) -> None:
    assert marks(replace(saying(text), year=year), "year.self") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("我局对照《某市2022年政务公开工作要点》分解任务。", ["2022"]),
        ("按照《某办关于印发〈2021年政务公开工作要点〉的通知》公开信息。", ["2021"]),
        ("我局对照《某市2023年政务公开工作要点》分解任务。", []),
        ("《2022年政务公开工作要点》完成后，落实《2023年政务公开工作要点》。", []),
        ("对照上年印发的《2022年政务公开工作要点》回头看。", []),
        ("延续《2019年政务公开工作要点》的做法。", []),
        ("落实《2022年法治政府建设工作要点》。", []),
    ],
)
def test_the_tasks_of_an_earlier_year_are_no_basis(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "year.self") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("全年办结17件，结转2023年3件。", ["2023"]),
        ("0件转结2023年办结。", ["2023"]),
        ("全年办结17件，结转至2024年3件。", []),
        ("2022年结转至2023年3件，其中结转2022年2件。", []),
    ],
)
def test_what_is_carried_over_goes_to_the_next_year(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "year.self") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("发布2022年部门预算、2021年部门决算。", ["2022年部门预算、2021年部门决算"]),
        ("发布2023年部门预算、2022年部门决算。", []),
        ("公开2023年度部门决算。", ["2023"]),
        ("公开2024年度财政预算、2023年度财政决算。", ["2023"]),
        ("公开2022年度部门决算，编制2023年度部门决算。", []),
        ("明年将按时公开2023年度部门决算。", []),
    ],
)
def test_budgets_are_those_due_within_the_year(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "year.self") == marked


def test_the_message_names_both_years() -> None:
    (found,) = findings(saying("对照《某市2022年政务公开工作要点》分解任务。"), "year.self")
    assert (found.expected, found.actual) == ("2023", "2022")
    assert found.message.startswith("“总体情况”的“《某市2022年政务公开工作要点》”是2022年的")
