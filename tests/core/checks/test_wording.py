"""Slips of the pen, the lead paragraph, and length: the rules of wording."""

import pytest

from gicapp.core.finding import Severity
from tests.core.checks.sentences import findings, marks, saying


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("全年我局办理公开申请3件，办3件，结转0件。", ["办3件"]),
        ("全年承办3件，督办3件，办结3件。", []),
        ("统筹资金资金使用。", ["资金资金"]),
        ("2023，河湾街道对照上级清单公开信息。", ["2023"]),
        ("做好依申请公开工作。2023收到政府信息公开申请1件。", ["2023"]),
        ("2023我局公开信息。2023大山乡人民政府共受理申请。", ["2023", "2023"]),
        ("2023年我局公开信息，2023全年本局受理申请。在2021，2022，2023三年。", []),
        ("主动公开政府信息93条，涉及财政信息21条，", ["21条，"]),
        ("全面规范规范性文件管理，服务服务对象，一项一项落实。", []),
        ("做好公开，，强化监督。", ["，，"]),
        ("做好公开。；强化监督。", ["。；"]),
        ("做好公开……强化监督。", []),
        ("某县人民政府政府信息公开。本部门部门决算已公开。", []),
        (
            "如有疑问请来电，如对本报告有疑问，如对本报告有疑问，请联系我局。",
            ["如对本报告有疑问，如对本报告有疑问"],
        ),
        ("对办结件，及时归档。", []),
        ("全年共主动公开条，其中年报1条。", ["共主动公开条"]),
        ("公开及时,内容准确;方式多样,渠道畅通。", []),  # converted throughout
        ("公开及时，内容准确；方式多样,渠道畅通。", [","]),
        ("坚持“先审查、\n后公开”原则。", []),  # the source broke the line
        ("坚持“先审查、\n公开\n后公开”原则。", ["“", "”"]),
        ("（一）公开二）申请。一）目录；二）指南。", ["）"]),
        ("一是公开；做好解读 二是解读；三是回应。", []),  # no sign before 二是
        ("公开及时,内容准确", [","]),
        ("网址http://a.gov.cn,电话：020-1", []),
        ("根据《条例规定。", ["《"]),
        ("坚持“先审查、后公开原则。", ["“"]),
        ("按照（国办发）要求。", []),
        ("1）公开目录；2）公开指南。", []),
        ("一是公开；二是解读；三是回应。", []),
        ("一是公开；三是解读；三是回应。", ["三"]),
        ("一是公开；二是解读；二是回应；三是平台。", ["二"]),
        ("一是公开。包括：一是目录；二是指南；三是栏目。\n二是解读。\n三是回应。", []),
        ("一是公开。\n二是解读。\n一是回应。", []),
        ("（一）公开\n（二）申请\n（二）平台", ["二"]),
        ("全年共收到件，已办结。", ["共收到件"]),
        ("公开信息共计。", ["共计"]),
        ("全年未收到依申请公开信息件，无收费。", []),  # 件 is a noun
        ("坚持公开是常态、公开是例外。", ["公开是例外"]),
        ("坚持公开为常态、不公开为例外。", []),
        ("数据期限为20231月1日至202312月31日。", ["20231月", "202312月"]),
        ("做好政务公开工作工作。", ["工作工作"]),
        ("健全政务公开工作工作机制。", []),
        ("按月向社会公开公开政务信息36条。", ["公开公开"]),
        ("做好公开公示、公示公开公开内容。", []),
        ("根据《中华人民共和国信息公开条例》编制。", ["信息公开条例"]),
        ("根据《中华人民共和国政府信息公开条例》和《信息公开条例》编制。", []),
        ("要求对对需要公开的信息在在网站公开。", ["对对", "在在"]),
        ("为了了解情况，对对外窗口、在在校学生的的确确做到。", []),
        ("2023年，小河镇镇认真落实要求。我局局认真落实条例。", ["镇镇", "局局"]),
        ("国家和省、市有有做好工作的要求，发布布信息，过程性性信息1件。", ["有有", "布布", "性性"]),
        ("概况信息含镇镇介绍，我我局落实。", ["镇镇", "我我"]),
        (
            "没有有效信息，所有有关单位，公布布局和布置，规范性性质，完善自我我们要做到，作为为民服务。",
            [],
        ),
        ("家家户户、件件有回音、事事有着落，常常、刚刚、仅仅、人人知晓。", []),
        ("某镇镇长主持，某县县政府、某乡乡村两级，某市市场监管局，做到镇镇落实。", []),
        ("编制《某县县、乡镇两级清单》。", []),
        ("全文包括总体情况、其进他需要报告的事项。", ["其进他需要报告的事项"]),
        ("由总体情况、主动公开政府信息情况、其他需要报告的事项等六部分组成。", ["六"]),
        ("（一）、主动公开，（二）依申请公开、（三）平台", ["、"]),
        ("全年未收到申请.公开渠道畅通，内容准确。", ["."]),
        ("一.主动公开，共1.5万条，见a.b。", []),
        ("公开信息l2条，2023年2月30日。", ["l2", "2023年2月30日"]),
        ("主动公开信息  条，受理申请  件。", ["  条", "  件"]),
    ],
)
def test_slips_of_the_pen_are_marked(text: str, marked: list[str]) -> None:
    words = [mark for mark in marks(saying(text, section="6"), "text.wording") if mark]
    assert words == marked


