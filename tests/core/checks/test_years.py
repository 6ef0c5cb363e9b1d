"""Years and names that do not fit the report: the Y rules."""

from dataclasses import replace

import pytest

from gicapp.core.finding import Severity
from gicapp.core.report import Unit
from tests.core.checks.sentences import BUREAU, findings, marks, saying

NOTICE_2019 = "国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知"


@pytest.mark.parametrize(
    ("title", "grades"),
    [
        (None, []),
        ("某局2023年政府信息公开工作年度报告", []),
        ("2023年某局政府信息公开工作年度报告", []),
        ("某局2022年政府信息公开工作年度报告", [Severity.ERROR]),
        ("某局2023年度政府信息公开工作年度报告", [Severity.WARNING]),
        ("2023某县2023年2023年政府信息公开工作年度报告", [Severity.WARNING]),
        ("某局政府信息公开工作年度报告", [Severity.HINT]),
        ("某局2023政府信息公开工作年度报告", [Severity.WARNING]),
        ("某局2023年度政府信息公开年度工作报告", [Severity.WARNING]),
        ("某局2023年政府信息公开年度工作报告", []),
        ("某局二〇二三年政府信息公开工作年度报告", []),
        ("某局政府信息公开工作2023年度报告", []),
    ],
)
def test_the_title_has_the_report_year_once(title: str | None, grades: list[Severity]) -> None:
    found = findings(replace(saying(""), title=title), "year.title")
    assert [finding.severity for finding in found] == grades


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("本报告所列数据的统计期限为2023年1月1日至12月31日。", []),
        ("数据统计时限自2023年1月1日起至2023年12月31日止。", []),
        ("统计期限为2022年1月1日至12月31日。", ["2022"]),
        ("本报告中所列数据自2022年1月1日—2023年12月31日。", ["2022"]),
        ("统计期限自2023年1月1日起至2022年12月31日止。", ["2022"]),
        ("内容涵盖2023年1月1日至12月21日某县政府信息公开工作情况。", ["12月21日"]),
        ("本报告数据自2023年1月1日起至2023年12月30日止。", ["12月30日"]),
        ("统计期限为1月1日—12月3日。", ["12月3日"]),
        ("统计期限为2023年3月25日至12月31日。", ["3月25日"]),
        ("本报告于2024年1月20日至1月30日公开。", []),
        ("本报告反映2023年全年，数据截至12月31日。", []),
    ],
)
def test_the_period_is_the_report_year(text: str, marked: list[str]) -> None:
    assert marks(saying(text, section="0"), "year.period") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("2022年，我局主动公开政府信息12条。", ["2022"]),
        ("我局2022年度不存在收取信息处理费情况。", ["2022"]),
        ("2022年度共收到政府信息公开申请3件。", ["2022"]),
        ("2023年，我局主动公开政府信息12条。", []),
        ("2022年，某区知识产权局认真落实条例。", ["2022"]),
        ("2022年某区知识产权局未收到依申请公开信息。", ["2022"]),
        ("2022年，某区某街道通过政务平台发布信息359条。", ["2022"]),
        ("2022年某区知识产权局收到申请31件，2023年收到申请12件。", []),
        ("2022年，我局严格按照《条例》要求公开信息。", ["2022"]),
        ("2022年，我局收到依申请公开164件，结转上年2件。", ["2022"]),
        ("按照2022年我局制定的要求公开信息。", []),
        ("较2022年，我局公开信息增加。", []),
        ("2024年，我局将继续做好公开工作。", []),
        ("完成《2022年度我局公开事项》的整改。", []),
        ("按时公开2022年度决算、2023年度预算。", []),
        ("2022年我局获评先进单位。", []),
        ("针对2022年我局存在的问题，逐项整改。", []),
        ("自2019年以来，我局公开信息逐年增加。", []),
        ("经查，2022年收到，结转至2023年作出答复的政府信息公开申请3件。", []),
        ("4、历年数据对比情况。2021年办理申请1件，2022年办理3件，2023年办理2件。", []),
        ("2021年，我局收到申请1件。2022年，我局收到申请3件。2023年，我局收到申请2件。", []),
        ("我局2022年收到申请5件，2023年收到申请6件。", []),
        ("（二）与上年比较\n2022年共收到申请5件。", []),
        ("（三）近三年情况\n2021年共收到申请5件；2022年共收到申请6件。", []),
        ("（一）主动公开\n2022年，我局主动公开信息9条。", ["2022"]),
    ],
)
def test_the_body_speaks_of_its_own_year(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "year.self") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("2023年度未收取信息处理费。\n某局\n2024年1月12日", []),
        ("2023年度未收取信息处理费。\n某局\n2023年1月12日", ["2023年1月12日"]),
        ("2023年度未收取信息处理费。\n2023年12月31日", []),
    ],
)
def test_a_report_is_signed_after_its_year(text: str, marked: list[str]) -> None:
    assert marks(saying(text, section="6"), "year.self") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("现公布某局2022年政府信息公开工作年度报告。", ["2022"]),
        ("根据《条例》，编制《某局2022年度政府信息公开工作年度报告》。", ["2022"]),
        ("现公布某局2023年政府信息公开工作年度报告。", []),
        ("根据《关于编制2024年政府信息公开年度报告的通知》编制。", []),
        (
            "某局\n（2023年1月12日）\n现公布某局2023年政府信息公开工作年度报告。",
            ["（2023年1月12日）"],
        ),
        ("某局\n（2024年1月12日）", []),
    ],
)
def test_the_lead_paragraph_introduces_this_report(text: str, marked: list[str]) -> None:
    assert marks(saying(text, section="0"), "year.self") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("下一步改进措施：一是及时更新，提升2023年度信息公开数量。", ["2023"]),
        ("下一步，2023年我局将加强培训。", ["2023"]),
        ("下一步，2024年我局将加强培训。", []),
        ("下一步，针对2023年存在的问题，将加强培训。", []),
        ("改进措施：按照《2023年政务公开工作要点》抓好落实。", []),
        ("2023年，我局进一步加强公开。存在的问题：主动性不够。", []),
        ("下一步，将在2023年工作基础上继续加强。", []),
        ("改进情况：2023年我局加强业务培训，优化流程。", []),  # what was done
        ("改进情况：一是加强巡查，确保2023年各类信息及时更新。", ["2023"]),
        ("改进措施落实情况：2023年加强了培训。", []),
        ("2023年，我局将进一步加强培训。", ["2023"]),
        ("2024年，我局将进一步加强培训。", []),
        ("2023年，我局始终将深化公开视为关键一步，公开信息49条。", []),
        ("2023年，我局将严格公开贯穿于工作始终。", []),
        ("2023年，我局将继续教育纳入考核，将政务公开作为重点。", []),
        ("上年提出2023年将继续加强培训，已经落实。", []),
    ],
)
def test_a_plan_does_not_name_the_year_that_is_over(text: str, marked: list[str]) -> None:
    assert marks(saying(text, section="5"), "year.plan") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("根据国办公开办函〔2021〕30号编制。", []),
        (
            "根据国务院办公厅政府信息与政务公开办公室"
            "《关于政府信息公开工作年度报告有关事项的通知》编制。",
            ["国务院办公厅政府信息与政务公开办公室《关于政府信息公开工作年度报告有关事项的通知》"],
        ),
        ("根据省政府办公厅《关于政府信息公开工作年度报告有关事项的通知》编制。", []),
        ("根据国办公开办函〔2019〕60号编制。", ["〔2019〕60号"]),
        ("按照《政府信息公开工作年度报告格式（试行）》编制。", ["年度报告格式（试行）》"]),
        ("《中华人民共和国政府信息公开工作年度报告格式》", []),
        ("根据《中华人民共和国政府信息公开条例》（国务院令第771号）编制。", ["国务院令第771号"]),
        ("根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。", []),
        ("根据条例（国务院令第492号）编制。", ["国务院令第492号"]),
        (f"根据《{NOTICE_2019}》编制。", [f"{NOTICE_2019}》"]),
        (
            f"根据《{NOTICE_2019}》（国办公开办函〔2021〕30号）编制。",
            [f"{NOTICE_2019}》（国办公开办函〔2021〕30号）"],
        ),
        (f"根据《{NOTICE_2019}》（国办公开办函〔2019〕60号）编制。", ["〔2019〕60号"]),
        (f"根据《{NOTICE_2019}》和《中华人民共和国政府信息公开工作年度报告格式》编制。", []),
        ("《中华人民共和国政府信息年度报告格式》", ["中华人民共和国政府信息年度报告格式"]),
    ],
)
def test_the_basis_is_the_one_in_force(text: str, marked: list[str]) -> None:
    assert marks(saying(text, section="0"), "year.basis") == marked


