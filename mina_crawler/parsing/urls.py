"""Addresses: the one spelling by which an article or a picture is known."""

from __future__ import annotations

import re
from functools import lru_cache
from posixpath import splitext
from typing import TYPE_CHECKING
from urllib.parse import (
    SplitResult,
    parse_qs,
    unquote,
    urljoin,
    urlsplit,
    urlunsplit,
)

from mina_crawler.parsing.url_paths import segments_of

if TYPE_CHECKING:
    from collections.abc import Iterable

PRODUCTION = ("minanews.net", "mirajnews.com")
"""The agency's own domains: always https, never ``www.``. Any other host stays as served."""

EDITIONS = ("id", "en", "ar")

ID_PARAMETERS = ("p", "page_id")
"""Short addresses (``/?p=123``): only the site's redirect can tell what they stand for."""

RENDERINGS = ("amp", "feed", "rss", "rss2", "rdf", "atom", "embed", "trackback")
"""Last parts of a path that ask for the same article in another form."""

_DOMAINS = f"(?:{'|'.join(map(re.escape, PRODUCTION))})"
_OURS = rf"https://(?!www\.)(?:([a-z]+)\.)?{_DOMAINS}"
_PLAIN_ARTICLE = re.compile(rf"{_OURS}/([\w-]+)/?", re.ASCII)
_PLAIN_ELSEWHERE = re.compile(
    rf"https?://(?![\w.-]*{_DOMAINS}[:/])[a-z\d.-]+(?::\d+)?/[\w-]+/?", re.ASCII
)
_PLAIN_IMAGE = re.compile(rf"{_OURS}(?:/[\w-][\w.-]*)+", re.ASCII)
"""In the one spelling already, but for an article's last slash: most addresses of the site are."""

_PAGE = re.compile(r"[1-9]\d{0,2}")
_NUMERIC = re.compile(r"[\d/]*")
_PHOTON = re.compile(r"i\d\.wp\.com")
_SIZE = re.compile(r"-(?:(?:scaled|rotated|\d{2,4}x\d{2,4})(?:-(?!$)|$)){1,4}$")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff\u200b\u200e\u200f\ud800-\udfff]+")


def canonical_url(url: str) -> str:
    """Return the address by which the article at *url* is known.

    >>> canonical_url("http://www.minanews.net/judul-berita/2?utm_source=rss#more")
    'https://minanews.net/judul-berita/'
    >>> canonical_url("https://ar.minanews.net/%d9%82%d8%af%d8%b3")
    'https://ar.minanews.net/%D9%82%D8%AF%D8%B3/'
    >>> canonical_url("http://127.0.0.1:8080/judul")
    'http://127.0.0.1:8080/judul/'
    """
    return partition_page_number(url)[0]


@lru_cache(maxsize=256)  # each part of a crawl asks anew by which address a page is known
def partition_page_number(url: str) -> tuple[str, int]:
    """Return the canonical address of *url* and the number of the page it asks for.

    >>> partition_page_number("https://minanews.net/judul-berita/3/")
    ('https://minanews.net/judul-berita/', 3)
    >>> partition_page_number("https://minanews.net/2018/03/19/")
    ('https://minanews.net/2018/03/19/', 1)
    """
    # To take an address apart takes 10 times as long.
    if _PLAIN_ARTICLE.fullmatch(url) or _PLAIN_ELSEWHERE.fullmatch(url):
        return url if url.endswith("/") else f"{url}/", 1
    parts = _split(url)
    segments = segments_of(parts.path)
    while len(segments) > 1 and segments[-1] in RENDERINGS:
        segments.pop()
    number = 1
    if len(segments) > 1 and _PAGE.fullmatch(segments[-1]) and not _is_archive(segments):
        number = int(segments.pop())
        if len(segments) > 1 and segments[-1] == "page":
            segments.pop()
    query = "" if segments else _short_query(parts.query)
    return urlunsplit((*_origin(parts), _path(segments), query, "")), number


_ROOTED = re.compile(r"(?:/\w[\w-]*(?:\.[\w-]+)*)++/?")
_ORIGIN = re.compile(r"https?://[^/?#\s]+(?=/)")


def absolute_url(url: str, base: str) -> str:
    """Return where *url* leads on the page at *base*; empty for what is no address at all.

    >>> absolute_url("/judul-lain/", "https://minanews.net/judul/")
    'https://minanews.net/judul-lain/'
    """
    if url.startswith(("http://", "https://")):  # nearly all are: to join takes 30 times as long
        return url.strip()
    if _ROOTED.fullmatch(url) and (origin := _ORIGIN.match(base)):
        return f"{origin[0]}{url}"
    try:
        return urljoin(base, url.strip())
    except ValueError:  # "http://["
        return ""


