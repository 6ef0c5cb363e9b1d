"""What was taken over from last year's text, and what last year's text promised (X-07, X-08)."""

import re
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.likeness import same_sentences, similarity
from gicapp.core.text.narrative import rendered
from gicapp.core.text.passages import plain

# how alike a section may be to last year's before it is a leftover
_MOST_ALIKE: Final = MappingProxyType({"1": 0.9, "5": 0.8})
_LONG_SENTENCE: Final = 40  # characters of a sentence that nobody writes twice by chance
_SHORTEST: Final = 60  # characters of a section that can be a leftover
_PLAN: Final = re.compile(r"下一步|改进(?:措施|方向|举措)|整改措施|今后|下阶段|下一阶段")
_MEASURE: Final = re.compile(r"[一二三四五六七八九]是(?P<said>[^。；\n]{4,})")
_LONGEST: Final = 60  # characters of a promise that are told
_MOST_PROMISES: Final = 6


def find_leftovers(subject: Subject) -> Iterable[Finding]:
    """Report sections that repeat last year's, else the long sentences that do."""
    prior = subject.report.prior
    if prior is None:
        return
    for section, text in subject.texts.items():
        before = rendered(prior, section)
        share = similarity(text, before) if len(text) >= _SHORTEST else 0.0
        if share >= _MOST_ALIKE.get(section, 2):
            yield Finding(
                "prior.similar_text",
                Severity.WARNING,
                int(section),
                f"{place_of(subject.form, section)}与上年报告的相似度为{share:.0%}，"
                "请对照上年文字改写，写明本年的情况。",
            )
        elif section in _MOST_ALIKE:
            yield from _repeated(subject, section, text, before)


def _repeated(subject: Subject, section: str, text: str, before: str) -> Iterator[Finding]:
    spans = [s for s in same_sentences(text, before) if s[1] - s[0] > _LONG_SENTENCE]
    if spans:
        yield Finding(
            "prior.similar_text",
            Severity.HINT,
            int(section),
            f"{place_of(subject.form, section)}有{len(spans)}个长句与上年报告逐字相同，"
            "请确认仍然符合本年的情况。",
            span=spans[0],
        )


def find_promises(subject: Subject) -> Iterable[Finding]:
    """List what last year's report promised to improve, so that this year's can answer."""
    prior = subject.report.prior
    if prior is None:
        return
    section = subject.form.section(5)
    text = plain(rendered(prior, section.key)).text
    plan = _PLAN.search(text)
    promises = (
        [_shortened(m["said"]) for m in _MEASURE.finditer(text, plan.start())] if plan else []
    )
    if promises:
        listed = "；".join(promises[:_MOST_PROMISES])
        yield Finding(
            "prior.promises",
            Severity.HINT,
            section.number,
            f"上年报告提出的改进措施有：{listed}。请在本年报告中写明落实情况。",
        )


def _shortened(promise: str) -> str:
    """Return a promise up to the end of a clause where it is long, and say that it goes on."""
    promise = promise.strip("，、：")
    if len(promise) <= _LONGEST:
        return promise
    told = promise[:_LONGEST]
    return (told.rpartition("，")[0] or told) + "……"


RULES: Final = (
    Rule(
        "prior.similar_text",
        ("X-07",),
        Severity.WARNING,
        "总体情况、存在的主要问题及改进情况不与往年雷同。",
        "鲤城区2020年政务公开绩效考评标准：与往年雷同的扣分；怀化市2021年年报通知",
        find_leftovers,
        dismissable=True,
    ),
    Rule(
        "prior.promises",
        ("X-08",),
        Severity.HINT,
        "上年提出的改进措施，本年应当有回应。",
        "《条例》第五十条第（四）项：存在的主要问题及改进情况",
        find_promises,
        dismissable=True,
    ),
)