def test_without_a_report_year_no_year_is_wrong() -> None:
    report = replace(saying("2022年我局公开信息，统计期限为2022年1月1日至12月31日。"), year=None)
    for rule in ("year.title", "year.period", "year.self", "year.plan", "year.basis"):
        assert findings(report, rule) == []


@pytest.mark.parametrize(
    ("unit", "text", "marked"),
    [
        (BUREAU, "我委高度重视。", ["我委"]),
        (BUREAU, "我局高度重视，我委派专人负责。", []),
        (BUREAU, "我镇高度重视。", ["我镇"]),
        (BUREAU, "我镇高度重视。我镇认真落实，我委严格要求。", ["我镇", "我委"]),
        (Unit("某县发展和改革委员会"), "我委高度重视。", []),
        (Unit("某县某镇人民政府"), "我镇高度重视，我局认真落实。", ["我局"]),
        (Unit("某区某街道办事处"), "我街道认真落实。", []),
        (Unit(""), "我委高度重视。", []),
        (BUREAU, "2023年，某市某区水利局认真落实条例。", ["某市某区水利局"]),
        (BUREAU, "2023年，某区知识产权局认真落实条例。某区知识局共收到3件。", []),
        (Unit("某县大山镇人民政府"), "2023年，小河镇认真落实。", ["小河镇"]),
        (Unit("某县大山镇人民政府"), "2023年，大山镇认真落实。各乡镇高度重视。", []),
        (Unit("某县大山镇人民政府"), "今年我镇共收到申请2件。", []),
        (Unit("青山市市场监管局"), "2023年，青山市市场监督管理局认真落实条例。", []),
        (
            Unit("利辛县城关镇人民政府"),
            "现发布《亳州市利辛县城关镇2023年政府信息公开工作年度报告》。",
            [],
        ),
        (BUREAU, "现公布某市财政局2023年政府信息公开工作年度报告。", ["某市财政局"]),
        (BUREAU, "现公布某区知识产权局2023年政府信息公开工作年度报告。", []),
    ],
)
def test_the_text_speaks_of_the_body_itself(unit: Unit, text: str, marked: list[str]) -> None:
    assert marks(saying(text, unit), "text.other_unit") == marked


