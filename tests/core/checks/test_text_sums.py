"""Lists that must add up, shares and growth: N-12, N-13, N-15."""

from dataclasses import replace

import pytest

from gicapp.core.report import Report
from tests.core.checks.sentences import findings, marks, saying

SEED = (
    "2023年我局主动公开政府信息154条，其中：1.组织机构4条；2.通知公告82条；3.信息公开64条；"
    "4.信息公开目录1条；5.知识产权红色故事3条。"
)


@pytest.mark.parametrize(
    "text",
    [
        SEED,
        "公开各类信息1836条，其中：基层风采904条、公告通报187条、图文解读38条、招考信息52条、"
        "连环图解21期、其他类信息634条。",
        "公开信息1937条，其中基层动态1084条，法定信息公开类795条，简介类信息58条，"
        "开展在线访谈4期，受理来信9件。",
        "公开信息2745条次。其中网站公开936条、短视频发布1127条、广播发布682条。",
        "发布信息158条（其中网站公开92条，新媒体发布66条）。",
        "公开信息672条，其中文件1条、预决算2条、重点领域102条。",  # not every kind is listed
        "发布信息452余条，分别是案件报道182条、便民利民63条、会议活动200条。",
        "公开信息100条，其中政策40条，动态30条，年报20条。",  # not every kind is listed
        "公开目录3条、其他3条，共发布102条；专栏包括机构4条、价格52条、投资18条、项目12条、共86条。",
        "发布信息313条，其中政策14条、许可93条、执法37条、预决算12条、其他重点信息5条、动态63条。",
        "公开信息100条，其中网站60条（政策20条、动态40条），微信40条。",
        "公开信息21条，其中规章4条，计划5条，其他文件4条，动态0条，年报1条。",
        "共收到申请12件，其中予以公开7件，无法提供4件，结转下年1件。",
        "公开年报1条，其中文字版1条，网站动态2条。",  # where the list ends is not said
        "公开信息6条（其中预决算2条、年报1条）。",  # not every kind is listed
        "网站公开70条，微信公开20条。其中，动态80条。",
        "全年公开3000条。网站公开70条，微信公开20条。其中，动态800条。",
        "网站公开70余条，微信公开20条。其中，动态800条。",
        "公开248条，其中，网站发布信息36条，其中概况（简介）19条，公告14条，其他3条；"
        "通过公众号公开信息212条。",
        "公开248条，其中，网站发布信息36条，其中概况19条，公告14条；公众号公开212条。",
        "公开信息82条，其中要闻52条、公告14条、规划1条、文件2条、预决算2条、应急1条。",
        "公开信息812条，其中，门户网站公开300条，政务新媒体公开487条。",
        "公开信息170条。其中，机构类12条，为民办实事88条，财政类13条，其他类57条。",
        "公开信息472条，通过网站发布104条、通过公众号发布351条、其他方式公开17条。",
        "公开信息855条，其中网站153条，具体为财政68条、计划69条、其他1条；公众号612条，公示栏46条。",
        "发布信息9362条，主要包括动态8417条、通知64条、政策231条、其他85条。",  # the main ones
        "产生行政复议3件、行政诉讼3件，其中行政复议维持3件、行政诉讼维持3件。",  # of both
        "因信息公开发生行政诉讼7件，其中未经复议直接起诉4件，结果维持4件；复议后起诉3件，"
        "结果维持2件，尚未审结1件。",  # how they ended, within the kinds
        "受理依申请政府信息公开事项34件，其中29件为申请公开渔船补助相关信息；3件结转下年答复；"
        "全年因信息公开工作被申请行政复议1件。",  # a review is no application
        "今年共受理政府信息公开申请36件，其中33件已按法定期限予以答复，2件结转至2024年度办理；"
        "予以公开14件；无法提供16件；咨询2件；重复申请1件。",  # told twice, in other parts
    ],
)
def test_lists_that_add_up_or_do_not_mean_to_are_not_marked(text: str) -> None:
    assert marks(saying(text, new=12, handled=11, carried_out=1), "text.breakdown") == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (SEED.replace("82条", "92条"), "154"),
        (SEED.replace("154条", "145条"), "145"),
        ("2023年公开54条，其中：政策文件20条，工作动态40条，其他4条。", "54"),
        (
            "公开信息2853条，包括：招聘信息18条，部门要闻1364条，公示通告197条，图解92条，"
            "其他类信息1655条。",
            "2853",
        ),
        ("公开信息2745条次。其中网站公开936条、短视频发布1127条、广播发布782条。", "2745"),
        ("公开信息100条，其中政策40条，动态30条，其他20条。", "100"),
        ("公开年报1条，包括文字版1条，以及图解版2条。", "1"),
        ("公开目录2条，其中机构目录1条、预算目录3条。", "2"),
        ("网站公开70条，微信公开20条。其中，动态800条、公告3条。", "800"),
        ("主动公开政府信息44条。其中，网站发布41条；公开栏发布59条；广播公开31条。", "59"),
        (
            "公开248条，其中，网站发布信息36条，其中概况（简介）19条，公告12条，其他3条；"
            "通过公众号公开信息212条。",
            "36",
        ),
        ("发布信息189条，其中包含公告52条、水质信息109条、其他18条。", "189"),
        ("公开信息82条，其中要闻52条、公告14条、规划0条、文件2条、预决算4条、应急0条。", "82"),
        ("公开信息812条，其中，门户网站公开315条，政务新媒体公开487条。", "812"),
        ("公开信息184条。其中，机构类12条，为民办实事88条，财政类13条，其他类57条。", "184"),
        ("公开信息184条。其中包括：机构类12条，财政类13条，其他类150条。", "184"),
        ("公开信息412条，通过网站发布104条、通过公众号发布351条、其他方式公开17条。", "412"),
        ("公开信息363条，其中公告352条，工作报告1条，预决算3条，解读3条，年报1条。", "363"),
    ],
)
def test_lists_that_do_not_add_up_are_marked_at_the_whole(text: str, whole: str) -> None:
    assert marks(saying(text), "text.breakdown") == [whole]


