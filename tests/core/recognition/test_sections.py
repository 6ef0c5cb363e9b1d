"""The text of a report is split at its headings, whatever their wording and numbering."""

from datetime import date

import pytest

from gicapp.core.content import Block, Content, Paragraph
from gicapp.core.reading import HeadingFound, Reading
from gicapp.core.recognition.interpretation import interpret
from tests.core.recognition.layouts import FORM, grid, official, some_values

TABLES = [grid(official(t, some_values()), f"第 {n} 个表格") for n, t in enumerate(FORM.tables, 1)]
TITLE = "某县财政局2023年政府信息公开工作年度报告"
LEAD = "根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为2023年1月1日至12月31日。"


def _read(*parts: str | int) -> Reading:
    """Read paragraphs, with the tables where their number stands."""
    blocks: list[Block] = [TABLES[p - 2] if isinstance(p, int) else Paragraph(p) for p in parts]
    return interpret(Content("docx", tuple(blocks)))


def test_the_official_headings() -> None:
    headings = [section.heading for section in FORM.sections]
    one, two, three, four, five, six = headings
    reading = _read(TITLE, LEAD, one, "甲。", two, 2, three, 3, four, 4, five, "乙。", six, "无。")
    assert dict(reading.narrative) == {"0": LEAD, "1": "甲。", "5": "乙。", "6": "无。"}
    found = [HeadingFound(n, heading) for n, heading in enumerate(headings, 1)]
    assert list(reading.headings) == found
    assert (reading.unit, reading.year, len(reading.cells)) == ("某县财政局", 2023, 200)


def test_headings_of_2019_without_numbers_or_shortened() -> None:
    reading = _read(
        TITLE,
        "总体情况",
        "甲。",
        "主动公开政府信息情况",
        2,
        "收到和处理政府信息公开申请情况",
        3,
        "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
        4,
        "政府信息公开工作存在的主要问题及改进情况",
        "乙。",
        "其他报告的事项",
        "丙。",
    )
    assert dict(reading.narrative) == {"1": "甲。", "5": "乙。", "6": "丙。"}
    assert len(reading.headings) == 6


@pytest.mark.parametrize(
    "heading",
    ["四、政府信息公开行政复议与行政诉讼情况", "四、政府信息公开行政法复议、行政诉讼情况"],
)
def test_a_heading_with_a_slip_and_its_number_opens_its_section_without_its_table(
    heading: str,
) -> None:
    reading = _read(TITLE, "三、收到和处理政府信息公开申请情况", 3, heading, "没有这类案件。")
    assert dict(reading.narrative) == {"4": "没有这类案件。"}
    alone = _read(TITLE, "一、概述", "二、政府信息主动公开情况", "发布36条。", "三、申请", "无。")
    assert dict(alone.narrative) == {"1": "二、政府信息主动公开情况\n发布36条。\n三、申请\n无。"}


def test_captions_between_the_rows_of_a_table_are_no_text_of_its_section() -> None:
    captions = [f"第二十条第（{number}）项" for number in "一五六八九"]
    reading = _read(TITLE, "二、主动公开政府信息情况", *captions, "发布平台不变。", 2)
    assert dict(reading.narrative) == {"2": "发布平台不变。"}


def test_numbering_that_is_shifted() -> None:
    reading = _read(
        TITLE,
        LEAD,
        "一、主动公开政府信息情况",
        2,
        "二、收到和处理政府信息公开申请情况",
        3,
        "三、政府信息公开行政复议、行政诉讼情况",
        4,
        "四、存在的主要问题及改进情况",
        "乙。",
        "五、其他需要报告的事项",
        "丙。",
    )
    assert dict(reading.narrative) == {"0": LEAD, "5": "乙。", "6": "丙。"}


def test_topics_of_section_one_that_are_numbered_like_sections_stay_in_it() -> None:
    topics = ["一、主动公开情况", "公开。", "二、依申请公开情况", "收到。", "三、监督保障", "好。"]
    reading = _read(TITLE, "一、总体情况", *topics, "二、主动公开政府信息情况", 2)
    assert reading.narrative["1"].splitlines() == topics


def test_a_seventh_section_and_another_order() -> None:
    reading = _read(
        TITLE,
        "五、存在的主要问题及改进情况",
        "乙。",
        "六、信息处理费收取情况",
        "未收取。",
        "七、其他需要报告的事项",
        "无。",
    )
    assert reading.narrative["5"] == "乙。"
    assert reading.narrative["6"].splitlines() == ["六、信息处理费收取情况", "未收取。", "无。"]
    swapped = _read(TITLE, "五、其他需要报告的事项", "丙。", "六、存在的主要问题及改进情况", "乙。")
    assert dict(swapped.narrative) == {"5": "乙。", "6": "丙。"}


