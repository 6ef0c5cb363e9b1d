"""The official listing of the three tables, written down apart from the declaration.

Source: the annex of 国办公开办函〔2021〕30号, as published reports print it. A line holds the boxes
that begin there: a label, `(label, lines, columns)` where it spans, or `→` and a cell.
"""

from typing import Final, TypeAlias

Entry: TypeAlias = str | tuple[str, int, int]
Line: TypeAlias = list[Entry]


def _people(row: str) -> Line:
    """Return the seven cells of a row of table three."""
    columns = ("natural", "commercial", "research", "nonprofit", "legal_service", "other_org")
    return [f"→requests.{row}.{column}" for column in (*columns, "total")]


HEADINGS: Final = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)

DISCLOSURE: Final[list[Line]] = [
    [("第二十条第（一）项", 1, 4)],
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    [
        "规章",
        "→disclosure.regulations.issued",
        "→disclosure.regulations.repealed",
        "→disclosure.regulations.in_force",
    ],
    [
        "行政规范性文件",
        "→disclosure.normative_documents.issued",
        "→disclosure.normative_documents.repealed",
        "→disclosure.normative_documents.in_force",
    ],
    [("第二十条第（五）项", 1, 4)],
    ["信息内容", ("本年处理决定数量", 1, 3)],
    ["行政许可", ("→disclosure.licensing.decisions", 1, 3)],
    [("第二十条第（六）项", 1, 4)],
    ["信息内容", ("本年处理决定数量", 1, 3)],
    ["行政处罚", ("→disclosure.penalties.decisions", 1, 3)],
    ["行政强制", ("→disclosure.coercion.decisions", 1, 3)],
    [("第二十条第（八）项", 1, 4)],
    ["信息内容", ("本年收费金额（单位：万元）", 1, 3)],
    ["行政事业性收费", ("→disclosure.fees.amount", 1, 3)],
]

REQUESTS: Final[list[Line]] = [
    [
        ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
        ("申请人情况", 1, 7),
    ],
    [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)],
    ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
    [("一、本年新收政府信息公开申请数量", 1, 3), *_people("new")],
    [("二、上年结转政府信息公开申请数量", 1, 3), *_people("carried_in")],
    [("三、本年度办理结果", 22, 1), ("（一）予以公开", 1, 2), *_people("granted")],
    [("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 1, 2), *_people("partial")],
    [("（三）不予公开", 8, 1), "1.属于国家秘密", *_people("refused.state_secret")],
    ["2.其他法律行政法规禁止公开", *_people("refused.law_forbids")],
    ["3.危及“三安全一稳定”", *_people("refused.three_securities")],
    ["4.保护第三方合法权益", *_people("refused.third_party")],
    ["5.属于三类内部事务信息", *_people("refused.internal_affairs")],
    ["6.属于四类过程性信息", *_people("refused.process_info")],
    ["7.属于行政执法案卷", *_people("refused.enforcement_files")],
    ["8.属于行政查询事项", *_people("refused.admin_queries")],
    [("（四）无法提供", 3, 1), "1.本机关不掌握相关政府信息", *_people("unavailable.not_held")],
    ["2.没有现成信息需要另行制作", *_people("unavailable.must_be_created")],
    ["3.补正后申请内容仍不明确", *_people("unavailable.still_unclear")],
    [("（五）不予处理", 5, 1), "1.信访举报投诉类申请", *_people("not_processed.petition")],
    ["2.重复申请", *_people("not_processed.repeated")],
    ["3.要求提供公开出版物", *_people("not_processed.publication")],
    ["4.无正当理由大量反复申请", *_people("not_processed.excessive")],
    ["5.要求行政机关确认或重新出具已获取信息", *_people("not_processed.confirmation")],
    [
        ("（六）其他处理", 3, 1),
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        *_people("other.not_corrected"),
    ],
    [
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        *_people("other.fee_unpaid"),
    ],
    ["3.其他", *_people("other.other")],
    [("（七）总计", 1, 2), *_people("handled")],
    [("四、结转下年度继续办理", 1, 3), *_people("carried_out")],
]

DISPUTES: Final[list[Line]] = [
    [("行政复议", 1, 5), ("行政诉讼", 1, 10)],
    [
        ("结果维持", 2, 1),
        ("结果纠正", 2, 1),
        ("其他结果", 2, 1),
        ("尚未审结", 2, 1),
        ("总计", 2, 1),
        ("未经复议直接起诉", 1, 5),
        ("复议后起诉", 1, 5),
    ],
    [
        "结果维持",
        "结果纠正",
        "其他结果",
        "尚未审结",
        "总计",
        "结果维持",
        "结果纠正",
        "其他结果",
        "尚未审结",
        "总计",
    ],
    [
        "→disputes.review.upheld",
        "→disputes.review.corrected",
        "→disputes.review.other",
        "→disputes.review.pending",
        "→disputes.review.total",
        "→disputes.direct_suit.upheld",
        "→disputes.direct_suit.corrected",
        "→disputes.direct_suit.other",
        "→disputes.direct_suit.pending",
        "→disputes.direct_suit.total",
        "→disputes.suit_after_review.upheld",
        "→disputes.suit_after_review.corrected",
        "→disputes.suit_after_review.other",
        "→disputes.suit_after_review.pending",
        "→disputes.suit_after_review.total",
    ],
]

TABLES: Final = {"disclosure": DISCLOSURE, "requests": REQUESTS, "disputes": DISPUTES}
