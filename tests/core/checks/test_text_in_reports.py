"""Sentences of published reports: each as it was, and with what would make it wrong."""

import pytest

from tests.core.checks.sentences import marks, saying


@pytest.mark.parametrize(
    "text",
    [
        "2023年，本机关收到的政府信息依申请公开件主要集中在特种设备与消费纠纷导致的群体申请两个领域。",
        "收到的政府信息公开申请集中在3个方面。",
        "2023年，本机关共收到1份区政府办公室依申请公开意见征询件。",
        "收到3份区政府办公室依申请公开征询单，全部回复。",
        "收到区政府办公室政府信息公开征求意见函2份。",
        "收到2件市政府办公厅依申请公开协查函。",
    ],
)
def test_what_is_no_application_is_not_counted_as_one(text: str) -> None:
    assert marks(saying(text), "text.figure") == []


@pytest.mark.parametrize(
    "text",
    [
        "收到依申请公开申请2个，集中在两个领域。",
        "2023年，本机关共收到2份依申请公开件，征询意见后均予答复。",
        "收到2件政府信息公开申请，征求意见函已发出。",
    ],
)
def test_an_application_beside_an_inquiry_is_still_counted(text: str) -> None:
    assert marks(saying(text), "text.figure") == ["2"]
