"""The items T3, T4, T2 and X of domain.md §6: for each a report that fails, and its neighbour."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from gicapp.core.reading import HeadingFound, LabelFound, Reading
from gicapp.core.report import Report, Unit
from gicapp.form.values import BLANK, NOT_APPLICABLE, Value
from tests.core.checks.examples import Case, E, Example, H, W
from tests.core.checks.reports import CONSISTENT, FORM, filled, with_values

BUREAU = Unit("某市某区教育局")
HEADINGS = tuple(HeadingFound(section.number, section.heading) for section in FORM.sections)
TABLES = tuple(table.id for table in FORM.tables)


def _of(parts: Mapping[str, Value], **others: object) -> Report:
    """Return a report of 2023 whose tables hold the parts, the totals as they follow."""
    report = Report(unit=BUREAU, year=2023, values=MappingProxyType(filled(dict(parts))))
    return replace(report, **others)  # type: ignore[arg-type]  # fields of a report


def _beside(prior: Mapping[str, Value], parts: Mapping[str, Value]) -> Report:
    """Return a report whose last year's tables hold `prior`."""
    return _of(parts, prior=replace(_of(prior), year=2022))


def _says(section: str, text: str) -> dict[str, Mapping[str, str]]:
    return {"narrative": MappingProxyType({section: text})}


def _read(form: str = "2021", *labels: LabelFound) -> Reading:
    return Reading(form=form, headings=HEADINGS, tables=TABLES, labels=labels)


ZERO = _of({})
_COLUMN = "requests.new.{0} requests.carried_in.{0} requests.handled.{0} requests.carried_out.{0}"
_RESULTS = [
    cell.id for cell in FORM.table("requests").cells
    if cell.column.id == "natural"
    and cell.row.id not in ("new", "carried_in", "handled", "carried_out")
]  # fmt: skip
_COLUMNS = ("natural", "commercial", "research", "nonprofit", "legal_service", "other_org")
_ENDINGS = ("upheld", "corrected", "other", "pending")


def _block(row: str) -> str:
    return " ".join(f"disputes.{row}.{column}" for column in ("total", *_ENDINGS))


TABLE_THREE: tuple[Example, ...] = (
    Example(
        "T3-01", "requests.balance", E,
        "第三部分表格“商业企业”列勾稽不平：第一项3＋第二项0＝3，第三项3＋第四项1＝4，相差1件",
        with_values(CONSISTENT, requests__carried_out__commercial=1),
        with_values(CONSISTENT, requests__carried_out__commercial=1, requests__new__commercial=4),
        _COLUMN.format("commercial"),
    ),
    Example(
        "T3-02", "requests.handled_total", E, "“自然人”列（七）总计为12，各分项之和为11，相差1件",
        with_values(CONSISTENT, requests__handled__natural=12),
        with_values(CONSISTENT, requests__handled__natural=12, requests__partial__natural=2),
        f"requests.handled.natural {' '.join(_RESULTS)}",
    ),
    Example(
        "T3-03", "requests.row_total", E, "“予以公开”行总计为10，六类申请人之和为9，相差1件",
        with_values(CONSISTENT, requests__granted__total=10),
        with_values(CONSISTENT, requests__granted__total=10, requests__granted__research=1),
        " ".join(f"requests.granted.{column}" for column in ("total", *_COLUMNS)),
    ),
    Example(
        "T3-04", "value.kind", E, "“本年新收×自然人”填写有误",
        with_values(CONSISTENT, requests__new__natural=-1),
        with_values(CONSISTENT, requests__new__natural=0),
        "requests.new.natural",
    ),
    Example(
        "T3-04", "value.kind", E, "“本年新收×自然人”填写有误",
        with_values(CONSISTENT, requests__new__natural=Decimal("12.5")),
        with_values(CONSISTENT, requests__new__natural=Decimal("12.0")),
        "requests.new.natural",
    ),
    Example(
        "T3-05", "value.blank", E, "“予以公开×科研机构”为空。没有数据请填0",
        with_values(CONSISTENT, requests__granted__research=BLANK),
        with_values(CONSISTENT, requests__granted__research=0),
        "requests.granted.research",
    ),
    Example(
        "T3-05", "value.blank", E, "“予以公开”行的科研机构填的是“/”，不是数字",
        with_values(CONSISTENT, requests__granted__research=NOT_APPLICABLE),
        with_values(CONSISTENT, requests__granted__research=0),
        "requests.granted.research",
    ),
    Example(
        "T3-06", "requests.bound", H, "“自然人”列“办理结果总计”为14件，多于新收和上年结转之和13件",
        with_values(CONSISTENT, requests__handled__natural=14),
        with_values(CONSISTENT, requests__handled__natural=13),
        "requests.handled.natural requests.new.natural requests.carried_in.natural",
    ),
    Example(
        "T3-06", "requests.bound", H, "“商业企业”列“结转下年”为4件，多于新收和上年结转之和3件",
        with_values(CONSISTENT, requests__carried_out__commercial=4),
        with_values(CONSISTENT, requests__carried_out__commercial=3),
        "requests.carried_out.commercial requests.new.commercial requests.carried_in.commercial",
    ),
    Example(
        "T3-07", "requests.bound", W, "“自然人”列“结转下年”为2件，多于本年新收1件",
        _of({"requests.new.natural": 1, "requests.carried_in.natural": 2,
             "requests.granted.natural": 1, "requests.carried_out.natural": 2}),
        _of({"requests.new.natural": 2, "requests.carried_in.natural": 2,
             "requests.granted.natural": 2, "requests.carried_out.natural": 2}),
        "requests.carried_out.natural requests.new.natural",
    ),
    Example(
        "T3-08", "requests.all_zero", H, "全部为0，请确认本年未收到政府信息公开申请",
        ZERO,
        replace(ZERO, **_says("1", "本年度未收到政府信息公开申请。")),  # type: ignore[arg-type]
        "requests.new.natural",
    ),
    Example(
        "T3-10", "structure.tables", W,
        "第三部分表格有1处文字与统一格式不一致：“科研单位”应为“科研机构”",
        Case(CONSISTENT, _read("2021", LabelFound("requests", "科研单位", "科研机构"))),
        Case(CONSISTENT, _read()),
    ),
)  # fmt: skip