def test_a_missing_lead_paragraph_is_a_hint() -> None:
    (finding,) = findings(saying("我局公开信息。"), "text.wording")
    assert (finding.severity, finding.section) == (Severity.HINT, 0)
    led = saying("根据《条例》编制本报告，统计期限为2023年1月1日至12月31日。", section="0")
    assert findings(led, "text.wording") == []


def test_a_lead_paragraph_inside_section_one_is_a_hint_there() -> None:
    (finding,) = findings(saying("本报告的统计期限为2023年1月1日至12月31日。"), "text.wording")
    assert (finding.severity, finding.section) == (Severity.HINT, 1)
    assert finding.message.endswith("写在了“总体情况”里面，建议移到第一部分之前作为导语。")
    (basis,) = findings(saying("本年度报告由某局依照《条例》编制。"), "text.wording")
    assert basis.message.startswith("编制依据写在了")
    assert basis.message.endswith("并写明统计期限。")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("本年度报告是按照《条例》的要求编制的。", 1),
        ("根据《中华人民共和国政府信息公开条例》，现公布某局2023年度报告。", 1),
        ("我局公开信息。如对本报告有任何疑问，请联系某局办公室。", 0),
        ("我局根据《条例》公开信息26条，对本报告有疑问的可以来电。", 0),
        ("2023年1月1日至12月31日，我局公开信息26条。", 0),
    ],
)
def test_only_basis_and_period_are_a_lead_paragraph_inside_section_one(
    text: str, place: int
) -> None:
    (finding,) = findings(saying(text), "text.wording")
    assert finding.section == place


def test_a_section_over_a_thousand_characters_is_a_hint() -> None:
    assert findings(saying("主动公开。" * 200), "text.length") == []
    (finding,) = findings(saying("主动公开。" * 201), "text.length")
    assert finding.severity is Severity.HINT


def test_a_long_paragraph_off_the_subject_is_a_hint() -> None:
    assert len(marks(saying("春耕生产有序推进。" * 30), "text.length")) == 1


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("本报告数据统计期限为2023年1月1日至2023年12月31日。", 0),
        ("本报告涵盖我局自2023年1月1日起至2023年12月31日期间的情况。", 0),
        ("本报告根据《条例》编制。起止时间为2023年1月1日至12月31日。", 0),
        ("本报告根据《条例》编制。\n所列数据统计时限为2023年1月1日至2023年12月31日。", 0),
        ("内容涵盖某乡政府2023年1月1日至12月21日的工作。", 0),  # it is named, with a slip
        ("本报告根据《条例》编制（2023.1.1-2023.12.31）。", 0),
        ("本报告根据《条例》编制，数据自2023年1月1日起，截至2023年12月31日。", 0),
        ("本报告根据《条例》编制，时间为2023年1月至12月。", 0),
        ("本报告根据《条例》编制，期限为全年。", 0),
        ("本报告统计数据截止日期为2023年12月31日。", 0),
        ("本报告根据《条例》编制，反映2023年的工作。", 1),
        ("本报告根据《条例》编制。截至2023年12月31日，共公开信息12条。", 1),  # when it was counted
    ],
)
def test_the_lead_paragraph_states_the_period(lead: str, told: int) -> None:
    found = findings(saying(lead, section="0"), "text.wording")
    assert len([f for f in found if "统计期限" in f.message]) == told
