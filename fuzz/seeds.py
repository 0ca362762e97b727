"""What fuzzing begins with: the pages of the tests, and pieces of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures"
POST = {
    "id": 7, "link": "https://minanews.net/warga-tanam-pohon/",
    "title": {"rendered": "Warga Tanam Pohon"}, "excerpt": {"rendered": "<p>Warga […]</p>"},
    "date": "2020-01-01T07:00:00", "date_gmt": "2020-01-01T00:00:00", "categories": [3],
    "content": {"rendered": "<p>Jakarta, MINA – Warga menanam pohon.</p>", "protected": False},
    "_embedded": {"wp:term": [[{"id": 3, "taxonomy": "category", "name": "Kabar"}]]},
}  # fmt: skip
XML = (
    (
        "<rss><channel><item><link>https://minanews.net/warga-tanam/</link>"
        "<pubDate>Sun, 04 Apr 2021 04:35:00 +0000</pubDate></item></channel></rss>"
    ),
    (
        "<feed><entry><link rel='alternate' href='/warga-tanam/'/>"
        "<published>2021-04-04T04:35:00Z</published></entry></feed>"
    ),
    (
        "<urlset><url><loc>https://minanews.net/warga-tanam/</loc><lastmod>2021-04-04</lastmod></url>"
        "</urlset>"
    ),
    (
        "<!DOCTYPE x [<!ENTITY e 'x'>]><sitemapindex><sitemap><loc>/a.xml.gz</loc></sitemap>"
        "</sitemapindex>"
    ),
)
LINES = (
    "Moskow, 10 Rajab 1437/17 April 2016 (MINA) – Rusia siap berunding.",
    "Iwan Karim Editor : Sri Hadi - Selasa, 22 Oktober 2024 - 10:54 WIB",
    "Wartawan: Rudi Karim, Editor: Ismet Hadi, M.A.",
    "Menjaga Amanah (Oleh: Imaam Hasan Karim)",
    "3 jam lalu", "Senin, 3 Juni 2024, pukul 18.25 WIB", "منذ 3 ساعات", "القدس – مينا",
)  # fmt: skip
_PIECE = re.compile(r"<[^<>]{1,40}>|[\w:/.-]{4,30}")
WORDS = 2000


def seeds_of(target: str) -> Iterator[bytes]:
    """Yield the texts that *target* begins with."""
    if target in {"article", "listing"}:
        yield from (path.read_bytes() for path in sorted(FIXTURES.rglob("*.html")))
    elif target == "rest":
        yield json.dumps([POST]).encode()
    else:
        yield from (text.encode() for text in (XML if target == "xml" else LINES))


def words_in(texts: Iterable[bytes]) -> list[str]:
    """Return pieces of *texts* as lines of libFuzzer's dictionary."""
    pieces = {piece for text in texts for piece in _PIECE.findall(text.decode("utf-8", "replace"))}
    return [f'"{_escaped(piece)}"' for piece in sorted(pieces)[:WORDS]]


def _escaped(piece: str) -> str:
    return "".join(
        chr(byte) if 31 < byte < 127 and chr(byte) not in '"\\' else f"\\x{byte:02X}"
        for byte in piece.encode()
    )
