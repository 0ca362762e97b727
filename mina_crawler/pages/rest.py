"""An article as WordPress's REST API tells it: every value, with the rules that find it."""

from __future__ import annotations

from datetime import UTC
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lxml import etree

from mina_crawler.pages.block_reader import visible_text
from mina_crawler.pages.ladder import Rung
from mina_crawler.pages.tree import has_too_many_elements, parse_html
from mina_crawler.pages.walk import read_outline
from mina_crawler.parsing.dates import WIB, parse_iso
from mina_crawler.parsing.links import parse_link
from mina_crawler.parsing.text import fold
from mina_crawler.parsing.urls import canonical_image, canonical_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from lxml.etree import _Element

    from mina_crawler.pages.outline import Outline

FIELDS = (
    "id", "link", "date", "date_gmt", "modified", "modified_gmt", "title", "content", "excerpt",
    "categories", "tags",
    "yoast_head_json.description", "yoast_head_json.og_description", "_links", "_embedded",
)  # fmt: skip
"""What to ask the API for; ``_embedded`` comes only with ``_links``."""

EMBEDDED = ("author", "wp:term", "wp:featuredmedia")
"""What to have embedded: names of people and terms, the main picture."""

LARGEST_ID = 2**63
"""No database has a larger one."""

PAGE_BREAK = "<!--nextpage-->"
_TEASER_END = "[]….\n "
"""What WordPress puts behind the first words of a story where no excerpt was written."""
_MORE = etree.XPath(".//a[contains(@class, 'more-link')]")
"""What themes put there."""


class RestPost:
    """One post; unlike its page it comes whole, and without what a theme puts around it."""

    def __init__(self, post: Mapping[str, Any], *, fetched_at: datetime) -> None:
        self._post = post
        self.fetched_at = fetched_at
        self.url = self.text("link")

    def text(self, *path: str | int) -> str:
        """Return the text at *path* of the answer, ``""`` where there is none."""
        value = self._at(*path)
        return value if isinstance(value, str) else ""

    @property
    def canonical_url(self) -> str:
        """The address the article is known by."""
        return canonical_url(self.url)

    @property
    def is_protected(self) -> bool:
        """Tell whether a password keeps the story from the public."""
        return bool(self._at("content", "protected"))

    @property
    def changed_at(self) -> datetime | None:
        """When it was last changed; not before that moment, should the zone be false."""
        for name, zone in (("modified_gmt", UTC), ("modified", WIB)):
            if value := parse_iso(self.text(name)):
                return value.replace(tzinfo=value.tzinfo or zone)
        return None

    @property
    def pages(self) -> int:
        """How many pages the site shows it on."""
        return 1 + self.text("content", "rendered").count(PAGE_BREAK)

    @property
    def post_ids(self) -> Iterator[Rung[int]]:
        """WordPress's id."""
        value = self._at("id")
        if type(value) is int and 0 < value < LARGEST_ID:  # JSON's true is an int too
            yield Rung("rest", value)

    @property
    def titles(self) -> Iterator[Rung[str]]:
        """The headline."""
        yield Rung("rest", _plain(self.text("title", "rendered")))

    @property
    def authors(self) -> Iterator[Rung[list[str]]]:
        """Who wrote it, where the site tells names of users to everybody."""
        yield Rung("rest", [_plain(self.text("_embedded", "author", 0, "name"))])

    @property
    def categories(self) -> Iterator[Rung[list[str]]]:
        """Names of the categories."""
        yield Rung("rest", self._terms("category", "categories"))

    @property
    def tags(self) -> Iterator[Rung[list[str]]]:
        """Names of the tags."""
        yield Rung("rest", self._terms("post_tag", "tags"))

    @property
    def summaries(self) -> Iterator[Rung[str]]:
        """A description that somebody wrote; the first words of the story are none."""
        yield Rung("rest seo", self.text("yoast_head_json", "description"))
        yield Rung("rest seo", self.text("yoast_head_json", "og_description"))
        if not self._has_teaser:
            yield Rung("rest", _plain(self.text("excerpt", "rendered")))

    @property
    def images(self) -> Iterator[Rung[tuple[str, str]]]:
        """Address and caption (or ``""``) of the main picture."""
        media = ("_embedded", "wp:featuredmedia", 0)
        if address := parse_link(self.text(*media, "source_url"), self.url):
            caption = _plain(self.text(*media, "caption", "rendered"))
            yield Rung("rest", (canonical_image(address), caption))

    @cached_property
    def outline(self) -> Outline:
        """The story: its blocks, and the furniture that was passed over."""
        return read_outline(self._story, self.url)

    @property
    def cuts(self) -> list[tuple[str, str]]:
        """What was cut from the story: rule and text."""
        found = ((cut.rule, fold(visible_text(cut.element))) for cut in self.outline.cuts)
        return [(rule, text) for rule, text in found if text]

    @cached_property
    def _story(self) -> _Element:
        return _body(self.text("content", "rendered"))

    @property
    def _has_teaser(self) -> bool:
        """Tell whether the excerpt is but the story's first words."""
        excerpt = _body(self.text("excerpt", "rendered"))
        words = visible_text(excerpt).rstrip(_TEASER_END)
        story = _squash(visible_text(self._story))
        return bool(_MORE(excerpt)) or story.startswith(_squash(words))

    def _terms(self, taxonomy: str, key: str) -> list[str]:
        """Return the names of the terms of *taxonomy* in the order of the ids under *key*."""
        groups, ids = _list(self._at("_embedded", "wp:term")), _list(self._at(key))
        terms = [term for group in groups for term in _list(group) if isinstance(term, dict)]
        chosen = [term for term in terms if term.get("taxonomy") == taxonomy]
        names = {str(term.get("id")): _plain(str(term.get("name") or "")) for term in chosen}
        return [names[str(term_id)] for term_id in ids if str(term_id) in names]

    def _at(self, *path: str | int) -> Any:  # noqa: ANN401 -- JSON is anything
        value: Any = self._post
        for key in path:
            try:
                value = value[key]
            except (KeyError, IndexError, TypeError):
                return None
        return value


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _body(html: str) -> _Element:
    """Return the document that *html* is; an empty one where it has more elements than are read."""
    root = parse_html(f"<html><body>{html}</body></html>")
    body = root.find("body")
    return parse_html("") if has_too_many_elements(root) else root if body is None else body


def _plain(html: str) -> str:
    """Return the words of a piece of HTML."""
    return fold(visible_text(_body(html))) if html else ""


def _squash(text: str) -> str:
    return "".join(text.split())
