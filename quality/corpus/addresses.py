"""Addresses as the site has given them: misspelt, percent-encoded, cut, with campaigns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from datetime import date

    from quality.corpus.dice import Dice

SLUG_BYTES = 200
MOVED_IN = 2018


class Address(NamedTuple):
    """Where an article is: as known, as found in a link, and the slug alone."""

    canonical: str
    found: str


def slugify(title: str) -> str:
    """Return the slug WordPress makes of *title*, percent-encoded where it is Arabic."""
    words = re.sub(r"[^\w\s-]", "", title.lower().replace("’", ""))
    slug = re.sub(r"[\s_-]+", "-", words).strip("-")
    return (
        quote(slug).lower()[:SLUG_BYTES].rsplit("%", maxsplit=1)[0].rstrip("-")
        if not slug.isascii()
        else slug
    )


def _odd(slug: str, dice: Dice) -> str:
    return dice.pick(
        (
            f"__trashed-{dice.number(2, 99)}",
            slug.replace("-", "_", 1),
            f"{slug}-2",
            slug.replace("a", "", 1),
            str(dice.number(2000, 99999)),
        )
    )


def address(title: str, edition: str, number: int, dice: Dice) -> Address:
    """Return the address of an article; *number* keeps it apart from all others."""
    slug = (
        f"{slugify(title)[:180]}-{number}"
        if title.isascii()
        else f"{slugify(title)[:150].rsplit('%', 1)[0]}-{number}"
    )
    if dice.odd("odd slug"):
        slug = f"{_odd(slug, dice)}-{number}"
    slug = re.sub(r"%(?![0-9a-f]{2})\w?", "", slug)
    host = "minanews.net" if edition == "id" else f"{edition}.minanews.net"
    canonical = f"https://{host}/{re.sub('%[0-9a-f]{2}', lambda code: code[0].upper(), slug)}/"
    found = f"https://{host}/{slug}" + ("" if dice.odd("no slash") else "/")
    if dice.odd("campaign"):
        found += f"?utm_source=rss&utm_medium=rss&utm_campaign={slug}"
    return Address(canonical, found)


def old_address(canonical: str, day: date) -> str:
    """Return the address that an article had on the old domain."""
    edition, slug = re.match(r"https://(?:(en|ar)\.)?minanews\.net/(.+)/$", canonical).groups()  # type: ignore[union-attr]
    return f"http://{edition or 'www'}.mirajnews.com/{day:%Y/%m}/{slug}.html"
