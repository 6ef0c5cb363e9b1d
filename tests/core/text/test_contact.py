import pytest

from gicapp.core.text.contact import Contact, contact_in, contact_sentences

WHOLE = Contact(
    "某市人民政府门户网站（www.example.gov.cn）",
    "某市知识产权局办公室",
    "某市人民路1号",
    "0755-12345678",
    "zscq@example.gov.cn",
)


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        (
            "本报告的电子版可在某市水务局政务网站http://swj.example.gov.cn/)查阅。"
            "如对本报告内容有疑问,请与某市水务局办公室联系"
            "(地址:某市某某中路100号;邮编:000000;电话:0999-12345678;传真:0999-12345679。",
            Contact(
                "某市水务局政务网站http://swj.example.gov.cn/",
                "某市水务局办公室",
                "某市某某中路100号",
                "0999-12345678",
            ),
        ),
        (
            "如对年度报告有疑问,请联系:某区人民政府某某街道办事处;电话:0999-12345678;"
            "地址:某市某区某某北路100号;邮编:000000。",
            Contact("", "某区人民政府某某街道办事处", "某市某区某某北路100号", "0999-12345678"),
        ),
        (
            "某局网站网址：http://www.example.gov.cn/gkmlpt/index，如需了解更多政府信息，请登录查询。"
            "联系电话：82111365，联系邮箱：kf@example.gov.cn",
            Contact(
                "某局网站（http://www.example.gov.cn/gkmlpt/index）",
                phone="82111365",
                mail="kf@example.gov.cn",
            ),
        ),
        (
            "本报告电子版可在镇政府网站下载，联系电话0999-12345678。",
            Contact("镇政府网站", phone="0999-12345678"),
        ),
        (
            "本报告电子版可从某县人民政府网站（网址：www.example.gov.cn）查阅，请与我局联系。",
            Contact("某县人民政府网站（网址：www.example.gov.cn）"),
        ),
        ("网站地址：http://www.example.gov.cn。", Contact("http://www.example.gov.cn")),
        ("全年电话接听120件，办公地址公开，电子版存档；接听热线电话12345678901次。", Contact()),
    ],
)
def test_what_reports_say_of_themselves_is_found(text: str, contact: Contact) -> None:
    assert contact_in(text) == contact


def test_what_is_written_is_found_again() -> None:
    assert contact_in(contact_sentences(WHOLE)) == WHOLE


def test_what_is_not_known_is_left_out() -> None:
    assert contact_sentences(Contact()) == ""
    assert contact_sentences(Contact("某网站")) == "本报告电子版可在某网站查阅。"
    said = contact_sentences(Contact(phone="0755-12345678"))
    assert said == "如有疑问，请与本机关联系（电话：0755-12345678）。"
    assert contact_in(said) == Contact(phone="0755-12345678")
    assert list(Contact(phone="0755-12345678").named()) == [("电话", "0755-12345678")]