def test_prose_before_and_after_a_table_belongs_to_its_section() -> None:
    reading = _read(TITLE, "三、收到和处理政府信息公开申请情况", "表前。", 3, "表后。")
    assert reading.narrative["3"] == "表前。\n表后。"


def test_text_on_the_line_of_its_heading() -> None:
    reading = _read(TITLE, "一、总体情况。2023年……", "六、其他需要报告的事项：无")
    assert dict(reading.narrative) == {"1": "2023年……", "6": "无"}


def test_what_a_web_page_has_around_the_report_is_left_out() -> None:
    reading = _read(
        "首页",
        "当前位置：首页 > 政府信息公开 > 政府信息公开年报",
        TITLE,
        "发布时间：2024-01-20 来源：某县财政局 浏览次数：20",
        "一、总体情况",
        "[bookmark: _GoBack]甲。",
        "六、其他需要报告的事项",
        "无。",
        "某县财政局",
        "2024年1月20日",
        "上一篇：别的",
        "主办单位：某县人民政府",
    )
    assert dict(reading.narrative) == {"1": "甲。", "6": "无。"}
    assert (reading.unit, reading.year) == ("某县财政局", 2023)
    assert reading.dated == date(2024, 1, 20)


@pytest.mark.parametrize(
    ("end", "dated"),
    [
        (("2024年1月20日",), date(2024, 1, 20)),
        (("某县财政局", "2024 年 2 月 3 日"), date(2024, 2, 3)),
        (("二〇二四年一月二十日", "某县财政局"), date(2024, 1, 20)),
        (("二○二四年十二月三十一日",), date(2024, 12, 31)),
        (("2024年2月30日",), None),
        (("某县财政局",), None),
    ],
)
def test_the_day_under_the_text_is_kept_apart_from_it(
    end: tuple[str, ...], dated: date | None
) -> None:
    reading = _read(TITLE, "一、总体情况", "甲。", "六、其他需要报告的事项", "无。", *end)
    assert dict(reading.narrative) == {"1": "甲。", "6": "无。"}
    assert reading.dated == dated


@pytest.mark.parametrize(
    "imprint",
    [
        ("抄送：县纪委监委驻县财政局纪检监察组。", "某县财政局办公室　　2024年1月22日印发"),
        ("（此件主动公开）", "某县财政局办公室", "2024年1月22日印发（共印20份）"),
        ("公开方式：主动公开", "主送：县政务公开办", "抄报：县政府办公室。"),
        (
            "抄送：县委办公室，县人大常委会办公室，",
            "县政协办公室。",
            "某县财政局 2024年1月22日印发",
        ),
        ("信息公开选项：主动公开", "某县财政局办公室二〇二四年一月二十二日印发"),
    ],
)
def test_the_imprint_of_an_official_document_is_no_text(imprint: tuple[str, ...]) -> None:
    six = ("六、其他需要报告的事项", "2023年度未收取信息处理费。", "（此页无正文）")
    end = ("某县财政局", "2024年1月20日", *imprint)
    reading = _read(TITLE, "一、总体情况", "甲。", *six, *end)
    assert dict(reading.narrative) == {"1": "甲。", "6": "2023年度未收取信息处理费。"}
    assert reading.dated == date(2024, 1, 20)


@pytest.mark.parametrize(
    "sentence",
    [
        "本报告同时抄送县档案馆、县图书馆。",
        "收费执行国务院办公厅2020年11月17日印发的管理办法",
        "本局收费办法由县政府办公室于2023年1月9日印发",
        "《收费办法》，县政府办公室2023年1月9日印发",
        "主动公开的方式：网站公开",
    ],
)
def test_a_sentence_that_only_speaks_of_issuing_stays(sentence: str) -> None:
    parts = (TITLE, "一、总体情况", "甲。", "六、其他需要报告的事项", "无。", sentence)
    reading = _read(*parts, "某县财政局", "2024年1月20日")
    assert reading.narrative["6"] == f"无。\n{sentence}"


def test_the_day_stands_under_section_five_where_it_is_the_last() -> None:
    parts = (TITLE, "一、总体情况", "甲。", "五、存在的主要问题及改进情况", "乙。", "某县财政局")
    reading = _read(*parts, "2024年1月20日")
    assert dict(reading.narrative) == {"1": "甲。", "5": "乙。"}
    assert reading.dated == date(2024, 1, 20)
    assert _read(*parts).narrative["5"] == "乙。\n某县财政局"  # no day says that it signs