LOST_UNIT = (
    "我局主动公开信息413条，其中，行政许可结果108条，招标通告47科普宣传活动情况19条，"
    "水质抽查监督检查8条，用水安全提示7条，行政处罚结果4条，预算、支出公开5条，"
    "通过其他方式公布信息数215条。"
)
CLOSED_BY_REST = (
    "2024年主动公开信息总数735条，其中网站公开政府信息数421条，其他方式公开政府信息数314条，"
    "规范性文件数2条。"
)
LAST_WITH_A_VERB = (
    "主动公开政府信息总量72条。其中，公示类信息49条，经费收支2条，林权信息公开3条，"
    "道路工程1条，村务公开0条，土地出让2条，年报1条，公开指南1条，内设科室2条，"
    "规章制度3条，专题栏目2条，回复网络申请公开事项6条。"
)


@pytest.mark.parametrize(
    ("text", "right", "wrong", "said"),
    [
        (LOST_UNIT, "413条", "414条", "108＋47＋19＋8＋7＋4＋5＋215＝413条，相差1条"),
        (LOST_UNIT, "47科普", "48科普", "108＋48＋19＋8＋7＋4＋5＋215＝414条，相差1条"),
        (CLOSED_BY_REST, "421条", "422条", "422＋314＝736条，相差1条"),
        (CLOSED_BY_REST, "314条", "324条", "421＋324＝745条，相差10条"),
        (LAST_WITH_A_VERB, "49条", "51条", "51＋2＋3＋1＋0＋2＋1＋1＋2＋3＋2＋6＝74条，相差2条"),
        (
            "公开信息30条，其中政策10条，动态20条，回复留言5条。",
            "动态20条",
            "动态21条",
            "10＋21＝31条，相差1条",
        ),
    ],
)
def test_the_difference_told_is_that_of_the_list_as_it_is_meant(
    text: str, right: str, wrong: str, said: str
) -> None:
    assert findings(saying(text), "text.breakdown") == []
    (finding,) = findings(saying(text.replace(right, wrong)), "text.breakdown")
    assert said in finding.message


