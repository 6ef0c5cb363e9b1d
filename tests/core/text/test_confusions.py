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
