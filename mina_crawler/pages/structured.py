"""JSON-LD: what the page tells machines about its article, in whatever shape it says so."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

Node = dict[str, Any]

ARTICLE_TYPES = frozenset(
    {
        "Article",
        "NewsArticle",
        "BlogPosting",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "SocialMediaPosting",
        "Report",
    }
)
SITE_TYPES = frozenset({"WebSite", "Organization", "NewsMediaOrganization"})
TERM_KEYS = frozenset({"keywords", "articleSection"})
"""What plugins join to one string: no name of a category or tag has a comma."""

LISTING_TYPES = frozenset({"CollectionPage", "SearchResultsPage", "ProfilePage"})

_MAX_DEPTH = 12
_DECODER = json.JSONDecoder(strict=False)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)[\s;]*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_KEY_VALUE = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\]|\\.){1,400})"')


def parse_scripts(scripts: Iterable[str]) -> tuple[list[Node], bool]:
    """Return every typed node of the page's JSON-LD *scripts*, and whether one was broken.

    From a script that no repair makes valid, the dates and the headline are still read.

    >>> parse_scripts(['{"@graph": [{"@type": "NewsArticle", "headline": "Judul",}]}'])
    ([{'@type': 'NewsArticle', 'headline': 'Judul'}], False)
    >>> parse_scripts(['{"@type": "NewsArticle", "name": "a"b", "datePublished": "2020-01-01"}'])
    ([{'@type': 'Article', 'datePublished': '2020-01-01'}], True)
    """
    nodes: list[Node] = []
    broken = False
    for script in scripts:
        data = _parse(script)
        if data is None:
            broken = True
            data = _salvage(script)
        _collect(data, _MAX_DEPTH, nodes)
    return nodes, broken


def _parse(script: str) -> Any:  # noqa: ANN401  (JSON is anything)
    for mended in (str.strip, _unwrapped, _without_trailing_commas):
        try:
            return _DECODER.decode(mended(script))
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(script: str) -> str:
    """Return *script* without the comment that XHTML wanted around it."""
    return _WRAPPING.sub("", script.strip())


def _without_trailing_commas(script: str) -> str:
    return _TRAILING_COMMA.sub(r"\1", _unwrapped(script))


def _salvage(script: str) -> Node:
    found = dict(reversed(_KEY_VALUE.findall(script)))  # the first of each key is the page's own
    return {"@type": "Article", **found} if found else {}


def _collect(data: Any, depth: int, nodes: list[Node]) -> None:  # noqa: ANN401
    """Add the typed nodes below *data*, in document order, to *nodes*."""
    if depth == 0:
        return
    if isinstance(data, list):
        for value in data:
            _collect(value, depth - 1, nodes)
    elif isinstance(data, dict):
        if "@type" in data:
            nodes.append(data)
        for value in data.values():
            if isinstance(value, (dict, list)):
                _collect(value, depth - 1, nodes)


def node_types(node: Node) -> set[str]:
    """Return the types of *node* without their vocabulary's address."""
    return {str(name).rpartition("/")[2] for name in as_list(node.get("@type"))}


def as_list(value: Any) -> list[Any]:  # noqa: ANN401
    """Return *value* as a list: JSON-LD writes one value bare and several in a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


class StructuredArticle:
    """The article among the page's JSON-LD nodes; every property is empty where it says nothing."""

    def __init__(self, nodes: list[Node], url: str) -> None:
        self._by_id = {
            node["@id"]: node
            for node in nodes
            if isinstance(node.get("@id"), str) and len(node) > 2
        }
        typed = [(node, node_types(node)) for node in nodes]
        articles = [node for node, types in typed if types & ARTICLE_TYPES]
        self.node: Node = _of_page(articles, url)
        self.count = len(articles)
        self.site_names = [
            name
            for node, types in typed
            if types & SITE_TYPES
            for name in as_list(node.get("name"))
            if isinstance(name, str)
        ]
        self.is_listing = not articles and any(types & LISTING_TYPES for _, types in typed)

    def text(self, key: str) -> str:
        """Return the first string under *key*."""
        value = self.node.get(key)
        if isinstance(value, str):
            return value
        return next((one for one in as_list(value) if isinstance(one, str)), "")

    def texts(self, key: str) -> list[str]:
        """Return all strings under *key*, those apart that one of terms joins with commas."""
        values = [value for value in as_list(self.node.get(key)) if isinstance(value, str)]
        return values[0].split(",") if len(values) == 1 and key in TERM_KEYS else values

    def names(self, key: str) -> list[str]:
        """Return the names of the people under *key*, those given by ``@id`` looked up."""
        return [
            name
            for value in as_list(self.node.get(key))
            for name in as_list(
                value if isinstance(value, str) else self._resolve(value).get("name")
            )
            if isinstance(name, str)
        ]

    @property
    def image(self) -> tuple[str, str]:
        """Address and caption of the main picture."""
        for value in as_list(self.node.get("image")):
            if isinstance(value, str):
                return value, ""
            node = self._resolve(value)
            url = node.get("url") or node.get("contentUrl")
            if isinstance(url, str):
                caption = node.get("caption")
                return url, caption if isinstance(caption, str) else ""
        return "", ""

    def _resolve(self, value: Any) -> Node:  # noqa: ANN401
        if not isinstance(value, dict):
            return {}
        reference = value.get("@id")
        if isinstance(reference, str) and "name" not in value and "url" not in value:
            return self._by_id.get(reference, value)
        return value


def _of_page(articles: list[Node], url: str) -> Node:
    """Return the article that says it lives at *url*; the first one where none does."""
    if len(articles) < 2:
        return articles[0] if articles else {}
    path = _bare(url)
    for node in articles:
        page = node.get("mainEntityOfPage")
        claims = [
            node.get("url"),
            node.get("@id"),
            page.get("@id") if isinstance(page, dict) else page,
        ]
        if any(isinstance(claim, str) and _bare(claim) == path for claim in claims):
            return node
    return articles[0]


def _bare(url: str) -> str:
    return (
        url.partition("#")[0].partition("?")[0].partition("://")[2].removeprefix("www.").rstrip("/")
    )