HEALTH = Unit("某市某区卫生健康局")
MARKET = Unit("青山县市场监管局")


@pytest.mark.parametrize(
    ("unit", "text", "marked"),
    [
        (BUREAU, "2023年，全市共受理政府信息公开申请12件。", ["全市"]),
        (BUREAU, "全市政府信息公开工作稳步推进。", ["全市"]),
        (BUREAU, "我省主动公开政府信息1204条。", ["我省"]),
        (BUREAU, "我市未发生因政府信息公开引起的行政复议。", ["我市"]),
        (Unit("某市教育局"), "我省共收到政府信息公开申请12件。", ["我省"]),
        (Unit("某市教育局"), "我市共收到政府信息公开申请12件。", []),
        (Unit("某自治区某市教育局"), "我市共收到政府信息公开申请12件。", []),
        (Unit("某市社区服务中心"), "我市共收到政府信息公开申请12件。", []),
        (Unit("北街街道"), "我市共收到政府信息公开申请12件。", []),  # where it is, is not said
        (BUREAU, "参加全市政务公开工作会议。全市政务公开考核位列第三。", []),
        (BUREAU, "按照全市政府信息公开工作要求，主动公开信息。", []),
        (BUREAU, "全市政府信息公开工作要点印发后，我局逐项落实。", []),
        (BUREAU, "全市共收到政府信息公开申请300件，其中我区12件。", []),
        (Unit("团结乡"), "会后，团结乡迅速组织全街开展新《条例》学习。", ["全街"]),
        (Unit("某镇人民政府"), "全乡共公开信息20条，全街道未收到申请。", ["全乡", "全街道"]),
        (Unit("迎宾路街道"), "全镇未发生行政复议。", ["全镇"]),
        (Unit("团结乡"), "全乡未发生行政复议，全县信息公开工作会议后，全街商户张贴。", []),
        (Unit("迎宾路街道"), "全街共公开信息20条，健全街道公开制度。", []),
        (BUREAU, "全镇未发生行政复议。", []),  # it may speak of what it oversees
        (
            Unit("迎宾路街道"),
            "受理公民、法人向市政府及市政府办公室提出的政府信息公开申请5件。",
            ["市政府"],
        ),
        (BUREAU, "受理公民、法人向区政府提出的政府信息公开申请5件。", []),  # it may be its office
        (
            Unit("泰兴市市场监督管理局"),
            "2021年，泰州市市场监督管理局政府信息公开工作在市委、市政府的领导下，准确执行条例。",
            ["泰州市市场监督管理局"],
        ),
        (
            Unit("泰兴市市场监督管理局"),
            "泰兴市市场监督管理局政府信息公开工作在市委领导下开展。",
            [],
        ),
        (HEALTH, "卫计局共收到申请3件。", ["卫计局"]),
        (HEALTH, "区卫生和计划生育局2023年政府信息公开工作年度报告", ["区卫生和计划生育局"]),
        (HEALTH, "市卫生和计划生育委员会高度重视。", []),  # the city's
        (HEALTH, "原某区卫生和计划生育局认真落实。", []),
        (HEALTH, "2018年，某区卫生和计划生育局认真落实。", []),
        (HEALTH, "某区卫生和计划生育局更名后，我局认真落实。", []),
        (HEALTH, "按照《某区卫生和计划生育局主动公开目录》公开信息。", []),
        (MARKET, "青山县工商行政管理局主动公开信息9条。", ["青山县工商行政管理局"]),
        (MARKET, "青山县市场监督管理局主动公开信息9条。", []),
        (Unit("某县文化和旅游局"), "某县旅游局认真落实条例。", ["某县旅游局"]),
        (Unit("某县文化和旅游局"), "某县文化和旅游局认真落实条例。", []),
        (Unit("某县农业农村局"), "县农业局认真落实条例。", ["县农业局"]),
        (HEALTH, "如有疑问，请与某区卫生和计划生育局办公室联系。", ["某区卫生和计划生育局"]),
        (HEALTH, "现公布某区卫计局2023年信息公开报告。", ["某区卫计局"]),
        (HEALTH, "某区卫计局在区委领导下推进公开。", ["某区卫计局"]),
        (HEALTH, "某区卫计局微信公众号发布信息9条。", []),
        (MARKET, "青山县工商局、质监局联合检查。", []),
        (Unit("某县国土资源局"), "某县国土资源局认真落实条例。", []),
    ],
)
def test_the_words_of_a_government_above_and_a_former_name_are_not_the_bodys(
    unit: Unit, text: str, marked: list[str]
) -> None:
    assert marks(saying(text, unit), "text.other_unit") == marked