TABLE_FOUR: tuple[Example, ...] = (
    *(
        Example(
            "T4-01", "disputes.total", E, f"第四部分“{name}”总计为5，四项结果之和为4",
            with_values(_of({f"disputes.{row}.upheld": 4}), **{f"disputes__{row}__total": 5}),
            _of({f"disputes.{row}.upheld": 4, f"disputes.{row}.other": 1}),
            _block(row),
        )
        for row, name in (
            ("review", "行政复议"),
            ("direct_suit", "未经复议直接起诉"),
            ("suit_after_review", "复议后起诉"),
        )
    ),
    Example(
        "T4-02", "value.kind", E, "“行政复议×结果维持”填写有误",
        with_values(CONSISTENT, disputes__review__upheld=-2),
        CONSISTENT,
        "disputes.review.upheld",
    ),
    Example(
        "T4-02", "value.blank", E, "“复议后起诉×尚未审结”为空",
        with_values(CONSISTENT, disputes__suit_after_review__pending=BLANK),
        CONSISTENT,
        "disputes.suit_after_review.pending",
    ),
    Example(
        "T4-03", "disputes.hint", H, "“复议后起诉”总计为2件，但本年和上年的行政复议总计都是0",
        _beside({}, {"disputes.suit_after_review.upheld": 2}),
        _beside({"disputes.review.upheld": 1}, {"disputes.suit_after_review.upheld": 2}),
        "disputes.suit_after_review.total disputes.review.total",
    ),
    Example(
        "T4-04", "disputes.hint", H, "“未经复议直接起诉”总计为3件；2024年1月1日起",
        _of({"disputes.direct_suit.upheld": 3}, year=2024),
        _of({"disputes.direct_suit.upheld": 3}, year=2023),
        "disputes.direct_suit.total",
    ),
    Example(
        "T4-05", "disputes.hint", H, "结果纠正共1件，正文没有提到",
        _of({"disputes.review.corrected": 1}, **_says("5", "因政府信息公开引发行政复议1件。")),
        _of({"disputes.review.corrected": 1}, **_says("5", "行政复议1件，结果被纠正。")),
        "disputes.review.corrected",
    ),
)  # fmt: skip

