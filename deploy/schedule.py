"""Asks scrapyd for one crawl: ``schedule.py source=auto since={yesterday}``."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta

from requests import RequestException
from scrapyd_client import ScrapydClient
from scrapyd_client.exceptions import ErrorResponse, MalformedResponse


def schedule(arguments: list[str]) -> str:
    """Put a crawl with these spider arguments into the queue; return the name of the run.

    ``{yesterday}`` stands for a day that is over everywhere; ``setting=NAME=value`` changes a
    setting for this run.
    """
    yesterday = str(datetime.now(UTC).date() - timedelta(days=1))
    given = [text.replace("{yesterday}", yesterday).partition("=") for text in arguments]
    client = ScrapydClient(
        os.environ.get("SCRAPYD_URL", "http://127.0.0.1:6800"),
        os.environ.get("SCRAPYD_USERNAME"),
        os.environ.get("SCRAPYD_PASSWORD"),
    )
    return client.schedule("mina_crawler", "mina", [(name, value) for name, _, value in given])


if __name__ == "__main__":
    if wrong := [text for text in sys.argv[1:] if "=" not in text]:
        sys.exit(f"{wrong[0]!r}: write name=value")
    try:
        print(schedule(sys.argv[1:]))  # noqa: T201 - for journals and shells
    except (RequestException, ErrorResponse, MalformedResponse) as error:
        sys.exit(f"scrapyd did not take the crawl: {' '.join(str(error).split())[:400]}")