def test_a_report_of_the_years_before_the_reform_bears_the_name_of_its_time() -> None:
    report = saying("某区卫生和计划生育局高度重视。", HEALTH)
    assert marks(report, "text.other_unit") == ["某区卫生和计划生育局"]
    assert findings(replace(report, year=2018), "text.other_unit") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (
            "根据《省政府办公厅关于做好2022年度政府信息公开工作年度报告编制工作的通知》编制。",
            ["2022"],
        ),
        ("根据《关于编制2021年政府信息公开年度报告的通知》编制。", ["2021"]),
        ("根据《关于做好2023年度政府信息公开工作年度报告编制工作的通知》编制。", []),
        ("根据《关于做好2024年政府信息公开年度报告编制工作的通知》编制。", []),  # the year it is of
        ("根据《某县2022年政务公开工作要点》和《关于年度报告的通知》（2022）编制。", []),
    ],
)
def test_a_notice_that_called_for_an_earlier_report_is_no_basis(
    text: str, marked: list[str]
) -> None:
    assert marks(saying(text, section="0"), "year.basis") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("2023年共收到申请7件。2022年收到政府信息公开申请1件，申请数量同比增加600%。", []),
        ("2022年收到政府信息公开申请1件，申请数量同比增加600%。", ["2022"]),
        ("2023年共收到申请7件。2022年我局主动公开信息30条，及时准确。", ["2022"]),
    ],
)
def test_a_year_before_that_is_held_against_the_reports_own_is_no_slip(
    text: str, marked: list[str]
) -> None:
    assert marks(saying(text), "year.self") == marked


@pytest.mark.parametrize(
    ("name", "marked"),
    [("某高新区管委会党政办公室", []), ("某市人民政府办公室", ["我委"])],
)
def test_the_office_of_an_authority_speaks_for_it(name: str, marked: list[str]) -> None:
    assert marks(saying("我委认真落实要求。", Unit(name)), "text.other_unit") == marked
