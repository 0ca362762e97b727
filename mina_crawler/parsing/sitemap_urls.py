"""Which files of a sitemap can list articles, going by their names."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SITEMAPS = ("wp-sitemap.xml", "sitemap_index.xml", "sitemap.xml")
"""Where WordPress, its plugins and everybody else put theirs, where robots.txt names none."""

OTHERS = (
    "attachment", "author", "category", "categories", "image", "page", "post_format", "post_tag",
    "product", "tag", "tags", "taxonomies", "user", "users", "video",
)  # fmt: skip
"""What sitemaps are named after that list no articles."""

_OTHER = re.compile(rf"(?:^|[-_])(?:{'|'.join(OTHERS)})[-_]?(?:sitemap)?[-_]?\d*\.")

_NEWS = re.compile(r"(?:^|[-_])(?:google[-_]?)?news(?:$|[-_.\d])")


def lists_news_only(url: str) -> bool:
    """Tell whether the sitemap at *url* is one for search engines: of the last two days.

    >>> [lists_news_only(f"https://minanews.net/{name}.xml") for name in
    ...  ("news-sitemap", "sitemap-news", "post-sitemap", "wp-sitemap")]
    [True, True, False, False]
    """
    return _NEWS.search(urlsplit(url).path.rpartition("/")[2].lower()) is not None


def may_list_articles(url: str) -> bool:
    """Tell whether the sitemap at *url* can list articles: what surely lists others cannot.

    >>> may_list_articles("https://minanews.net/post-sitemap3.xml")
    True
    >>> [may_list_articles(f"https://minanews.net/{name}.xml") for name in
    ...  ("page-sitemap", "wp-sitemap-taxonomies-category-1", "wp-sitemap-posts-page-1")]
    [False, False, False]
    """
    return not _OTHER.search(urlsplit(url).path.rpartition("/")[2].lower())