def test_a_sentence_that_leads_up_to_the_report_is_no_title() -> None:
    for lead in (
        "按照《<办公厅关于印发年度报告格式>的通知》要求，现将某县财政局政府信息公开年度报告如下：",
        "根据《中华人民共和国政府信息公开条例》，现将我局2023年度政府信息公开情况报告如下：",
    ):
        reading = _read(TITLE, lead, "一、总体情况", "甲。")
        assert dict(reading.narrative) == {"0": lead, "1": "甲。"}
        assert (reading.unit, reading.year) == ("某县财政局", 2023)


def test_a_title_with_its_year_before_its_last_words() -> None:
    reading = _read("某县财政局政府信息公开工作2023年度报告", "一、总体情况", "甲。")
    assert (reading.unit, reading.year) == ("某县财政局", 2023)


def _doubled(reading: Reading) -> list[str]:
    told = [p.message for p in reading.problems if p.code == "heading.doubled"]
    return [message.partition("”")[0].removeprefix("“") for message in told]


def test_a_heading_that_stands_twice_is_passed_on_and_told() -> None:
    five = FORM.sections[4].heading
    reading = _read(TITLE, "一、总体情况", "甲。", five, "乙。", five, "丙。")
    assert [h.found for h in reading.headings] == ["一、总体情况", five, five]
    assert _doubled(reading) == [five]
    assert reading.narrative["5"].splitlines() == ["乙。", five, "丙。"]
    two = FORM.sections[1].heading
    assert _doubled(_read(TITLE, "一、总体情况", "甲。", two, "表前。", two, 2)) == [two]
    at_once = _read(TITLE, "一、总体情况", "甲。", five, five, "乙。")
    assert _doubled(at_once) == [five]
    assert _doubled(
        _read(TITLE, "一、总体情况", "甲。", five, "乙。", five, "六、其他需要报告的事项", "丙。")
    )


def test_a_table_of_contents_doubles_no_heading() -> None:
    headings = [section.heading for section in FORM.sections]
    one, two, three, four, five, six = headings
    body: list[str | int] = [one, "甲。", two, 2, three, 3, four, 4, five, "乙。", six, "无。"]
    assert _doubled(_read(TITLE, *headings, *body)) == []
    assert _doubled(_read(TITLE, "目录", *headings[:2], *body)) == []


def test_a_heading_under_another_number_is_not_certain() -> None:
    reading = _read(TITLE, "一、总体情况", "甲。", "二、总体情况", "乙。", "总体情况", "丙。")
    assert _doubled(reading) == []


def test_a_file_of_two_reports_doubles_no_heading() -> None:
    body = [part for s in FORM.sections if not s.table for part in (s.heading, "甲。")]
    assert _doubled(_read(TITLE, *body, TITLE, *body)) == []


@pytest.mark.parametrize(
    "heading",
    [
        "一、2022年信息公开工作的总体情况",
        "一、工作开展情况",
        "一、政府信息公开2022年重点任务落实情况",
        "一、政府信息公开工作概况",
        "一、基本工作情况",
        "一、高度重视，扎实推进政府信息公开",
        "第一部分 2020年工作综述",
    ],
)
def test_a_heading_in_other_words_stands_for_section_one_by_its_place(heading: str) -> None:
    reading = _read(TITLE, LEAD, heading, "甲。", "二、主动公开政府信息情况", 2)
    assert dict(reading.narrative) == {"0": LEAD, "1": "甲。"}
    assert reading.headings[0] == HeadingFound(1, heading)


@pytest.mark.parametrize(
    "heading",
    [
        "五、存在的问题及改进措施",
        "五、存在问题和下一步打算",
        "五、工作中的不足与今后努力方向",
        "五、主要困难及整改计划",
        "五、下一步工作",
    ],
)
def test_a_heading_in_other_words_stands_for_section_five(heading: str) -> None:
    four, six = "四、政府信息公开行政复议、行政诉讼情况", "六、其他需要报告的事项"
    reading = _read(TITLE, "一、总体情况", "甲。", four, 4, heading, "乙。", six, "丙。")
    assert dict(reading.narrative) == {"1": "甲。", "5": "乙。", "6": "丙。"}
    assert HeadingFound(5, heading) in reading.headings


def test_headings_of_tables_in_other_words() -> None:
    reading = _read(
        TITLE,
        "一、总体情况",
        "甲。",
        "二、公开信息的数据",
        2,
        "三、受理申请的统计",
        3,
        "四、争议",
        4,
    )
    assert [heading.section for heading in reading.headings] == [1, 2, 3, 4]


