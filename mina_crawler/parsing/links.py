"""Links: where those of a stranger's page lead, if anywhere on the web."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin, urlsplit

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
