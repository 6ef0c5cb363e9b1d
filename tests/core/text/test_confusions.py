"""Words taken for others: told where they are, left alone where they are right."""

import pytest

from gicapp.core.text.confusions import confusions


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("根据《政府信息公开条列》", ["条例"]),
        (
            "统一布署、按排专人、拓宽渠到、健全制渡、进一部规范",
            ["部署", "安排", "渠道", "制度", "进一步"],
        ),
        ("登陆某市政府网站查阅", ["登录"]),
        ("截止2023年12月31日，截止目前", ["截至", "截至"]),
        ("截止至12月31日", ["截至"]),
        ("群众反应的问题", ["反映"]),
        ("编制权利清单和责任清单，建设法制政府", ["法治政府", "权力"]),
        ("依法予已公开、不于公开", ["予以", "不予"]),
        ("行政复义0件", ["行政复议"]),
        ("（国办公开办涵〔2021〕30号）", ["办函"]),
        ("公开单位决赛信息、部门决赛", ["决算", "决算"]),
        ("建全审核制度；办理政治处罚3件", ["健全", "行政处罚"]),
        (
            "制定规范性文2件，依申公开3件，已申请公开来件",
            ["规范性文件", "依申请公开", "依申请公开"],
        ),
        ("受到依申请公开4件，接收社会监督，安全专人负责", ["收到", "接受", "安排"]),
        ("可通过可以通过网站查阅，行政诉讼复议和行政诉讼0件", ["可通过", "行政复议"]),
        ("（国办公开函〔2021〕30号）", ["国办公开办函"]),
        ("我县能过政府门户网站发布", ["通过"]),
        ("（某府涵〔2021〕3号），通过信涵申请", ["信函", "函"]),
    ],
)
def test_a_word_taken_for_another_is_told(text: str, meant: list[str]) -> None:
    told = [slip.message.partition("疑为")[2] for slip in confusions(text)]
    assert sorted(told) == sorted(f"“{word}”，请核对。" for word in meant)


@pytest.mark.parametrize(
    "text",
    [
        "总决赛、决赛信息、县级财政决算",
        "新建全市统一的制度库，兴建全县平台，扩建全省系统",
        "政治处罚条例，规范性文本，受到群众好评，受到政府信息公开第三方评估表扬",
        "上年转结2件，转接下年度办理1件，接收群众来信，接收社会投诉，安全专人专岗，已申请公开听证的事项",
        "逐条列出、分条列举、条列式说明",
        "推进一部分事项、进一部门",
        "登陆舰，登录网站",
        "截止日期、截止到12月底、申请截止后",
        "要做为民服务的实事",
        "化学反应、反应迅速",
        "权利义务、保障公民权利",
        "行政复议、行政诉讼，予以公开，不予公开，给予答复",
        "职能过多的平台，只能过网站查询，功能过于简单的网站，能过审核",
        "国办公开办函〔2021〕30号，内涵（2021年），诚信涵养",
    ],
)
def test_a_right_word_is_left_alone(text: str) -> None:
    assert list(confusions(text)) == []


def test_the_place_is_that_of_the_word() -> None:
    text = "统一布署"
    (slip,) = confusions(text)
    assert text[slip.start : slip.end] == "布署"
