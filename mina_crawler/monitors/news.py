"""Decides what of a run is news: a problem that lasts makes one message, not one with each run."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.monitors.memory import Told
from mina_crawler.monitors.message import Message, Problem, gist_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from mina_crawler.monitors.memory import Memory
    from mina_crawler.receipts.receipt import Receipt

ABOUT_ARTICLES = frozenset({"field coverage", "validation"})
"""Monitors whose problems a run without articles does not solve."""


class News(NamedTuple):
    """What to say, and what is known once it is said."""

    message: Message | None
    known: dict[str, Told]


def news_of(
    receipt: Receipt, found: Sequence[tuple[str, str]], memory: Memory, patience: timedelta
) -> News:
    """Return the news of a run in which monitors *found* sentences.

    What was told is told again where it still holds after *patience*, and once when it is over.
    """
    known = memory.of_site(receipt)
    problems = [_problem(receipt, monitor, sentence, known) for monitor, sentence in found]
    lasting = _lasting(receipt, memory)
    if any(_is_due(receipt, known.get(problem.gist), patience) for problem in problems):
        now = {one.gist: Told(one.monitor, one.since, receipt["ended_at"]) for one in problems}
        return News(Message(receipt, tuple(problems)), lasting | now)
    left = lasting | {problem.gist: known[problem.gist] for problem in problems}
    is_over = memory.of_kind(receipt) and not left
    return News(Message(receipt, ()) if is_over else None, left)


def _problem(receipt: Receipt, monitor: str, sentence: str, known: dict[str, Told]) -> Problem:
    told = known.get(gist_of(sentence))
    return Problem(monitor, sentence, told.since if told else receipt["run"])


def _is_due(receipt: Receipt, told: Told | None, patience: timedelta) -> bool:
    if told is None:
        return True
    ended, at = (datetime.fromisoformat(moment) for moment in (receipt["ended_at"], told.at))
    return ended - at >= patience


def _lasting(receipt: Receipt, memory: Memory) -> dict[str, Told]:
    if receipt["articles"]["count"]:
        return {}
    known = memory.of_kind(receipt)
    return {gist: told for gist, told in known.items() if told.monitor in ABOUT_ARTICLES}
