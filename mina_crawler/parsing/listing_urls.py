"""The shapes of a WordPress site's addresses: articles, listings and the pages of a listing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

if TYPE_CHECKING:
    from datetime import date

NO_ARTICLES = (
    "author", "category", "comments", "embed", "feed", "kategori", "login", "page", "rdf", "rss",
    "search", "shop", "tag", "topic", "topik", "type", "xmlrpc.php",
)  # fmt: skip
"""First parts of paths that never lead to an article; ``wp-…`` is one more."""

_NO_ARTICLE = re.compile(
    rf"""
    / (?: (?: {"|".join(map(re.escape, NO_ARTICLES))} ) (?: / | $ )  # listings and machinery
        | wp- | \.                                                   # wp-login.php, .well-known
        | \d{{4}} (?: / \d\d? ){{0,2}} /? $                          # day, month, year archives
        | .* / (?: feed | amp | embed | trackback | page/\d+ ) /? $
        | .* \. (?: jpe?g | png | gif | webp | svg | pdf | mp[34] | docx? | xlsx? | pptx? | zip
                  | xml | xsl | kml | txt | json | css | js | php ) $
        | .* sitemap \. html $                                       # one for people
      )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SHORT = re.compile(r"/[^/]+/?|/\d{4}/\d\d/[^/]+")
_NUMBERED = re.compile(r"(?P<listing>.*/)page/(?P<number>[0-9]{1,6})/?")
_NUMBER = re.compile(r"[0-9]{1,6}")
_CATEGORY = re.compile(r"/(?:category|kategori|topic|topik)/.+?(?P<tail>/feed/?|/page/\d+/?)?")


def is_article_address(url: str) -> bool:
    """Tell whether an article could live at *url*: what is surely something else is not.

    >>> [is_article_address(f"https://minanews.net/{path}") for path in
    ...  ("warga-tanam-pohon/", "feeding-gaza/", "?p=77")]
    [True, True, True]
    >>> [is_article_address(f"https://minanews.net/{path}") for path in
    ...  ("category/opini/", "2020/09/26/", "", "wp-login.php", "?s=gaza", "page/2/", "a/feed/",
    ...   "locations.kml", "sitemap.html")]
    [False, False, False, False, False, False, False, False, False]
    """
    parts = urlsplit(url)
    if parts.path in {"", "/"}:
        return "p" in dict(parse_qsl(parts.query))
    return not _NO_ARTICLE.match(parts.path)


def is_short_path(url: str) -> bool:
    """Tell whether *url* has the path of MINA's articles: one slug, or month and slug.

    >>> is_short_path("https://minanews.net/warga-tanam-pohon")
    True
    >>> is_short_path("https://minanews.net/profil/redaksi/")
    False
    """
    return bool(_SHORT.fullmatch(urlsplit(url).path))


def is_category_address(url: str) -> bool:
    """Tell whether *url* is the first page of a category's listing.

    >>> is_category_address("https://minanews.net/category/indonesia/daerah")
    True
    >>> is_category_address("https://minanews.net/category/opini/feed/")
    False
    """
    match = _CATEGORY.fullmatch(urlsplit(url).path)
    return match is not None and not match["tail"]


def is_front_page(url: str) -> bool:
    """Tell whether *url* is that of a site's front page.

    >>> [is_front_page(f"https://minanews.net{path}") for path in ("", "/", "/?cat=4", "/page/2/")]
    [True, True, False, False]
    """
    parts = urlsplit(url)
    return parts.path in {"", "/"} and not parts.query


def partition_listing_page(url: str) -> tuple[str, int]:
    """Return the address of the listing that *url* is a page of, and the page's number.

    >>> partition_listing_page("https://minanews.net/category/opini/page/3/")
    ('https://minanews.net/category/opini/', 3)
    >>> partition_listing_page("https://minanews.net/?cat=4&paged=2")
    ('https://minanews.net/?cat=4', 2)
    """
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    if "paged" in query:
        number = query.pop("paged")
        listing = urlunsplit(parts._replace(query=urlencode(query), fragment=""))
        return (listing, int(number)) if _NUMBER.fullmatch(number) else (url, 1)
    match = _NUMBERED.fullmatch(parts.path)
    if not match:
        return url, 1
    return urlunsplit(parts._replace(path=match["listing"])), int(match["number"])


def listing_page(listing: str, number: int) -> str:
    """Return the address of page *number* of a listing.

    >>> listing_page("https://minanews.net/category/opini", 2)
    'https://minanews.net/category/opini/page/2/'
    >>> listing_page("https://minanews.net/?cat=4", 2)
    'https://minanews.net/?cat=4&paged=2'
    >>> listing_page("https://minanews.net/category/opini/feed/", 2)
    'https://minanews.net/category/opini/feed/?paged=2'
    """
    if number == 1:
        return listing
    parts = urlsplit(listing)
    if parts.query or parts.path.endswith("/feed/"):
        query = "&".join(filter(None, (parts.query, f"paged={number}")))
        return urlunsplit(parts._replace(query=query))
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/page/{number}/"))


def archive_address(root: str, day: date, depth: int = 3) -> str:
    """Return the address of the archive of a year (depth 1), a month (2) or a day (3).

    >>> from datetime import date
    >>> archive_address("https://minanews.net/", date(2020, 9, 26))
    'https://minanews.net/2020/09/26/'
    >>> archive_address("https://minanews.net/", date(2020, 9, 26), depth=1)
    'https://minanews.net/2020/'
    """
    return root + day.strftime(("%Y/", "%Y/%m/", "%Y/%m/%d/")[depth - 1])
