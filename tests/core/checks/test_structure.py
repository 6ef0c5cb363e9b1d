"""Sections, aspects, problems, fee, placeholders: the S rules."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from gicapp.core.checks.catalogue import check
from gicapp.core.finding import Finding, Severity
from gicapp.core.reading import HeadingFound, Reading
from gicapp.core.report import Report, unit_named
from tests.core.checks.sentences import FORM, findings, marks, saying

HEADINGS = tuple(HeadingFound(section.number, section.heading) for section in FORM.sections)
TABLES = tuple(table.id for table in FORM.tables)


def _read(
    rule: str, headings: tuple[HeadingFound, ...], tables: tuple[str, ...] = TABLES
) -> list[Finding]:
    reading = Reading(headings=headings, tables=tables)
    return [f for f in check(FORM, saying("正文"), reading) if f.rule == rule]


def test_a_heading_that_stands_in_the_text_would_be_printed_twice() -> None:
    five = FORM.sections[4].heading
    text = f"公开信息3条。\n{five} \n如{five}所述。"
    (finding,) = findings(saying(text), "structure.headings")
    assert finding.severity is Severity.ERROR
    assert marks(saying(text), "structure.headings") == [five]
    assert "印出来会有两个" in finding.message


def test_a_part_that_the_form_has_not_belongs_to_the_section_it_stands_in() -> None:
    text = "公开不够及时。\n六、下步改进举措\n将加强培训。"
    report = saying(text, section="5")
    assert marks(report, "structure.headings") == ["六、下步改进举措"]
    (finding,) = findings(report, "structure.headings")
    assert (finding.severity, finding.section) == (Severity.WARNING, 5)
    assert "“五、存在的主要问题及改进情况”" in finding.message
    listed = "五、公开不够及时\n六、解读不够丰富"
    for other in (listed, text.replace("举措\n", "举措有三条。\n")):
        assert marks(saying(other, section="5"), "structure.headings") == []
    assert marks(saying("六、信息处理费\n无。", section="1"), "structure.headings") == []
    six = "无。\n六、其他需要报告的事项"
    assert len(findings(saying(six, section="6"), "structure.headings")) == 1


def test_the_official_headings_are_fine() -> None:
    assert _read("structure.headings", HEADINGS) == []
    assert _read("structure.tables", HEADINGS) == []


def test_another_order_is_an_error() -> None:
    sixth, fifth = (HEADINGS[5].found.replace("六", "五"), HEADINGS[4].found.replace("五", "六"))
    swapped = (*HEADINGS[:4], HeadingFound(6, sixth), HeadingFound(5, fifth))
    grades = [f.severity for f in _read("structure.headings", swapped)]
    assert grades == [Severity.ERROR, Severity.ERROR, Severity.ERROR]


def test_signs_of_a_heading_weigh_less_than_its_words() -> None:
    for heading in ("存在的主要问题及改进情况", "五.存在的主要问题及改进情况"):
        other = (*HEADINGS[:4], HeadingFound(5, heading), HEADINGS[5])
        (said,) = _read("structure.headings", other)
        assert (said.severity, said.section) == (Severity.HINT, 5)


def test_blanks_in_a_heading_are_no_fault_of_wording() -> None:
    other = (HeadingFound(1, "一、 总体情况"), *HEADINGS[1:])
    assert _read("structure.headings", other) == []


def test_a_report_of_the_years_before_the_form_keeps_the_headings_of_its_time() -> None:
    heading = HeadingFound(5, "五、政府信息公开工作存在的主要问题及改进情况")
    reading = Reading(headings=(*HEADINGS[:4], heading, HEADINGS[5]), tables=TABLES)
    for year, told in ((2020, 0), (2021, 1)):
        found = check(FORM, replace(saying("正文"), year=year), reading)
        assert len([f for f in found if f.rule == "structure.headings"]) == told


ASPECTS = "主动公开……依申请公开……政府信息管理……平台建设……监督保障：考核、评议、责任追究。"


def test_section_one_speaks_of_all_aspects() -> None:
    assert findings(saying(ASPECTS), "structure.aspects") == []
    (finding,) = findings(saying(ASPECTS.replace("平台建设", "")), "structure.aspects")
    assert "平台建设" in finding.message


def test_an_aspect_may_be_told_in_other_words() -> None:
    text = ASPECTS.replace("主动公开", "公开各类信息9条").replace("政府信息管理", "落实三审三校")
    assert findings(saying(text), "structure.aspects") == []
    watched = ASPECTS.replace("评议", "自觉接受群众监督")
    assert findings(saying(watched), "structure.aspects") == []


@pytest.mark.parametrize(
    ("aspect", "text"),
    [
        ("主动公开", "通过“某县人民政府”网站公开35条信息"),
        ("主动公开", "在县政府网站累计公布信息35条"),
        ("主动公开", "全年在门户网发布动态、公告等共120篇"),
        ("主动公开", "按照“应公开、尽公开”的要求抓落实"),
        ("主动公开", "全局共编发信息199篇"),
        ("主动公开", "对职责、办事流程等内容进行公开公示"),
        ("依申请公开", "政府信息公开申请以及答复工作均有专人"),
        ("依申请公开", "全年没有人提出申请"),
        ("政府信息管理", "政府信息资源的规范化、标准化管理情况"),
        ("政府信息管理", "在文件生成过程中明确是否公开"),
        ("政府信息管理", "修订和完善了三项工作制度"),
        ("政府信息管理", "严把信息质量关"),
        ("政府信息管理", "宣传科发布前再次审核错别字"),
        ("政府信息公开平台建设", "利用电子显示屏、政务公开栏告知群众"),
        ("政府信息公开平台建设", "在县政府门户网告知群众"),
        ("监督保障", "形成主要领导亲自抓、业务科室具体抓的局面"),
        ("监督保障", "成立领导小组，安排了专人担任信息员"),
        ("监督保障", "定期对公开效果进行督促"),
        ("监督保障", "实行目标管理，任务落实到人"),
        ("监督保障", "落实1名专职人员，组织业务培训"),
    ],
)
def test_an_aspect_counts_as_told_where_a_topic_of_it_is_touched(aspect: str, text: str) -> None:
    said = [finding.message for finding in findings(saying(f"{text}。"), "structure.aspects")]
    assert not any(aspect in message and "没有写到" in message for message in said)


def test_one_aspect_missing_is_a_hint_and_several_are_a_warning() -> None:
    def grades(text: str) -> list[Severity]:
        return [finding.severity for finding in findings(saying(text), "structure.aspects")]

    assert grades(ASPECTS.replace("平台建设", "")) == [Severity.HINT]
    assert grades(ASPECTS.replace("平台建设", "").replace("依申请公开", "")) == [Severity.WARNING]


@pytest.mark.parametrize(
    ("name", "grade"),
    [
        ("青山滨海新区", Severity.HINT),
        ("某市高新技术产业开发区管理委员会", Severity.HINT),
        ("某区某街道办事处", Severity.HINT),
        ("某市某新区人民政府", Severity.WARNING),
        ("某市某区", Severity.WARNING),
        ("某县某镇", Severity.WARNING),
    ],
)
def test_only_a_government_must_report_on_its_watching(name: str, grade: Severity) -> None:
    text = ASPECTS.replace("：考核、评议、责任追究", "")
    (finding,) = findings(saying(text, unit_named(name)), "structure.aspects")
    assert finding.severity is grade


def test_a_long_lead_paragraph_tells_of_the_aspects_where_section_one_is_missing() -> None:
    assert findings(saying(ASPECTS * 10, section="0"), "structure.aspects") == []
    (short,) = findings(saying("编制本报告。", section="0"), "structure.aspects")[:1]
    assert "还没有内容" in short.message


GOOD_FIVE = (
    "存在的问题：一是公开的主动性不够；二是公开的形式单一。"
    "下一步：一是加强培训，提高主动性；二是丰富公开形式。"
)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        (GOOD_FIVE, None),
        ("无", Severity.ERROR),
        ("不存在问题。", Severity.ERROR),
        ("", Severity.ERROR),
        ("公开的主动性不够，将加强培训。", Severity.WARNING),
        ("今年以来，我局持续加强公开，取得了明显成效，得到了群众的充分肯定。", Severity.WARNING),
        ("存在的问题：一是公开的主动性还不够，二是公开的形式仍然比较单一陈旧。", Severity.WARNING),
        (GOOD_FIVE.replace("；二是丰富公开形式", ""), Severity.HINT),
        (GOOD_FIVE.replace("二是丰富", "二要丰富"), None),
        *(
            (f"存在的不足：一是群众获取信息的渠道有待拓宽；二是制度不健全。{words}", None)
            for words in (
                "针对以上不足，始终以维护群众利益为导向，设立意见收集站点。",
                "将定期更新栏目。",
                "下步，组织专题学习。",
                "为此，我局已指定专人。",
                "明年争取全覆盖。",
                "对此，我镇要常抓不懈。",
                "力争做到应公开尽公开。",
                "进一步提高认识。",
                "今后多听群众意见。",
                "拓宽公开渠道，健全工作制度。",
            )
        ),
        *(
            (f"{words}今后我局将加强学习培训，及时更新各类信息。", None)
            for words in (
                "公开的内容还比较少，更新得慢，人手也紧。",
                "公开意识还需加强，重点领域公开得偏窄。",
                "个别栏目未能按时更新，解读形式陈旧。",
            )
        ),
        ("存在的不足：一是群众获取信息的渠道有待拓宽；二是工作制度还不健全。", Severity.WARNING),
        (GOOD_FIVE.replace("一是加强", "1.加强").replace("二是丰富", "2.丰富"), None),
    ],
)
def test_section_five_names_problems_and_measures(text: str, grade: Severity | None) -> None:
    grades = [f.severity for f in findings(saying(text, section="5"), "structure.problems")]
    assert grades == ([grade] if grade else [])


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("2023年度未收取信息处理费。", None),
        ("我局2023年度不存在收取信息处理费情况。", None),
        ("无其他需要报告的事项。", Severity.WARNING),
        ("", Severity.ERROR),
        ("本年收取信息处理费380元。", Severity.WARNING),  # table two says 0
    ],
)
def test_section_six_states_the_fee(text: str, grade: Severity | None) -> None:
    grades = [f.severity for f in findings(saying(text, section="6"), "structure.fee")]
    assert grades == ([grade] if grade else [])


def test_the_sentence_that_a_table_of_the_fee_becomes_states_the_fee() -> None:
    for text in (
        "信息处理费收取情况：通知收取0件，通知收取金额0元，实际收取0元。",
        "信息处理费收取情况：通知收取2件，通知收取金额1640元，实际收取820元。",
    ):
        assert check(FORM, saying(text, section="6")) == check(
            FORM, saying("2023年度未收取信息处理费。", section="6")
        )
    open_one = "信息处理费收取情况：通知收取【请填写】件，通知收取金额0元，实际收取0元。"
    assert findings(saying(open_one, section="6"), "structure.fee") == []
    assert marks(saying(open_one, section="6"), "text.placeholder") == ["【请填写】"]


def test_the_fee_is_asked_for_only_since_its_rules_are_in_force() -> None:
    for year, told in ((2020, []), (2021, [Severity.WARNING])):
        report = replace(saying("无其他需要报告的事项。", section="6"), year=year)
        assert [f.severity for f in findings(report, "structure.fee")] == told
    (empty,) = findings(replace(saying("", section="6"), year=2019), "structure.fee")
    assert "信息处理费" not in empty.message


def test_the_fee_may_be_told_by_its_name_in_another_section() -> None:
    told = saying("2023年度未收取信息处理费。")
    narrative = MappingProxyType({**told.narrative, "6": "无其他需要报告的事项。"})
    assert findings(replace(told, narrative=narrative), "structure.fee") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (
            "联系XX局，××条，____，【】，（单位名称）。",
            ["XX", "××", "____", "【】", "（单位名称）"],
        ),
        ("二〇〇八年，5×8小时，138XXXX0000。", []),
        ("【请填写网址】，待补充。", ["【请填写网址】", "待补充"]),
        ("共公开文件35条（请根据实际情况填写）。", ["（请根据实际情况填写）"]),
        ("请根据实际情况填写。", ["请根据实际情况填写"]),
        ("公开（ ）条，**条，N件。", ["（ ）", "**", "N"]),
        ("申请人张**，按照实际情况公开，WPN件。", []),
        ("[bookmark: _GoBack]一是公开。", ["[bookmark: _GoBack]"]),
        ("收到⟦requests.new.total⟧件。", []),
    ],
)
def test_placeholders_and_leftovers_of_editors_are_marked(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.placeholder") == marked


def test_a_live_figure_without_a_number_is_an_error() -> None:
    report = saying("收到⟦requests.new.total⟧件。", new=None)
    (finding,) = findings(report, "text.placeholder")
    assert finding.severity is Severity.ERROR
    assert "本年新收" in finding.message


def test_live_figures_that_wait_for_the_tables_are_one_finding() -> None:
    report = saying("收到⟦requests.new.total⟧件，共⟦requests.new.total⟧件，⟦none.of⟧。", new=None)
    waiting, unknown = findings(report, "text.placeholder")
    assert "有 1 处" in unknown.message
    assert "none.of" in unknown.message
    assert waiting.message.endswith(
        "有 2 处随表格更新的数字还显示为“【待填】”："
        "“本年新收×总计”还没有填写数字，填好表格就会显示。"
    )


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("联系电话：82111365，0755-88000012。", []),
        ("申请人李某，手机13812345678。", ["13812345678"]),
        ("联系电话：13812345678。", []),
        ("身份证号11010519491231002X。", ["11010519491231002X"]),
        ("统一编号110105194912310021。", []),  # its check sign is wrong
        ("身份证号码为110105194912310021。", ["110105194912310021"]),  # typed wrong, and still one
        ("申请人张三申请公开，当事人李小明不服。", ["张三", "李小明"]),
        ("申请人王某提出，申请人要求，申请人马上提交，申请人周末申请，申请人对答复不服。", []),
    ],
)
def test_personal_data_is_marked(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.personal") == marked


def _with_prior(text: str, before: str, section: str) -> Report:
    prior = replace(saying(before, section=section), year=2022)
    return replace(saying(text, section=section), prior=prior)


def test_a_section_like_last_years_is_a_leftover() -> None:
    before = GOOD_FIVE.replace("培训", "学习")
    report = _with_prior(GOOD_FIVE * 2, before * 2, "5")
    (finding,) = findings(report, "prior.similar_text")
    assert (finding.severity, finding.section) == (Severity.WARNING, 5)
    fresh = _with_prior("全新的文字，写明本年遇到的情况，没有一句与上年相同。" * 3, before * 2, "5")
    assert findings(fresh, "prior.similar_text") == []


def test_a_long_sentence_of_last_year_is_a_hint() -> None:
    old = "进一步完善主动公开、依申请公开、信息管理、平台建设和监督保障各项制度，"
    old += "并抓好落实见效持续推进。"
    report = _with_prior("今年有新的做法，" * 20 + "。" + old, old + "去年的做法不同。" * 20, "1")
    assert [f.severity for f in findings(report, "prior.similar_text")] == [Severity.HINT]


def test_last_years_promises_are_listed() -> None:
    (finding,) = findings(_with_prior("", GOOD_FIVE, "5"), "prior.promises")
    assert "加强培训，提高主动性；丰富公开形式" in finding.message


def test_a_long_promise_is_told_up_to_the_end_of_a_clause() -> None:
    plan = "下一步：一是" + "加强业务培训，" * 12 + "提高公开水平。"
    (finding,) = findings(_with_prior("", plan, "5"), "prior.promises")
    assert "加强业务培训……。请" in finding.message
    assert "提高公开水平" not in finding.message


def test_a_workbook_of_figures_lacks_no_text() -> None:
    bare = replace(saying(""), narrative=MappingProxyType({}))
    rules = {finding.rule for finding in check(FORM, bare, Reading(tables=TABLES))}
    assert not {rule for rule in rules if rule.startswith(("structure.", "text."))}


def test_an_empty_report_has_one_finding_a_section() -> None:
    empty = Report(year=2023, narrative=MappingProxyType({}))
    rules = [
        f.rule
        for f in check(FORM, empty)
        if f.rule.startswith(("text.", "structure.", "year.", "prior."))
    ]
    assert sorted(rules) == ["structure.aspects", "structure.fee", "structure.problems"]
