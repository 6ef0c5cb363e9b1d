"""The items N and Y of domain.md §6: for each a text that fails, and its neighbour."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from gicapp.core.finding import Severity
from gicapp.core.report import Report, Unit
from gicapp.form.values import Value
from tests.core.checks.examples import E, Example, H, W
from tests.core.checks.sentences import BUREAU, saying

_R, _D, _P = "requests", "disputes", "disclosure"
_SUITS = f"{_D}.direct_suit.total {_D}.suit_after_review.total"
_NOT_PROCESSED = ("petition", "repeated", "publication", "excessive", "confirmation")
_REFUSED = (
    "state_secret", "law_forbids", "three_securities", "third_party", "internal_affairs",
    "process_info", "enforcement_files", "admin_queries",
)  # fmt: skip
_OTHERS = ("commercial", "research", "nonprofit", "legal_service", "other_org")


def _rows(group: str, rows: tuple[str, ...]) -> str:
    return " ".join(f"{_R}.{group}.{row}.total" for row in rows)


def _with(text: str, cells: Mapping[str, Value], section: str = "1") -> Report:
    """Return the report of 2023 with one text, some cells of its tables filled and the rest 0."""
    report = saying(text, section=section)
    return replace(report, values=MappingProxyType({**report.values, **cells}))


def _against(
    item: str, says: str, text: str, span: str, cells: str, right: Mapping[str, Value]
) -> Example:
    """Return an example of a figure in a text: tables of 0 contradict it, `right` bears it out."""
    return Example(
        item, "text.figure", W, says, _with(text, {}), _with(text, right), cells, span
    )  # fmt: skip


def _total(row: str) -> str:
    return f"{_R}.{row}.total"


_NEW, _IN, _OUT, _DONE = map(_total, ("new", "carried_in", "carried_out", "handled"))
_PAPERS = f"{_P}.normative_documents"

FIGURES: tuple[Example, ...] = (
    _against(
        "N-01", "写明收到申请15件，第三部分表格“本年新收×总计”为0件",
        "全年共收到政府信息公开申请15件。", "15", _NEW, {_NEW: 15},
    ),
    _against(
        "N-01", "写明本年新收12宗，第三部分表格“本年新收×总计”为0件",
        "2023年新收依申请公开申请12宗。", "12", _NEW, {_NEW: 12},
    ),
    Example(
        "N-01", "text.figure", H, "（含上年结转）",
        _with("全年共收到政府信息公开申请15件。", {_NEW: 14, _IN: 1}),
        _with("全年共收到政府信息公开申请15件（含上年结转1件）。", {_NEW: 14, _IN: 1}),
        _NEW, "15",
    ),
    _against(
        "N-02", "上年结转2件，第三部分表格“上年结转×总计”为0件",
        "收到政府信息公开申请0件，上年度结转2件。", "2", _IN, {_IN: 2},
    ),
    _against(
        "N-03", "9件，第三部分表格“办理结果总计×总计”为0件",
        "收到政府信息公开申请0件，已办结9件。", "9", _DONE, {_DONE: 9},
    ),
    _against(
        "N-03", "9件，第三部分表格“办理结果总计×总计”为0件",
        "政府信息公开申请办理结果总计9件。", "9", _DONE, {_DONE: 9},
    ),
    _against(
        "N-04", "结转下年2件，第三部分表格“结转下年×总计”为0件",
        "收到政府信息公开申请0件，结转至下年度2件。", "2", _OUT, {_OUT: 2},
    ),
    *(
        _against(
            "N-05", f"{words.replace('及', '和')}3件，第三部分表格“",
            f"政府信息公开申请中，{words}3件。", "3", cells, {cells.split()[-1]: 3},
        )
        for words, cells in (
            ("予以公开", _total("granted")),
            ("部分公开", _total("partial")),
            ("不予公开", _rows("refused", _REFUSED)),
            ("无法提供", _rows("unavailable", ("not_held", "must_be_created", "still_unclear"))),
            ("不予处理", _rows("not_processed", _NOT_PROCESSED)),
            ("其他处理", _rows("other", ("not_corrected", "fee_unpaid", "other"))),
            ("予以公开及部分公开", f"{_total('granted')} {_total('partial')}"),
        )
    ),
    _against(
        "N-06", "10件，第三部分表格“本年新收×自然人”为0件",
        "收到政府信息公开申请0件，其中自然人10件。", "10", f"{_R}.new.natural",
        {f"{_R}.new.natural": 10},
    ),
    _against(
        "N-06", "2件，第三部分表格“本年新收×",
        "收到政府信息公开申请0件，其中法人或其他组织2件。", "2",
        " ".join(f"{_R}.new.{column}" for column in _OTHERS), {f"{_R}.new.research": 2},
    ),
    _against(
        "N-08", "行政复议2件，第四部分表格“行政复议×总计”为0件",
        "因政府信息公开引发行政复议2件。", "2", f"{_D}.review.total", {f"{_D}.review.total": 2},
    ),
    _against(
        "N-08", "行政诉讼1起，第四部分表格“未经复议直接起诉、复议后起诉×总计”合计为0件",
        "因政府信息公开引发行政诉讼1起。", "1", _SUITS, {f"{_D}.direct_suit.total": 1},
    ),
    *(
        _against(
            "N-10", f"{words[1]}，第二部分表格“行政规范性文件×{words[2]}”为0件",
            words[0], "3", f"{_PAPERS}.{column}", {f"{_PAPERS}.{column}": 3},
        )
        for column, words in (
            ("issued", ("全年制发行政规范性文件3件。", "3件", "本年制发件数")),
            ("issued", ("全年制定规范性文件3件。", "3件", "本年制发件数")),
            ("issued", ("全年印发行政规范性文件3件。", "3件", "本年制发件数")),
            ("repealed", ("清理行政规范性文件0件，废止3件。", "3件", "本年废止件数")),
            ("repealed", ("清理行政规范性文件0件，失效3件。", "3件", "本年废止件数")),
            ("in_force", ("清理行政规范性文件0件，现行有效3件。", "3件", "现行有效件数")),
        )
    ),
    *(
        _against(
            "N-10", f"，第二部分表格“规章×{name}”为0件",
            text, "3", f"{_P}.regulations.{column}", {f"{_P}.regulations.{column}": 3},
        )
        for column, name, text in (
            ("issued", "本年制发件数", "全年制定规章3件。"),
            ("repealed", "本年废止件数", "全年废止规章3件。"),
            ("in_force", "现行有效件数", "现行有效规章3件。"),
        )
    ),
    *(
        _against(
            "N-11", f"{words}处理决定3件，第二部分表格“{words}×本年处理决定数量”为0件",
            f"作出{words}决定3件。", "3", f"{_P}.{row}.decisions", {f"{_P}.{row}.decisions": 3},
        )
        for words, row in (
            ("行政许可", "licensing"), ("行政处罚", "penalties"), ("行政强制", "coercion"),
        )
    ),
    _against(
        "N-11", "行政强制处理决定3件，第二部分表格“行政强制×本年处理决定数量”为0件",
        "作出行政许可0件，行政处罚决定0件，行政强制决定3件。", "3", f"{_P}.coercion.decisions",
        {f"{_P}.coercion.decisions": 3},
    ),
)  # fmt: skip


def _denial(item: str, says: str, text: str, cell: str, span: str) -> Example:
    """Return an example of a denial: the table counts 2, and 0 in the neighbour."""
    return Example(
        item, "text.none_claim", W, says, _with(text, {cell: 2}), _with(text, {}), cell, span
    )  # fmt: skip


_PARTS = "主动公开信息{}条，其中：政策文件4条、工作动态82条、财政信息64条、其他信息5条。"


def _grown(text: str, last: int) -> Report:
    report = _with(text, {_NEW: 15})
    return replace(report, prior=replace(_with("", {_NEW: last}), year=2022))


CLAIMS: tuple[Example, ...] = (
    _denial(
        "N-07", "写明未收到申请，第三部分表格“本年新收×总计”为2件",
        "我局未收到政府信息公开申请。", _NEW, "未收到政府信息公开申请",
    ),
    _denial(
        "N-07", "写明没有申请，第三部分表格“本年新收×总计”为2件",
        "全年无依申请公开事项。", _NEW, "无依申请公开事项",
    ),
    Example(
        "N-07", "text.figure", W, "收到申请0件，第三部分表格“本年新收×总计”为2件",
        _with("全年收到政府信息公开申请0件。", {_NEW: 2}),
        _with("全年收到政府信息公开申请0件。", {}),
        _NEW, "0",
    ),
    _denial(
        "N-09", "没有行政复议，第四部分表格“行政复议×总计”为2件",
        "未发生因政府信息公开引起的行政复议。", f"{_D}.review.total",
        "未发生因政府信息公开引起的行政复议",
    ),
    Example(
        "N-09", "text.none_claim", W, "第四部分表格“未经复议直接起诉、复议后起诉×总计”合计为2件",
        _with("没有因政府信息公开引起的行政诉讼。", {f"{_D}.suit_after_review.total": 2}),
        _with("没有因政府信息公开引起的行政诉讼。", {}),
        _SUITS, "没有因政府信息公开引起的行政诉讼",
    ),
    Example(
        "N-12", "text.breakdown", W, "写明152条，所列各项4＋82＋64＋5＝155条，相差3条",
        _with(_PARTS.format(152), {}), _with(_PARTS.format(155), {}), span="152",
    ),
    Example(
        "N-13", "text.percentage", H, "写明60条占65%，按总数100计算应为60%",
        _with("主动公开信息100条，其中动态类60条，占比65%。", {}),
        _with("主动公开信息100条，其中动态类60条，占比60%。", {}), span="65",
    ),
    Example(
        "N-14", "text.all_closed", W, "写明申请已全部办结，第三部分表格“结转下年×总计”为2件",
        _with("收到政府信息公开申请0件，所有申请均已办结。", {_OUT: 2}),
        _with("收到政府信息公开申请0件，所有申请均已办结。", {}),
        _OUT, "均已办结",
    ),
    Example(
        "N-14", "text.all_closed", W, "写明申请已全部办结，第三部分表格“结转下年×总计”为2件",
        _with("收到政府信息公开申请0件，办结率100%。", {_OUT: 2}),
        _with("收到政府信息公开申请0件，办结率100%。", {}),
        _OUT, "办结率100%",
    ),
    Example(
        "N-15", "text.percentage", H, "上年为10件、本年为15件，应为增长50%",
        _grown("收到政府信息公开申请15件，较上年增长40%。", 10),
        _grown("收到政府信息公开申请15件，较上年增长50%。", 10),
        _NEW, "增长40",
    ),
    Example(
        "N-15", "text.percentage", H, "上年为10件、本年为15件，应为增长5件",
        _grown("收到政府信息公开申请15件，较上年增长3件。", 10),
        _grown("收到政府信息公开申请15件，较上年增长5件。", 10),
        _NEW, "增长3",
    ),
    Example(
        "N-15", "text.percentage", H, "上年新收为10件、本年新收为15件",
        _grown("政府信息公开申请数量较上年有所减少。", 10),
        _grown("政府信息公开申请数量较上年有所增加。", 10),
        _NEW, "政府信息公开申请数量较上年有所减少",
    ),
)  # fmt: skip


def _titled(title: str) -> Report:
    return replace(saying(""), title=title)


def _text(
    item: str, rule: str, severity: Severity, says: str, bad: str, good: str, *,
    span: str, section: str = "1", unit: Unit = BUREAU,
) -> Example:  # fmt: skip
    """Return an example of a text that is wrong by itself."""
    failing, passing = (saying(text, unit, section) for text in (bad, good))
    return Example(item, rule, severity, says, failing, passing, span=span)


YEARS: tuple[Example, ...] = (
    Example(
        "Y-01", "year.title", E, "年份与报告年份2023年不一致",
        _titled("某局2022年政府信息公开工作年度报告"),
        _titled("某局2023年政府信息公开工作年度报告"),
    ),
    Example(
        "Y-01", "year.title", W, "年份出现了2次",
        _titled("某局2023年2023年政府信息公开工作年度报告"),
        _titled("某局2023年政府信息公开工作年度报告"),
    ),
    Example(
        "Y-01", "year.title", W, "“年度”重复",
        _titled("某局2023年度政府信息公开工作年度报告"), _titled("某局2023年度政府信息公开报告"),
    ),
    _text(
        "Y-02", "year.period", E, "统计期限写明2022年，报告年份是2023年",
        "统计期限为2022年1月1日至12月31日。", "统计期限为2023年1月1日至12月31日。",
        span="2022", section="0",
    ),
    _text(
        "Y-02", "year.period", E, "统计期限写明2024年，报告年份是2023年",
        "统计期限为2023年1月1日至2024年12月31日。", "统计期限为2023年1月1日至2023年12月31日。",
        span="2024", section="0",
    ),
    _text(
        "Y-03", "year.self", W, "写的是2022年，报告年份是2023年",
        "2022年，我局主动公开政府信息12条。", "2023年，我局主动公开政府信息12条。", span="2022",
    ),
    _text(
        "Y-03", "year.self", W, "写的是2022年，报告年份是2023年",
        "我局2022年度共收到申请3件。", "我局2023年度共收到申请3件。", span="2022",
    ),
    _text(
        "Y-04", "year.plan", W, "“提升2023年度信息公开数量”属于下一步打算，但写的是2023年",
        "下一步：及时更新，提升2023年度信息公开数量。",
        "下一步：及时更新，提升2024年度信息公开数量。",
        span="2023", section="5",
    ),
    *(
        _text(
            "Y-05", "year.self", W, "写的是2022年，报告年份是2023年",
            "2022年，我局主动公开政府信息12条。", spared, span="2022",
        )
        for spared in (
            "我局落实《2022年度我局主动公开工作要点》。",
            "我局按照某政发〔2022〕3号文件主动公开信息。",
            "较2022年，我局主动公开信息增加12条。",
            "我局主动公开2022年部门决算。",
            "我局自2022年7月15日起施行主动公开审查办法。",
            "“十四五”以来，我局主动公开政府信息12条。",
        )
    ),
    _text(
        "Y-06", "year.basis", W, "“〔2019〕60号”已被国办公开办函〔2021〕30号代替",
        "根据国办公开办函〔2019〕60号编制。", "根据国办公开办函〔2021〕30号编制。",
        span="〔2019〕60号", section="0",
    ),
    _text(
        "Y-06", "year.basis", W, "已被国办公开办函〔2021〕30号代替",
        "按照《政府信息公开工作年度报告格式（试行）》编制。",
        "按照《中华人民共和国政府信息公开工作年度报告格式》编制。",
        span="年度报告格式（试行）》", section="0",
    ),
    _text(
        "Y-06", "year.basis", W, "“国务院令第492号”不是现行",
        "根据条例（国务院令第492号）编制。", "根据条例（国务院令第711号）编制。",
        span="国务院令第492号", section="0",
    ),
    _text(
        "Y-07", "year.basis", H, "与正式名称“中华人民共和国政府信息公开工作年度报告格式”不一致",
        "根据《中华人民共和国政府信息年度报告格式》编制。",
        "根据《中华人民共和国政府信息公开工作年度报告格式》编制。",
        span="中华人民共和国政府信息年度报告格式", section="0",
    ),
    _text(
        "Y-08", "text.other_unit", W, "写的是“某市某区水利局”的工作，本机关是某市某区知识产权局",
        "某市某区水利局认真落实条例。", "某市某区知识产权局认真落实条例。", span="某市某区水利局",
    ),
    _text(
        "Y-08", "text.other_unit", W, "自称“我镇”，本机关是某市某区知识产权局",
        "我镇认真落实条例。", "我局认真落实条例。", span="我镇",
    ),
    _text(
        "Y-08", "text.other_unit", W, "叙述的是“我市”的工作，本机关是某市某区知识产权局",
        "我市共收到政府信息公开申请3件。", "我局共收到政府信息公开申请3件。", span="我市",
    ),
    _text(
        "Y-08", "text.other_unit", W,
        "“某区卫生和计划生育局”似为更名前的名称，本机关是某市某区卫生健康局",
        "某区卫生和计划生育局高度重视公开工作。", "某区卫生健康局高度重视公开工作。",
        span="某区卫生和计划生育局", unit=Unit("某市某区卫生健康局"),
    ),
)  # fmt: skip

ITEMS = (*FIGURES, *CLAIMS, *YEARS)