_FEE = "disclosure.fees.amount"
TABLE_TWO: tuple[Example, ...] = (
    Example(
        "T2-01", "value.kind", E, "“行政许可×本年处理决定数量”填写有误",
        with_values(ZERO, disclosure__licensing__decisions=-1),
        with_values(ZERO, disclosure__licensing__decisions=1),
        "disclosure.licensing.decisions",
    ),
    Example(
        "T2-01", "value.kind", E, "“行政许可×本年处理决定数量”填写有误",
        with_values(ZERO, disclosure__licensing__decisions=Decimal("1.5")),
        with_values(ZERO, disclosure__licensing__decisions=15),
        "disclosure.licensing.decisions",
    ),
    Example(
        "T2-02", "value.kind", E, "“行政事业性收费×本年收费金额”填写有误",
        with_values(ZERO, disclosure__fees__amount=Decimal("-0.038")),
        with_values(ZERO, disclosure__fees__amount=Decimal("0.038")),
        _FEE,
    ),
    Example(
        "T2-03", "value.blank", E, "“行政事业性收费×本年收费金额”为空",
        with_values(CONSISTENT, disclosure__fees__amount=BLANK),
        CONSISTENT,
        _FEE,
    ),
    Example(
        "T2-03", "value.blank", E, "“行政处罚”行的本年处理决定数量填的是“/”，不是数字",
        with_values(CONSISTENT, disclosure__penalties__decisions=NOT_APPLICABLE),
        CONSISTENT,
        "disclosure.penalties.decisions",
    ),
    Example(
        "T2-03", "value.blank", W, "“规章”行的本年制发件数填的是“/”",
        with_values(CONSISTENT, disclosure__regulations__issued=NOT_APPLICABLE),
        CONSISTENT,
        "disclosure.regulations.issued",
    ),
    Example(
        "T2-04", "disclosure.power", W, "“规章”填了3，但只有",
        _of({"disclosure.regulations.in_force": 3}),
        _of({"disclosure.regulations.in_force": 3}, unit=replace(BUREAU, rule_making=True)),
        "disclosure.regulations.in_force",
    ),
    Example(
        "T2-05", "disclosure.opening_stock", W,
        "“行政规范性文件”现行有效2件，本年制发5件、废止1件，推算上年现行有效为-2件",
        _of({"disclosure.normative_documents.issued": 5,
             "disclosure.normative_documents.repealed": 1,
             "disclosure.normative_documents.in_force": 2}),
        _of({"disclosure.normative_documents.issued": 5,
             "disclosure.normative_documents.repealed": 1,
             "disclosure.normative_documents.in_force": 4}),
        "disclosure.normative_documents.in_force disclosure.normative_documents.issued "
        "disclosure.normative_documents.repealed",
    ),
    Example(
        "T2-06", "disclosure.unit", W, "行政事业性收费填了380万元，上年为0万元",
        _beside({}, {_FEE: 380}),
        _beside({}, {}),
        _FEE,
    ),
    Example(
        "T2-06", "disclosure.unit", W, "行政事业性收费填了380万元，上年为0.038万元",
        _beside({_FEE: Decimal("0.038")}, {_FEE: 380}),
        _beside({_FEE: Decimal("0.038")}, {_FEE: Decimal("0.04")}),
        _FEE,
    ),
    Example(
        "T2-07", "disclosure.power", W, "“行政处罚”填了2，但报告信息中填的是没有行政执法权",
        _of({"disclosure.penalties.decisions": 2}, unit=replace(BUREAU, enforcement=False)),
        _of({"disclosure.penalties.decisions": 2}),
        "disclosure.penalties.decisions",
    ),
    Example(
        "T2-08", "form.version", E, "表格使用的是2019年试行格式，2021年度起应当使用",
        Case(replace(ZERO, year=2021), _read("2019")),
        Case(replace(ZERO, year=2020), _read("2019")),
    ),
)  # fmt: skip

_PAPERS = "disclosure.normative_documents"
_FIVE = "存在的问题：公开的形式单一，政策解读的图表和视频偏少，群众看不懂、不爱看的情况仍然存在。"
_PLAN = "下一步改进措施：一是增加图解和视频解读；二是建立栏目更新的月度检查制度，逐项整改到位。"
_ONE = "深入推进源头管理，每份文件在起草时一并提出公开属性和公开时限，不能公开的写明依据，" * 3
_NEW_ONE = "全年主动公开政府信息1204条，其中民生类310条；组织培训两期，参训86人次。" * 3


def _years(section: str, before: str, now: str) -> Report:
    prior = replace(_of({}, **_says(section, before)), year=2022)
    return _of({}, prior=prior, **_says(section, now))