def test_a_list_where_section_one_should_stand_is_its_text() -> None:
    topics = ["一、主动公开", "公开。", "二、依申请公开工作", "收到。", "三、监督保障", "好。"]
    reading = _read(TITLE, LEAD, *topics, "二、主动公开政府信息情况", 2)
    assert dict(reading.narrative) == {"0": LEAD, "1": "\n".join(topics)}
    assert [heading.section for heading in reading.headings] == [2]


def test_a_document_without_any_part_of_a_report_has_no_headings() -> None:
    assert _read("会议纪要", "一、会议情况", "甲。", "二、议定事项", "乙。").headings == ()


@pytest.mark.parametrize(
    "lead",
    [
        "本年度报告是根据《条例》等文件要求，现将2023年度某街道政府信息公开工作情况报告如下：",
        "本年度报告由某市发展改革委编制，根据《条例》和<年度报告格式>的通知要求，统计期限为全年。",
        "本报告由某局编制，公布2023年政府信息公开年度报告",
    ],
)
def test_a_lead_paragraph_that_begins_with_the_report_is_no_title(lead: str) -> None:
    reading = _read(TITLE, lead, "一、总体情况", "甲。")
    assert dict(reading.narrative) == {"0": lead, "1": "甲。"}


def test_a_second_paragraph_of_the_lead_may_name_the_period_alone() -> None:
    period = "除另作说明的外，文中数据统计时限为2023年1月1日至2023年12月31日。"
    reading = _read(TITLE, LEAD, period, "一、总体情况", "甲。")
    assert reading.narrative["0"] == f"{LEAD}\n{period}"


def test_a_unit_keeps_the_end_of_what_stands_in_brackets_after_its_name() -> None:
    reading = _read("海关总署（本级机关）2020年政府信息公开工作年度报告", "一、总体情况", "甲。")
    assert (reading.unit, reading.year) == ("海关总署(本级机关)", 2020)


def test_a_heading_without_a_number_behind_the_tables() -> None:
    parts = (TITLE, "一、总体情况", "甲。", "四、政府信息公开行政复议、行政诉讼情况", 4)
    for five in ("存在问题与改进措施", "（五）存在的问题和改进措施", "工作中存在的不足及下步打算"):
        reading = _read(*parts, five, "乙。", "其他情况", "丙。")
        assert dict(reading.narrative) == {"1": "甲。", "5": "乙。", "6": "丙。"}
    reading = _read(TITLE, "一、总体情况", "（五）存在问题及改进措施", "乙。", "二、公开数据", 2)
    assert [heading.section for heading in reading.headings] == [1, 2]  # a topic of section one


def test_a_heading_that_goes_on_with_the_problems_is_text_of_section_five() -> None:
    reading = _read(
        TITLE,
        "五、存在的主要问题",
        "乙。",
        "六、改进情况",
        "丙。",
        "七、其他需要报告的事项",
        "丁。",
    )
    assert dict(reading.narrative) == {"5": "乙。\n六、改进情况\n丙。", "6": "丁。"}


SEVEN = ("五、当前主要不足", "乙。", "六、下步改进举措", "丙。")
FOUR = "四、政府信息公开行政复议、行政诉讼情况"


@pytest.mark.parametrize("heading", ["七、其他需说明的事项", "七、其他说明", "七、信息处理费情况"])
def test_the_seventh_section_is_the_sixth_where_the_sixth_goes_on(heading: str) -> None:
    reading = _read(TITLE, "一、总体情况", "甲。", FOUR, 4, *SEVEN, heading, "丁。")
    assert reading.narrative["5"] == "乙。\n六、下步改进举措\n丙。"
    assert reading.narrative["6"] == "丁。"
    assert [(h.section, h.found) for h in reading.headings[-2:]] == [(5, SEVEN[0]), (6, heading)]


def test_measures_alone_are_no_other_matters() -> None:
    reading = _read(TITLE, "一、总体情况", "甲。", FOUR, 4, *SEVEN)
    assert dict(reading.narrative) == {"1": "甲。", "5": "乙。\n六、下步改进举措\n丙。"}


def test_text_behind_a_blank_on_the_line_of_its_heading() -> None:
    text = "主动公开信息20条，未收到申请。其他工作有序：开展培训。"
    reading = _read(TITLE, f"一、总体情况 {text}", f"五、存在的主要问题及改进情况　{text}")
    assert dict(reading.narrative) == {"1": text, "5": text}


def test_a_short_sentence_may_be_a_lead_paragraph() -> None:
    short = "本年报由某局编制。"
    assert _read(TITLE, short, "一、总体情况", "甲。").narrative["0"] == short
