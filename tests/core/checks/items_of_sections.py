"""The items S and P of domain.md §6: for each a report that fails, and its neighbour."""

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from gicapp.core.finding import Severity
from gicapp.core.reading import HeadingFound, Reading
from gicapp.core.report import Level, Report, Unit
from gicapp.form.values import Value
from tests.core.checks.examples import Case, E, Example, H, W
from tests.core.checks.items_of_tables import HEADINGS, TABLES
from tests.core.checks.sentences import BUREAU, COUNTY, saying


def _read(headings: tuple[HeadingFound, ...] = HEADINGS, tables: tuple[str, ...] = TABLES) -> Case:
    return Case(saying("正文"), Reading(headings=headings, tables=tables))


def _section(
    item: str, rule: str, severity: Severity, says: str, bad: str, good: str, *,
    section: str = "1", unit: Unit = BUREAU, span: str = "",
) -> Example:  # fmt: skip
    failing, passing = (saying(text, unit, section) for text in (bad, good))
    return Example(item, rule, severity, says, failing, passing, span=span)


_FIVE_ALONE = (*HEADINGS[:4], HeadingFound(5, "五、存在问题及改进情况"), HEADINGS[5])
_FIFTH_AS_FOURTH = HeadingFound(5, HEADINGS[4].found.replace("五", "四"))
_ASPECTS = "主动公开……依申请公开……政府信息管理……平台建设……监督保障：考核、评议、责任追究。"
_PROBLEMS = "存在的问题：一是公开的主动性不够，重点领域公开不全；二是公开的形式单一。"
_MEASURES = "改进措施：一是加强培训，补齐重点领域的公开内容；二是丰富公开形式。"
_DUTIES = ("工作考核", "社会评议", "责任追究结果")
_WORDS = ("考核", "评议", "责任追究")

STRUCTURE: tuple[Example, ...] = (
    Example(
        "S-01", "structure.headings", E, f"没有找到“{HEADINGS[3].found}”，六个部分不能遗漏",
        _read(HEADINGS[:3] + HEADINGS[4:]), _read(),
    ),
    Example(
        "S-01", "structure.headings", E, "顺序与统一格式不一致，请按一至六的顺序",
        _read((*HEADINGS[:4], HEADINGS[5], HEADINGS[4])), _read(),
    ),
    Example(
        "S-01", "structure.headings", E, "的序号应为“五”",
        _read((*HEADINGS[:4], _FIFTH_AS_FOURTH, HEADINGS[5])), _read(),
    ),
    Example(
        "S-01", "structure.headings", E, f"“{HEADINGS[4].found}”出现了2次",
        _read((*HEADINGS, HEADINGS[4])), _read(),
    ),
    Example(
        "S-02", "structure.headings", W,
        f"标题“五、存在问题及改进情况”与统一格式“{HEADINGS[4].found}”不一致",
        _read(_FIVE_ALONE), _read(),
    ),
    Example(
        "S-03", "structure.tables", E, "没有找到第三部分的“",
        _read(HEADINGS, ("disclosure", "disputes")), _read(),
    ),
    _section(
        "S-04", "structure.aspects", W, "“总体情况”没有写到政府信息管理、政府信息公开平台建设，",
        _ASPECTS.replace("政府信息管理……平台建设……", ""), _ASPECTS,
    ),
    _section(
        "S-04", "structure.aspects", H, "“总体情况”好像没有写到政府信息公开平台建设",
        _ASPECTS.replace("平台建设", ""), _ASPECTS,
    ),
    *(
        _section(
            "S-05", "structure.aspects", severity, f"监督保障未提及{name}。各级人民政府应当报告",
            _ASPECTS.replace(word, ""), _ASPECTS, unit=unit,
        )
        for unit, severity in (
            (COUNTY, W),
            (Unit("某县某镇人民政府", Level.TOWNSHIP), W),
            (Unit("某区某街道办事处", Level.TOWNSHIP), H),
            (BUREAU, H),
        )
        for name, word in zip(_DUTIES, _WORDS, strict=True)
    ),
    _section(
        "S-06", "structure.problems", E, "“存在的主要问题及改进情况”还没有内容",
        "", _PROBLEMS + _MEASURES, section="5",
    ),
    _section(
        "S-06", "structure.problems", E, "“存在的主要问题及改进情况”不能只写“无”",
        "无", _PROBLEMS + _MEASURES, section="5",
    ),
    _section(
        "S-06", "structure.problems", W, "“存在的主要问题及改进情况”只有17个字",
        "公开的主动性不够，今后将加强培训。", _PROBLEMS + _MEASURES, section="5",
    ),
    _section(
        "S-06", "structure.problems", W, "没有写明改进措施", _PROBLEMS, _PROBLEMS + _MEASURES,
        section="5",
    ),
    _section(
        "S-06", "structure.problems", W, "没有写明存在的问题", _MEASURES, _PROBLEMS + _MEASURES,
        section="5",
    ),
    _section(
        "S-07", "structure.problems", H, "列出了2条问题、1条改进措施",
        _PROBLEMS + _MEASURES.replace("；二是丰富公开形式", ""), _PROBLEMS + _MEASURES, section="5",
    ),
)  # fmt: skip

