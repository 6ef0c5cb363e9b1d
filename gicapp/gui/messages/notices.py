"""Offers that wait above the page until they are answered, one bar a topic."""

from gicapp.gui.messages.bars import Bars
from gicapp.gui.messages.message_bar import MessageBar
from gicapp.gui.messages.offer import Offer


class Notices:
    """Bars that no later message pushes away; answering or closing one takes it off."""

    def __init__(self, bars: Bars) -> None:
        self._all = bars
        self._bars: dict[str, MessageBar] = {}

    def put(self, topic: str, offer: Offer) -> None:
        """Show an offer in place of an earlier one of its topic."""
        if topic not in self._bars:
            self._bars[topic] = MessageBar()
            self._all.add(self._bars[topic], first=True)
        self._bars[topic].ask(offer)

    def take(self, topic: str) -> None:
        """Take a topic's offer off, where there is one."""
        if topic in self._bars:
            self._bars[topic].hide()

    def bar(self, topic: str) -> MessageBar | None:
        """Return the bar that shows a topic now."""
        bar = self._bars.get(topic)
        return None if bar is None or bar.isHidden() else bar
