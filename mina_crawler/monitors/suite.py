"""Spidermon's part: the monitors, which look at a finished receipt.

Spidermon itself runs them when the spider closes, before the last upload; here they run when
nothing more can happen to the receipt. Whom to tell is decided afterwards, by what is news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spidermon import Monitor, MonitorRunner, MonitorSuite, monitors

from mina_crawler.monitors import checks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Finding = tuple[str, str]
"""The name of a monitor, and a sentence."""


class ReceiptMonitor(Monitor):
    """Holds a receipt against what was demanded, and against earlier ones.

    Monitors run in the order of the alphabet: what the verdict adds comes last.
    """

    @monitors.name("field coverage")
    def test_coverage(self) -> None:
        """Articles have what they used to have."""
        self._expect_nothing_of(checks.coverage)

    @monitors.name("delivery")
    def test_delivery(self) -> None:
        """All that was accepted reached the feeds."""
        self._expect_nothing_of(checks.delivery)

    @monitors.name("freshness")
    def test_freshness(self) -> None:
        """The newsroom is not silent."""
        self._expect_nothing_of(checks.freshness)

    @monitors.name("item count")
    def test_item_count(self) -> None:
        """As many articles as usual are new."""
        self._expect_nothing_of(checks.item_count)

    @monitors.name("validation")
    def test_validation(self) -> None:
        """All pages made valid articles."""
        self._expect_nothing_of(checks.validation)

    @monitors.name("verdict")
    def test_verdict(self) -> None:
        """The verdict is one that calls for nobody."""
        self._expect_nothing_of(checks.verdict)

    def _expect_nothing_of(self, check: Callable[..., Iterator[str]]) -> None:
        found = list(check(self.data.receipt, self.data.history, self.data.demands))
        if found:
            self.fail("\n".join(found))


def findings(others: Sequence[type[Monitor]], **data: Any) -> list[Finding]:  # noqa: ANN401
    """Return what our monitors and *others* find in *data*, each sentence once."""
    result = MonitorRunner().run(MonitorSuite(monitors=[ReceiptMonitor, *others]), **data)
    found: dict[str, str] = {}
    for failed in result.monitors_failed_results:
        name = failed.monitor.method_name
        reason = failed.reason or f"the monitor {name} broke: {failed.error.splitlines()[-1]}"
        for sentence in reason.splitlines():
            found.setdefault(sentence, name)
    return [(name, sentence) for sentence, name in found.items()]
