"""Words that are often taken for others in reports, and what is meant.

By 《现代汉语词典》 and 《第一批异形词整理表》 (GF 1001—2001); official names by the documents that
bear them. Only words that are wrong wherever they stand, or where what follows tells.
"""

import re
from collections.abc import Iterator
from typing import Final

from gicapp.core.text.mistake import Mistake
from gicapp.core.text.passages import plain

_NET: Final = "(?=[^，。；]{0,12}(?:网|平台|系统|账号))"
_MATTER: Final = "(?=的?(?:问题|情况|诉求|意见|强烈))"
_DAY: Final = r"(?=(?:\d{2,4}年|\d{1,2}月|目前|今年|去年|本年|年底))"

# what is written, as a pattern, and what is meant
_CONFUSED: Final = tuple(
    (re.compile(written), meant)
    for written, meant in (
        ("(?<![逐分每按几各两三])条列(?![出明举式入示])", "条例"),
        ("布署", "部署"),
        ("信息(?:工开|公天|公并)", "信息公开"),
        ("(?<=[审查理作调障督布核效])机智", "机制"),
        ("跟新(?=[，。；、了的]|[^，。；]{0,6}(?:栏目|目录|内容|信息))", "更新"),
        ("把官(?=[，。；、严])", "把关"),
        ("知情(?:全|圈)(?=[、和与，])", "知情权"),
        ("更薪(?![酬资])", "更新"),
        ("整里(?!外)", "整理"),
        ("参于(?!机)", "参与"),
        ("三审三(?:较|叫|教|交)", "三审三校"),
        ("(?<=[期时法规])达复|达复(?=[申率意函书])", "答复"),
        ("(?<=公开)工做|(?<=各项)工做", "工作"),
        ("按排", "安排"),
        ("渠到", "渠道"),
        ("制渡", "制度"),
        ("年渡", "年度"),
        ("政俯", "政府"),
        ("部份", "部分"),
        ("进一部(?![分门])", "进一步"),
        (f"登陆{_NET}", "登录"),
        (f"截止至?{_DAY}", "截至"),
        ("做为(?![民人群])", "作为"),
        ("既使", "即使"),
        (f"反应{_MATTER}", "反映"),
        ("帐号", "账号"),
        ("帐户", "账户"),
        ("份内", "分内"),
        ("给于", "给予"),
        ("[予于]已(?=公开)|以予(?=公开)", "予以"),
        ("不于(?=公开|处理|受理)", "不予"),
        ("行政复[义意异]", "行政复议"),
        ("行政诉颂", "行政诉讼"),
        ("法制政府", "法治政府"),
        ("权利(?=(?:和责任)?清单|运行)", "权力"),
        ("政务信息公开条例", "政府信息公开条例"),
        (
            "(?<=中华人民共和国)(?:信息公开条例|政务公开条例|政府信息条例|政府公开条例)",
            "政府信息公开条例",
        ),
        ("宣传报到", "宣传报道"),
        ("拉进(?=了?[^，。；]{0,16}距离)", "拉近"),
        ("力渡", "力度"),
        ("透明渡", "透明度"),
        ("进渡", "进度"),
        ("程渡", "程度"),
        ("深渡", "深度"),
        ("依归(?=[，。；、答办公处])", "依规"),
        ("园满(?=完成|结束|成功|解决)", "圆满"),
        ("再所难免", "在所难免"),
        ("按步就班", "按部就班"),
        ("座落(?=[于在])", "坐落"),
        (r"办涵(?=[〔\[（]20\d\d)", "办函"),
        (r"(?<!办)涵(?=[〔\[（]20\d\d[〕\]）]\d)", "函"),
        ("(?<!诚)信涵(?![养盖])", "信函"),
        ("一如继往", "一如既往"),
        (
            "(?<![不才可只就都未功性职智技产效机体动电热官本])能过(?![程多于度高渡关去滤期时])"
            "(?=[^，。；]{1,16}(?:平台|网站|公众号|方式|渠道))",
            "通过",
        ),
        ("再接再励", "再接再厉"),
        ("融汇贯通", "融会贯通"),
        ("申情(?!人)", "申请"),
        ("(?<=法定)[乘呈成]序|[乘呈]序(?=办理|规定)", "程序"),
    )
)


def confusions(line: str) -> Iterator[Mistake]:
    """Yield the words of a paragraph that stand where another is meant."""
    flat = plain(line)
    for written, meant in _CONFUSED:
        for match in written.finditer(flat.text):
            message = f"“{match[0]}”疑为“{meant}”，请核对。"
            yield Mistake(*flat.span(*match.span()), message, wrong=False)