def test_a_figure_that_counts_nothing_of_the_list_has_lost_no_unit() -> None:
    text = "公开信息100条，其中通过12345热线公开20条，线下培训5场公开40条，其他41条。"
    (finding,) = findings(saying(text), "text.breakdown")
    assert "20＋40＋41＝101条" in finding.message


def test_a_catalogue_is_no_result_of_applications() -> None:
    text = "公开信息9086条，其中概况类184条、动态类2084条、信息公开目录类6478条。"
    assert marks(saying(text, new=None), "text.breakdown") == ["9086"]
    results = "收到政府信息公开申请607件，其中予以公开600件，部分公开50件，不予公开49件。"
    assert marks(saying(results, new=None), "text.breakdown") == []


def test_results_may_add_up_to_what_the_table_counts() -> None:
    text = "收到政府信息公开申请607件，其中予以公开600件，部分公开50件，不予公开49件。"
    assert marks(saying(text, new=607, handled=699), "text.breakdown") == []
    assert marks(saying(text, new=607, handled=607), "text.breakdown") == ["607"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("受理政府信息公开申请15件，办结12件，结转下一年办理1件。", ["15"]),
        ("受理政府信息公开申请15件，上年结转2件，办结17件，结转下一年办理1件。", ["15"]),
        ("受理政府信息公开申请15件，办结14件，结转下一年办理1件。", []),
        ("受理政府信息公开申请15件，上年结转2件，办结16件，结转下一年办理1件。", []),
        ("受理政府信息公开申请15件，办结18件，结转下一年办理1件。", []),  # some came from last year
        ("受理政府信息公开申请15件，办结12件，申请人撤回2件，结转下一年办理1件。", []),
        ("受理政府信息公开申请15件，办结12件，转交2件，结转下一年办理1件。", []),
        ("受理政府信息公开申请约15件，办结12件，结转下一年办理1件。", []),
        ("受理政府信息公开申请15件，办结12件。", []),
    ],
)
def test_a_sentence_that_gives_the_balance_balances(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.breakdown") == marked


SHARES = (
    "全年完成信息依申请公开答复1286件。其中，予以公开811件，占63.06%；"
    "部分公开94件，占7.31%；不予公开103件，占8.01%。"
)


def test_shares_are_reckoned_again() -> None:
    assert marks(saying(SHARES), "text.percentage") == []
    assert marks(saying(SHARES.replace("8.01", "6.01")), "text.percentage") == ["6.01"]
    assert (
        "应为1.3%"
        in findings(
            saying(
                "公开信息80条，其中年报1条，占比1.1%；动态54条，占比67.5%；领导信息11条，占比13.8%。"
            ),
            "text.percentage",
        )[0].message
    )
    named = "县级依申请事项1208项，其中网上办1195项占98.92%；乡级1467项，网上办比例为97.41%。"
    assert marks(saying(named), "text.percentage") == []
    bracketed = "公开信息100条，其中政务类40条（机关10条、专栏30条），占40%；便民类60条，占60%。"
    assert marks(saying(bracketed), "text.percentage") == []
    of_both = "收到依申请公开100件，其中引起行政复议3件、行政诉讼4件，占申请件比例7%。"
    assert marks(saying(of_both), "text.percentage") == []
    half = "受理依申请公开12件，其中予以公开6件，占{}%。"
    assert marks(saying(half.format(50)), "text.percentage") == []
    assert marks(saying(half.format(60)), "text.percentage") == ["60"]


def _grown(text: str) -> Report:
    return replace(saying(text, new=12), prior=replace(saying("", new=10), year=2022))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("收到政府信息公开申请12件，较上年增长20%。", 0),
        ("收到政府信息公开申请12件，同比增长20.0%。", 0),
        ("收到政府信息公开申请12件，比上年增加2件。", 0),
        ("收到政府信息公开申请12件，较上年增长50%。", 1),
        ("收到政府信息公开申请12件，比去年减少2件。", 1),
        ("收到政府信息公开申请12件，较2022年增加3件。", 1),
        ("收到政府信息公开申请12件，申请数量较去年回落2件。", 1),
        ("收到政府信息公开申请12件，申请数量同比上涨20%。", 0),
        ("收到政府信息公开申请12件，与上年持平。", 1),
        ("收到政府信息公开申请12件，与上年基本持平。", 0),
        ("收到政府信息公开申请12件，较上年翻了一番。", 1),
        ("依申请公开申请数量较上年有所减少。", 1),
        ("依申请公开申请数量较上年有所增加。", 0),
        ("收到政府信息公开申请12件，较上年有所减少。", 1),
        ("收到政府信息公开申请12件，较上年有所增加。", 0),
        ("一是行政许可及时；二是申请数量较上年有所下降。", 1),
        ("行政许可申请数量较上年有所下降。", 0),
        ("本年度信息公开数量相较去年有所减少。", 0),  # web pages
    ],
)
def test_growth_is_compared_with_last_year(text: str, count: int) -> None:
    assert len(marks(_grown(text), "text.percentage")) == count
    assert marks(replace(_grown(text), prior=None), "text.percentage") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("收到政府信息公开申请12件，较上年增长25%。", ["增长25%"]),
        ("收到政府信息公开申请0件，较上年下降100%。", []),
        ("收到政府信息公开申请73件，较上年度上升281%。", ["上升281%"]),
        ("收到政府信息公开申请73件，较上年度上升284.2%。", []),
        ("收到政府信息公开申请12件，较上年增长33%。", []),
        ("收到政府信息公开申请12件，较上年下降40%。", []),
        ("收到政府信息公开申请4件，较上年下降15%。", ["下降15%"]),
        ("收到政府信息公开申请12件，较上年减少100%。", []),
        ("收到政府信息公开申请1200件，较上年增长25.3%。", []),
        ("收到政府信息公开申请73件，较上年约增长281%。", []),
    ],
)
def test_growth_is_that_of_some_number_of_the_year_before(text: str, marked: list[str]) -> None:
    count = int(text.partition("申请")[2].partition("件")[0])
    assert marks(saying(text, new=count), "text.percentage") == marked


