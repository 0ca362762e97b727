"""Moulds: a story printed once by the stand-in, with gaps for what each article has of its own."""

from __future__ import annotations

import json
import re
from datetime import UTC
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from bench.pages import styled
from mina_crawler.demo import resources
from mina_crawler.demo.edition import EDITIONS
from mina_crawler.demo.printer import Printer
from mina_crawler.demo.site import Plan, Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from mina_crawler.demo.story import Story

MOULDS = 60
PRINTED = 400
"""Of so many stories the newest are taken that fit on one page under a plain title."""
PLAIN = re.compile(r"[\w ,.:-]+")
"""Titles that a page and an answer print alike."""
CONTENT = '<div class="entry-content entry-content-single">'
NOTE = "<p>Naskah ini tercatat dengan nomor {number} di meja redaksi.</p>"


class Mould(NamedTuple):
    """A story as a page and as an answer of the API, to be filled with ``%``."""

    slug: str
    page: str
    post: str


def cast(root: str) -> list[Mould]:
    """Return the moulds of the site at *root*, an address without its last slash."""
    site = Site(Plan(articles=PRINTED))
    site.root = root
    printer = Printer(site)
    return [_cast(site, printer, story) for story in islice(_plain_stories(site), MOULDS)]


def forms(moment: datetime) -> dict[str, str]:
    """Return each form in which a page or an answer tells *moment*, by name."""
    return {
        "utc": moment.astimezone(UTC).isoformat()[:19],
        "wib": moment.isoformat()[:19],
        "printed": f"{EDITIONS['id'].day(moment)} - {moment:%H:%M} WIB",
    }


def _plain_stories(site: Site) -> Iterator[Story]:
    newest_first = map(site.story, reversed(site.everything()))
    return (s for s in newest_first if s.pages == 1 and PLAIN.fullmatch(s.title))


def _cast(site: Site, printer: Printer, story: Story) -> Mould:
    head, mark, content = styled(printer.article(story.number, 1)).partition(CONTENT)
    post = resources.post(site, story.number)
    post["content"]["rendered"] = _noted(post["content"]["rendered"])
    post["_embedded"] = resources.embedded(site, story.number)
    return Mould(
        story.slug,
        _with_gaps(head + mark + _noted(content), story),
        _with_gaps(json.dumps(post, ensure_ascii=False), story),
    )


def _noted(content: str) -> str:
    """Return *content* with a paragraph that no other article has, behind the first."""
    return content.replace("</p>\n", f"</p>\n{NOTE}\n", 1)


def _with_gaps(text: str, story: Story) -> str:
    gaps = {
        "%": "%%",
        "{number}": "%(number)s",
        story.slug: f"{story.slug}-%(number)s",
        story.title: f"{story.title} %(number)s",
        str(story.post_id): "%(post_id)s",
    }
    for moment in (story.published, story.modified):
        gaps |= {words: f"%({name})s" for name, words in forms(moment).items()}
    for words, gap in gaps.items():
        text = text.replace(words, gap)
    return text
