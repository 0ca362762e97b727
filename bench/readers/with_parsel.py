"""Bare parsing: a page made a tree, and ten selectors asked."""

from __future__ import annotations

from parsel import Selector

SELECTORS = (
    "h1::text",
    "title::text",
    "meta[property='og:title']::attr(content)",
    "meta[property='article:published_time']::attr(content)",
    "link[rel=canonical]::attr(href)",
    "time::attr(datetime)",
    "a[rel~=author]::text",
    "a[rel~=tag]::text",
    "img::attr(src)",
    "p::text",
)


def read(html: str, url: str) -> list[list[str]]:
    """Return what the selectors find."""
    page = Selector(html, base_url=url)
    return [page.css(selector).getall() for selector in SELECTORS]