def test_the_same_and_twice_as_many_may_be_so() -> None:
    same = saying("收到政府信息公开申请12件，与去年相同。", new=12)
    assert marks(replace(same, prior=replace(same, year=2022)), "text.percentage") == []
    twice = saying("收到政府信息公开申请12件，较上年翻一番。", new=12)
    half = replace(saying("", new=6), year=2022)
    assert marks(replace(twice, prior=half), "text.percentage") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("收到申请19件，其中现场申请6件，网络申请12件，信函申请1件。", []),
        ("收到申请19件，其中现场申请7件，网络申请12件，信函申请1件。", ["19"]),
        ("收到申请19件，其中现场申请7件，网络申请12件，重复申请1件。", []),  # another matter
        ("收到申请7件，3件为信件申请，4件为网络申请；2件为重复申请。", []),
        ("收到申请7件，4件为信件申请，4件为网络申请。", ["7"]),
        ("收到申请6件，其中书面申请2件，网络申请6件。", ["6"]),
        ("收到依申请公开10件，网络申请6件，信函申请5件。", ["10"]),
        ("收到依申请公开11件，网络申请6件，信函申请5件。", []),
        ("收到依申请公开10件，其中自然人8件、法人3件。", ["10"]),
        ("收到申请0件，其中当面申请0件、信函申请1件。", ["0"]),
        ("全年共收到、办理申请0件，其中信函申请0件，网上申请1件，当面申请0件。", ["0"]),
        ("全年共收到、办理申请0件，其中信函申请0件，网上申请0件，当面申请0件。", []),
        ("共收到申请8件，6件受理方式为邮件申请，3件受理方式为网络申请。", ["8"]),
        # what is more is a part of another part
        ("发布信息100条，其中动态60条，要闻10条，通知30条，其他10条。", []),
        ("发布信息100条，其中动态60条（含要闻10条），通知30条，其他10条。", []),
        ("收到申请14件，上年转结2件，其中信函申请数7件，网络申请数9件。", []),  # of both
    ],
)
def test_the_ways_of_asking_make_up_the_whole(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.breakdown") == marked
