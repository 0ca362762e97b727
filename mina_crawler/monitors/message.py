"""The one message about a run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mina_crawler.receipts.receipt import Receipt

MESSAGE_SCHEMA = "mina-message/1"


class NotToldError(Exception):
    """Nobody was told; says why, without any secret."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What one monitor found."""

    monitor: str
    sentence: str
    since: str
    """The first run that met it."""

    @property
    def gist(self) -> str:
        """The sentence without what differs from run to run: numbers and addresses.

        >>> Problem("verdict", "2 times challenge (x), first https://minanews.net/a/", "r").gist
        'times challenge (x), first'
        """
        return gist_of(self.sentence)


def gist_of(sentence: str) -> str:
    """Return *sentence* without numbers and addresses."""
    words = sentence.split()
    return " ".join(word for word in words if not word[0].isdigit() and "://" not in word)


@dataclass(frozen=True, slots=True)
class Message:
    """What there is to tell about a run; no problems: what was told before is over."""

    receipt: Receipt
    problems: tuple[Problem, ...]

    @property
    def subject(self) -> str:
        """The first line: the site, and how its run ended."""
        site, verdict = self.receipt["site"], self.receipt["verdict"]
        if not self.problems:
            return f"mina-crawler: {site} is well again"
        return f"mina-crawler: {site}: {verdict} (exit code {self.receipt['exit_code']})"

    @property
    def text(self) -> str:
        """All of it, for people."""
        told = [self._line(problem) for problem in self.problems]
        rest = f"scrapy runs {self.receipt['run']}".rstrip()
        return "\n".join([self.subject, *told, f"{rest} tells the rest"])

    @property
    def payload(self) -> dict[str, Any]:
        """All of it, for programs."""
        return {
            "schema": MESSAGE_SCHEMA,
            "status": "failed" if self.problems else "recovered",
            "text": self.text,
            **{key: self.receipt[key] for key in ("site", "run", "verdict", "exit_code")},
            "problems": [
                {"monitor": one.monitor, "text": one.sentence, "since": one.since}
                for one in self.problems
            ],
        }

    def _line(self, problem: Problem) -> str:
        since = f" (since {problem.since})" if problem.since != self.receipt["run"] else ""
        return f"- {problem.sentence}{since}"
