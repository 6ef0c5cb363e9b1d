"""Figures, years and dates as the standard writes them (GB/T 15835—2011), and as it does not."""

import pytest

from gicapp.core.text.spelling import misspellings

WRONG = [
    ("2O23年", "2023"),
    ("公开信息l2条", "12"),
    ("公开信息3O条", "30"),
    ("20233年度", "四位"),
    ("203年，我局", "四位"),
    ("2023年2月29日", "日历"),
    ("13月印发", "日历"),
    ("4月31日", "日历"),
    ("增长12%个百分点", "百分点"),
    ("申请量下降1倍", "百分比"),
    ("申请量减少了两倍", "百分比"),
    ("公开信息12条条", "条条"),
    ("公开信息12.5条", "整数"),
    ("公开信息1200.条", "小数点"),
    ("予以公开占比120%", "100%"),
    ("办结率为100.5%", "100%"),
]
AGAINST_THE_STANDARD = [
    ("二零二三年", "二〇二三年"),
    ("二0二三年", "二〇二三年"),
    ("23年度，我局", "四位"),
    ("23年我局公开信息", "四位"),
    ("公开信息约120余条", "约数"),
    ("近30次左右", "约数"),
    ("２０２３年", "半角"),
]
RIGHT = [
    "2023年，我局公开信息1,200条，比上年增长12个百分点、减少12%。",
    "二〇二三年，公开信息三十余条，约40条，近50条，超过60条。",
    "2024年2月29日印发，12月31日前办结，1月1日至12月31日。",
    "公开信息1.2万条，收取费用12.5元，平均每件12.5天，浏览量3.2万人次。",
    "近10年来，20年间的档案，平均每月12.5条，日均发布1.5条。",
    "办结率100%，占比99.9%，完成率120%，增长1倍，翻了两番。",
    "件件有回音，办好12件民生实事，投入3人人均2台，实施12项项目。",
    "〔2023〕12号，电话020-12345678，见 www.gov.cn/col/12.html，第3.1条。",
    "2023年1—12月，第23届，110报警，12345热线，24小时。",
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_a_mistake_is_told_with_what_is_meant(text: str, said: str) -> None:
    (slip,) = misspellings(text)
    assert said in slip.message
    assert slip.wrong


@pytest.mark.parametrize(("text", "said"), AGAINST_THE_STANDARD)
def test_what_the_standard_writes_otherwise_is_no_mistake(text: str, said: str) -> None:
    (slip,) = misspellings(text)
    assert said in slip.message
    assert not slip.wrong


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_spelt_well_is_left_alone(text: str) -> None:
    assert [slip.message for slip in misspellings(text)] == []


def test_the_place_is_that_of_the_text_as_it_was_given() -> None:
    text = "我局 2 O 2 3 年公开信息。"
    (slip,) = misspellings(text)
    assert text[slip.start : slip.end] == "2 O 2 3"
