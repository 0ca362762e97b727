"""Links: where those of a stranger's page lead, if anywhere on the web."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin, urlsplit, urlunsplit

WEB = frozenset({"http", "https"})


def parse_link(link: str, base: str) -> str | None:
    """Return the address on the web that *link* on the page at *base* leads to, if any.

    >>> parse_link(" /judul-lain/#komentar", "https://minanews.net/judul/")
    'https://minanews.net/judul-lain/'
    >>> [parse_link(link, "https://minanews.net/") for link in
    ...  ("http://[", "ftp://minanews.net/a/", "javascript:0", "http://minanews.net:99999/")]
    [None, None, None, None]
    """
    if not link.strip():
        return None
    try:
        url = urldefrag(urljoin(base, link.strip())).url
        parts = urlsplit(url)
        is_possible = parts.port != 0 and bool(parts.hostname)
    except ValueError:  # no host, no port: urllib tells by whichever part it looks at first
        return None
    return url if is_possible and parts.scheme in WEB else None


def with_scheme_of(root: str, url: str) -> str:
    """Return *url* as https where the site at *root* is: many a list keeps what it once was.

    >>> with_scheme_of("https://minanews.net/", "http://minanews.net/judul/")
    'https://minanews.net/judul/'
    >>> with_scheme_of("https://minanews.net/", "http://www.mirajnews.com/2012/11/judul.html")
    'http://www.mirajnews.com/2012/11/judul.html'
    """
    ours, parts = urlsplit(root), urlsplit(url)
    return urlunsplit(parts._replace(scheme=ours.scheme)) if ours.netloc == parts.netloc else url