_UNPAID = "requests.other.fee_unpaid.total"
_CHARGES = "disclosure.fees.amount"
_NO_FEE = "2023年度未收取信息处理费。"


def _six(text: str, cell: str = _CHARGES, value: Value = 0) -> Report:
    report = saying(text, section="6")
    return replace(report, values=MappingProxyType({**report.values, cell: value}))


FEE: tuple[Example, ...] = (
    Example(
        "S-08", "structure.fee", E, "“其他需要报告的事项”还没有内容", _six(""), _six(_NO_FEE)
    ),
    Example(
        "S-09", "structure.fee", W, "第六部分未说明信息处理费收取情况", _six("无"), _six(_NO_FEE)
    ),
    Example(
        "S-10", "structure.fee", W, "“逾期未缴费”为1件，说明发出过收费通知",
        _six("2023年度未发出收费通知，未收取信息处理费。", _UNPAID, 1),
        _six("2023年度发出收费通知1件，信息处理费0元。", _UNPAID, 1),
        _UNPAID, "未发出收费通知",
    ),
    Example(
        "S-10", "structure.fee", W, "“逾期未缴费”为1件，说明发出过收费通知",
        _six("无其他需要报告的事项。", _UNPAID, 1),
        _six(_NO_FEE, _UNPAID, 1),
        _UNPAID, "无其他需要报告的事项。",
    ),
    Example(
        "S-11", "structure.fee", W,
        "收取信息处理费380元，超过第二部分表格“行政事业性收费”的0.03万元",
        _six("2023年度实际收取信息处理费380元。", value=Decimal("0.03")),
        _six("2023年度实际收取信息处理费380元。", value=Decimal("0.038")),
        _CHARGES, "380元",
    ),
    Example(
        "S-12", "structure.fee", H, "收取信息处理费385元；信息处理费按10元的整数倍计收",
        _six("2023年度实际收取信息处理费385元。", value=1),
        _six("2023年度实际收取信息处理费380元。", value=1),
        span="385元",
    ),
)  # fmt: skip

_LEAD = "根据《条例》编制本报告，统计期限为2023年1月1日至12月31日。"
_OFF = "春耕生产有序推进，麦田长势良好，农机全部检修到位，农资供应充足，农户干劲十足。" * 6


def _slip(severity: Severity, says: str, bad: str, good: str, span: str) -> Example:
    return _section(
        "S-16", "text.wording", severity, says, _LEAD + bad, _LEAD + good, section="0", span=span
    )  # fmt: skip


