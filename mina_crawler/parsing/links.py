"""Links: where those of a stranger's page lead, if anywhere on the web."""

from __future__ import annotations

import re
from urllib.parse import urldefrag, urljoin, urlsplit, urlunsplit

WEB = frozenset({"http", "https"})

_PLAIN = re.compile(r"https?://[\w.-]+(?:/[\w./~%+-]*)?(?:\?[\w.=&%+,-]+)?", re.ASCII)
"""What leads where it says: no port, no fragment, no sign that needs a closer look."""


def parse_link(link: str, base: str) -> str | None:
    """Return the address on the web that *link* on the page at *base* leads to, if any.

    >>> parse_link(" /judul-lain/#komentar", "https://minanews.net/judul/")
    'https://minanews.net/judul-lain/'
    >>> [parse_link(link, "https://minanews.net/") for link in
    ...  ("http://[", "ftp://minanews.net/a/", "javascript:0", "http://minanews.net:99999/")]
    [None, None, None, None]
    """
    address = link.strip()
    if not address:
        return None
    if _PLAIN.fullmatch(address):  # most are: to join and to split takes 10 times as long
        return address
    try:
        url = urldefrag(urljoin(base, address)).url
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
