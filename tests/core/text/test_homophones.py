"""Set phrases with a character of the same sound: found, and other words let be."""

import pytest

from gicapp.core.text.confusions import confusions
from gicapp.core.text.homophones import sound_alikes


@pytest.mark.parametrize(
    ("text", "written", "phrase"),
    [
        ("公布行政执发流程图", "行政执发", "行政执法"),
        ("受理依申清公开件5件", "依申清公开", "依申请公开"),
        ("设置信息公开专拦", "信息公开专拦", "信息公开专栏"),
        ("纳入绩效考合", "绩效考合", "绩效考核"),
        ("全年组织监督检察3轮", "监督检察", "监督检查"),
        ("严格落时各项制度", "严格落时", "严格落实"),
        ("制发规范性问件2件", "规范性问件", "规范性文件"),
        ("更新信息公开指男", "信息公开指男", "信息公开指南"),  # not 公开指南 once more
    ],
)
def test_a_phrase_of_the_same_sound_is_found_where_it_stands(
    text: str, written: str, phrase: str
) -> None:
    (alike,) = sound_alikes(text)
    assert (text[alike.start : alike.end], alike.phrase) == (written, phrase)


@pytest.mark.parametrize(
    "text",
    [
        "行政执法、依申请公开、信息公开专栏、绩效考核、监督检查、规范性文件",
        "完善信息发布与公开审查机制",  # not 不予公开
        "以申请公开名义提出信访诉求",
        "档案馆立足两重身份，办公室坚持依法公开",
        "疫情信息即时更新，即时公开",
        "保障公民、法人和其它组织的权利，其它事项",
        "事故责任认定材料",
        "围绕政府信息共开设专栏6个，政务公开工作及制度建设",
        "先进工作人物，据统计实现全程网办",
        "科研机构只能通过申请方式获取",
        "",
    ],
)
def test_other_words_of_the_same_sound_are_let_be(text: str) -> None:
    assert sound_alikes(text) == ()


def test_a_word_that_two_tables_know_is_told_once() -> None:
    (slip,) = confusions("建立政府信息公开申情登记制度")
    assert slip.message == "“申情”疑为“申请”，请核对。"