@lru_cache(maxsize=256)  # four of five are asked for again
def canonical_image(url: str) -> str:
    """Return the original address of a picture: no Photon host in front, no query.

    >>> canonical_image("https://i0.wp.com/minanews.net/wp-content/uploads/2024/10/a.jpg?fit=550%2C300&ssl=1")
    'https://minanews.net/wp-content/uploads/2024/10/a.jpg'
    """
    if _PLAIN_IMAGE.fullmatch(url):
        return url
    parts = _split(url)
    if parts.scheme not in {"http", "https"}:
        return url.strip()
    if _PHOTON.fullmatch(parts.netloc.lower()):
        parts = _split("https:/" + parts.path)
    return urlunsplit((*_origin(parts), "/" + "/".join(segments_of(parts.path)), "", ""))


@lru_cache(maxsize=256)
def image_stem(url: str) -> str:
    """Return what all sizes of one uploaded picture have in common: its path, without the host.

    >>> image_stem("https://minanews.net/wp-content/uploads/2024/10/aksi-300x199.jpg")
    '/wp-content/uploads/2024/10/aksi'
    """
    return _SIZE.sub("", splitext(_split(canonical_image(url)).path)[0])


@lru_cache(maxsize=256)  # three of four are asked for again
def _is_resized(url: str) -> bool:
    """Tell whether *url* is that of an uploaded picture made smaller."""
    end = splitext(url)[0][-12:]  # one size is no longer
    return _SIZE.search(end) is not None


def original_of(url: str, others: Iterable[str]) -> str:
    """Return the last of *others* that is the upload which *url* shows smaller, or else *url*.

    >>> original_of("https://minanews.net/a-300x199.jpg", ["https://minanews.net/a.jpg?x=1"])
    'https://minanews.net/a.jpg'
    >>> original_of("https://minanews.net/a-300x199.jpg", ["https://minanews.net/b.jpg"])
    'https://minanews.net/a-300x199.jpg'
    """
    if not _is_resized(url):
        return url
    kind, stem = splitext(url)[1], image_stem(url)
    for other in map(canonical_image, others):
        if splitext(other)[1] == kind and image_stem(other) == stem and not _is_resized(other):
            url = other
    return url


def edition_of(url: str) -> str:
    """Return the edition an address belongs to, by its host or the first part of its path.

    >>> edition_of("https://en.minanews.net/headline/"), edition_of("https://minanews.net/judul/")
    ('en', 'id')
    """
    plain = _PLAIN_ARTICLE.fullmatch(url)
    names = plain.groups() if plain else _first_names(_split(url))
    return next((name for name in names if name in EDITIONS), EDITIONS[0])


def _first_names(parts: SplitResult) -> list[str]:
    """Return the first label of the host and the first part of the path."""
    labels = parts.netloc.lower().removeprefix("www.").split(".")[:1]
    return labels + segments_of(parts.path)[:1]


def slug_of(url: str) -> str:
    """Return the slug in the address of an article, decoded; empty where there is none.

    >>> slug_of("http://www.mirajnews.com/2012/11/judul-berita.html")
    'judul-berita'
    """
    last = _split(canonical_url(url)).path.rstrip("/").rpartition("/")[2]
    return unquote(last).removesuffix(".html")


def _split(url: str) -> SplitResult:
    """Return the parts of *url*; of one that is none, an empty host and all of it as the path."""
    clean = (url if url.isprintable() else _UNPRINTABLE.sub("", url)).strip()
    if clean.startswith("//"):
        clean = "https:" + clean
    try:
        parts = urlsplit(clean)
        parts.port  # noqa: B018 - raises on a port that is no number
    except ValueError:
        return SplitResult("", "", clean.partition("?")[0], "", "")
    return parts


def _origin(parts: SplitResult) -> tuple[str, str]:
    """Return scheme and host: the agency's own normalised, others as served."""
    host = (parts.hostname or "").removeprefix("www.")
    ours = _is_production(host) and parts.port in {None, 80, 443}
    return ("https", host) if ours else (parts.scheme, parts.netloc.lower())


def _is_production(host: str) -> bool:
    """Tell whether *host* is a domain of the agency or one under it."""
    return any(host == domain or host.endswith(f".{domain}") for domain in PRODUCTION)


def _path(segments: list[str]) -> str:
    """Return *segments* as a path with one trailing slash, but for a file such as ``slug.html``."""
    if not segments:
        return "/"
    tail = "" if splitext(segments[-1])[1] == ".html" else "/"
    return "/" + "/".join(segments) + tail


def _is_archive(segments: list[str]) -> bool:
    """Tell whether a number at the end is a month or a day (``/2018/03/19/``)."""
    return _NUMERIC.fullmatch("/".join(segments)) is not None


def _short_query(query: str) -> str:
    """Return the ``p=123`` of a short address, nothing of any other query."""
    given = parse_qs(query, max_num_fields=None)
    pairs = ((name, given[name][0]) for name in ID_PARAMETERS if name in given)
    return next((f"{name}={value}" for name, value in pairs if value.isdecimal()), "")