CROSS_YEAR: tuple[Example, ...] = (
    Example(
        "X-01", "prior.carried_total", E,
        "本年“上年结转”为1件，上一年度报告“结转下年度继续办理”为2件，应当一致",
        _beside({"requests.carried_out.natural": 2}, {"requests.carried_in.natural": 1}),
        _beside({"requests.carried_out.natural": 2}, {"requests.carried_in.natural": 2}),
        "requests.carried_in.total",
    ),
    Example(
        "X-02", "prior.carried_column", W,
        "“自然人”列本年“上年结转”为2件，上一年度报告“结转下年度继续办理”为1件",
        _beside({"requests.carried_out.natural": 1, "requests.carried_out.research": 1},
                {"requests.carried_in.natural": 2}),
        _beside({"requests.carried_out.natural": 1, "requests.carried_out.research": 1},
                {"requests.carried_in.natural": 1, "requests.carried_in.research": 1}),
        "requests.carried_in.natural",
    ),
    Example(
        "X-03", "prior.in_force", W,
        "“行政规范性文件”现行有效9件，按“上年现行有效20＋本年制发2－本年废止1”应为21件",
        _beside({f"{_PAPERS}.in_force": 20},
                {f"{_PAPERS}.in_force": 9, f"{_PAPERS}.issued": 2, f"{_PAPERS}.repealed": 1}),
        _beside({f"{_PAPERS}.in_force": 8},
                {f"{_PAPERS}.in_force": 9, f"{_PAPERS}.issued": 2, f"{_PAPERS}.repealed": 1}),
        f"{_PAPERS}.in_force {_PAPERS}.issued {_PAPERS}.repealed",
    ),
    Example(
        "X-04", "prior.pending", W, "上年“行政复议”尚未审结4件，本年各项结果和尚未审结合计只有3件",
        _beside({"disputes.review.pending": 4}, {"disputes.review.upheld": 3}),
        _beside({"disputes.review.pending": 4},
                {"disputes.review.upheld": 3, "disputes.review.pending": 1}),
        _block("review"),
    ),
    Example(
        "X-05", "prior.identical", W, "全部数字与上年完全相同",
        _beside({"disputes.review.upheld": 3, "disputes.review.pending": 1,
                 "disputes.direct_suit.upheld": 2},
                {"disputes.review.upheld": 3, "disputes.review.pending": 1,
                 "disputes.direct_suit.upheld": 2}),
        _beside({"disputes.review.upheld": 3, "disputes.review.pending": 1,
                 "disputes.direct_suit.upheld": 2},
                {"disputes.review.upheld": 3, "disputes.review.pending": 1,
                 "disputes.direct_suit.upheld": 1}),
        "disputes.review.upheld disputes.review.pending disputes.review.total "
        "disputes.direct_suit.upheld disputes.direct_suit.total",
    ),
    Example(
        "X-06", "prior.swing", H, "“行政许可×本年处理决定数量”为61件，上年为20件，变化较大",
        _beside({"disclosure.licensing.decisions": 20}, {"disclosure.licensing.decisions": 61}),
        _beside({"disclosure.licensing.decisions": 20}, {"disclosure.licensing.decisions": 60}),
        "disclosure.licensing.decisions",
    ),
    Example(
        "X-06", "prior.swing", H, "“行政许可×本年处理决定数量”为0件，上年为20件，变化较大",
        _beside({"disclosure.licensing.decisions": 20}, {}),
        _beside({"disclosure.licensing.decisions": 19}, {}),
        "disclosure.licensing.decisions",
    ),
    Example(
        "X-07", "prior.similar_text", W, "“存在的主要问题及改进情况”与上年报告的相似度为",
        _years("5", _FIVE + _PLAN, _FIVE + _PLAN.replace("月度", "季度")),
        _years("5", _FIVE + _PLAN,
               "存在的问题：答复文书说理不够。改进措施：统一答复文书样式。" * 3),
    ),
    Example(
        "X-07", "prior.similar_text", W, "“总体情况”与上年报告的相似度为",
        _years("1", _ONE, _ONE.replace("深入", "全面", 1)),
        _years("1", _ONE, _NEW_ONE),
    ),
    Example(
        "X-07", "prior.similar_text", H, "“总体情况”有1个长句与上年报告逐字相同",
        _years("1", _ONE[:45] + "。" + "去年的做法不同。" * 20, _NEW_ONE + _ONE[:45] + "。"),
        _years("1", _ONE[:30] + "。" + "去年的做法不同。" * 20, _NEW_ONE + _ONE[:30] + "。"),
        span=_ONE[:45] + "。",
    ),
    Example(
        "X-08", "prior.promises", H, "增加图解和视频解读；建立栏目更新的月度检查制度",
        replace(ZERO, prior=replace(_of({}, **_says("5", _FIVE + _PLAN)), year=2022)),
        replace(ZERO, prior=replace(_of({}, **_says("5", _FIVE)), year=2022)),
    ),
)  # fmt: skip

ITEMS = (*TABLE_THREE, *TABLE_FOUR, *TABLE_TWO, *CROSS_YEAR)