WORDING: tuple[Example, ...] = (
    _section(
        "S-14", "text.length", H, "“总体情况”有1005个字", "主动公开。" * 201, "主动公开。" * 200
    ),
    Example(
        "S-15", "text.wording", H, "写在了“总体情况”里面", saying(_LEAD), saying(_LEAD, section="0")
    ),
    _section(
        "S-15", "text.wording", H, "导语没有写明统计期限，建议写明数据统计期限为2023年",
        "根据《条例》编制本报告。", _LEAD, section="0",
    ),
    _slip(H, "“资金资金”中“资金”重复", "统筹资金资金使用。", "统筹资金使用。", "资金资金"),
    _slip(H, "有1处半角标点（第一处是“,”）", "公开及时,内容准确。", "公开及时，内容准确。", ","),
    _slip(W, "“（”没有成对", "（含申请。", "（含申请）。", "（"),
    _slip(W, "“《”没有成对", "依照《办法办理。", "依照《办法》办理。", "《"),
    _slip(W, "没有成对", "坚持“先审后公开。", "坚持“先审”后公开。", "“"),
    _slip(W, "标点“，，”重复", "公开及时，，内容准确。", "公开及时，内容准确。", "，，"),
    _slip(W, "前面空着，缺少数字", "收到申请　件。", "收到申请3件。", "　件"),
    _slip(W, "“共收到件”缺少数字", "全年共收到件，已答复。", "全年共收到3件，已答复。", "共收到件"),
    _slip(W, "“办3件”语句不完整", "受理3件，办3件。", "受理3件，办结3件。", "办3件"),
    *(
        _section(
            "S-17", "text.placeholder", E, f"“总体情况”还留有“{left}”",
            f"我局{left}公开信息。", "我局公开信息。", span=left,
        )
        for left in ("XX", "××", "〇〇", "____", "【】", "（单位名称）")
    ),
    _section(
        "S-17", "text.placeholder", E, "“总体情况”还留有“待补充”", "网址待补充。", "网址已公布。",
        span="待补充",
    ),
    _section(
        "S-18", "text.length", H, "“总体情况”有一段234个字没有谈到政府信息公开",
        _OFF, _OFF + "以上情况均已在网站公开。", span=_OFF,
    ),
    *(
        _section(
            "S-19", "text.personal", W, f"疑似{kind}“{data}”",
            f"申请人{before}{data}，已答复。", f"申请人{after}，已答复。", span=data,
        )
        for kind, before, data, after in (
            ("手机号码", "手机", "13812345678", "手机号从略"),
            ("居民身份证号码", "身份证号", "11010519491231002X", "身份证号从略"),
            ("个人电话号码", "电话", "0755-88000012", "电话从略"),
        )
    ),
    _section(
        "S-19", "text.personal", W, "疑似申请人姓名“王小明”",
        "申请人王小明提出的申请已答复。", "申请人王某提出的申请已答复。", span="王小明",
    ),
)  # fmt: skip


def _signed(day: str, unit: Unit) -> Report:
    return saying(f"{_NO_FEE}\n{day}", unit, "6")


PUBLICATION: tuple[Example, ...] = (
    Example(
        "P-01", "publish.deadline", W,
        "落款日期是2024年2月1日，晚于条例规定的公布期限2024年1月31日",
        _signed("2024年2月1日", BUREAU), _signed("2024年1月31日", BUREAU), span="2024年2月1日",
    ),
    Example(
        "P-01", "publish.deadline", W,
        "落款日期是2024年4月1日，晚于条例规定的公布期限2024年3月31日",
        _signed("2024年4月1日", COUNTY), _signed("2024年3月31日", COUNTY), span="2024年4月1日",
    ),
    Example(
        "P-01", "publish.deadline", W, "晚于本地规定的公布期限2024年1月20日",
        _signed("2024年1月25日", replace(BUREAU, deadline=(1, 20))),
        _signed("2024年1月25日", replace(BUREAU, deadline=(1, 25))), span="2024年1月25日",
    ),
)  # fmt: skip

ITEMS = (*STRUCTURE, *FEE, *WORDING, *PUBLICATION)
