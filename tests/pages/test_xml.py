"""Sitemaps and feeds: well-formed, compressed, broken and hostile."""

from __future__ import annotations

import gzip
from datetime import date

import pytest
from scrapy.http import Response

from mina_crawler.pages.feed import FeedPage
from mina_crawler.pages.sitemap import Sitemap

ROOT = "https://minanews.net/"
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
URLSET = (
    f"<?xml version='1.0'?><urlset {NAMESPACE}>"
    f"<url><loc> {ROOT}warga-tanam-pohon/ </loc><lastmod>2021-04-04T04:35:00+07:00</lastmod></url>"
    f"<url><loc>{ROOT}panen-raya/</loc><lastmod>2021-04-04</lastmod></url>"
    f"<url><loc>{ROOT}tanpa-tanggal/</loc></url></urlset>"
)
RSS = (
    "<?xml version='1.0'?><rss><channel><item><title>Warga</title>"
    f"<link>{ROOT}warga-tanam-pohon/?utm_source=rss&#038;utm_medium=rss</link>"
    "<pubDate>Sat, 03 Apr 2021 21:35:00 +0000</pubDate></item></channel></rss>"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link rel='replies' href='x'/>"
    f"<link rel='alternate' href='{ROOT}warga-tanam-pohon/'/>"
    "<published>2021-04-03T21:35:00Z</published></entry></feed>"
)


def sitemap(body: str | bytes) -> Sitemap:
    return Sitemap(
        Response(f"{ROOT}s.xml", body=body if isinstance(body, bytes) else body.encode())
    )


def feed(body: str) -> FeedPage:
    return FeedPage(Response(f"{ROOT}feed/", body=body.encode()))


@pytest.mark.parametrize("body", [URLSET, gzip.compress(URLSET.encode())], ids=["plain", "gz"])
def test_a_sitemap_tells_addresses_and_when_each_was_changed_at_the_latest(
    body: str | bytes,
) -> None:
    found = sitemap(body)
    assert [(e.url, e.changed_at and e.changed_at.isoformat()) for e in found.entries] == [
        (f"{ROOT}warga-tanam-pohon/", "2021-04-04T04:35:00+07:00"),
        (f"{ROOT}panen-raya/", "2021-04-05T00:00:00+07:00"),
        (f"{ROOT}tanpa-tanggal/", None),
    ]
    assert not found.is_broken


@pytest.mark.parametrize("cut", [200, 260, 330])
def test_a_sitemap_that_was_cut_short_is_broken_yet_read_as_far_as_it_goes(cut: int) -> None:
    found = sitemap(URLSET[:cut])
    assert found.is_broken
    assert found.entries[0].url == f"{ROOT}warga-tanam-pohon/"


@pytest.mark.parametrize(
    "body", ["", "<html><body>404</body></html>", "\x00", b"\x1f\x8b\x08junk"], ids=repr
)
def test_what_is_no_sitemap_is_broken(body: str | bytes) -> None:
    assert sitemap(body).is_broken


def test_entities_are_neither_expanded_nor_fetched() -> None:
    hostile = (
        "<?xml version='1.0'?><!DOCTYPE u [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
        f"<urlset {NAMESPACE}><url><loc>{ROOT}&f;</loc></url></urlset>"
    )
    assert [entry.url for entry in sitemap(hostile).entries] == [ROOT]


SPOILT = {
    "control characters": b"\x0b\x1f",
    "numbers of control characters": b"&#11;&#x1F;",
    "another encoding": b"\xe9",
    "entities of HTML": b"&nbsp;&hellip;",
    "bare ampersands": b"a & b&c=1",
}


@pytest.mark.parametrize("junk", SPOILT.values(), ids=SPOILT)
def test_what_spoils_a_document_and_means_nothing_is_passed_over(junk: bytes) -> None:
    page = FeedPage(Response(ROOT, body=RSS.encode().replace(b"Warga<", b"Warga" + junk + b"<")))
    assert ([entry.url for entry in page.entries], page.is_broken) == (
        [f"{ROOT}warga-tanam-pohon/"],
        False,
    )


@pytest.mark.parametrize(
    "before",
    [b"\r\n\n", b"\xef\xbb\xbf\n", b"<br />\n<b>Notice</b>: x in <b>/a.php</b><br />\n"],
    ids=repr,
)
def test_what_stands_before_a_document_is_passed_over(before: bytes) -> None:
    found = sitemap(before + URLSET.encode())
    assert (len(found.entries), found.is_broken) == (3, False)


@pytest.mark.parametrize("encoding", ["UTF-16", "x-tidak-ada", "us-ascii"])
def test_a_document_in_another_encoding_than_it_says_is_read(encoding: str) -> None:
    told = f"<?xml version='1.0' encoding='{encoding}'?>"
    page = feed(RSS.replace("<?xml version='1.0'?>", told).replace("Warga<", "Warga’s<"))
    assert (len(page.entries), page.is_broken) == (1, False)


@pytest.mark.parametrize("cut", [100, 200])
def test_a_spoilt_document_that_was_cut_short_is_broken(cut: int) -> None:
    assert feed(RSS.replace("Warga<", "Warga\x0b<")[:cut]).is_broken


@pytest.mark.parametrize("address", ["https://www.minanews.net/judul/", f"{ROOT}2012/11/a.html"])
def test_the_site_is_asked_by_its_own_spelling_of_an_address(address: str) -> None:
    item = f"<item><link>{address}?utm_source=rss&amp;utm_campaign=judul</link></item>"
    assert [e.url for e in feed(f"<rss><channel>{item}</channel></rss>").entries] == [address]


@pytest.mark.parametrize("link", ["", "<link/>", "<link> </link>"])
def test_an_item_without_a_link_is_known_by_its_identifier(link: str) -> None:
    item = f"<item>{link}<guid isPermaLink='false'>{ROOT}?p=77</guid></item>"
    page = feed(f"<rss><channel>{item}</channel></rss>")
    assert [entry.url for entry in page.entries] == [f"{ROOT}?p=77"]


@pytest.mark.parametrize("body", [RSS, ATOM], ids=["RSS", "Atom"])
def test_a_feed_tells_addresses_and_days_of_the_sites_zone(body: str) -> None:
    page = feed(body)
    assert [(entry.url, entry.day) for entry in page.entries] == [
        (f"{ROOT}warga-tanam-pohon/", date(2021, 4, 4))
    ]
    assert not page.is_broken


def test_a_page_where_a_feed_should_be_is_broken() -> None:
    assert feed("<html><body><p>Just a moment</p></body></html>").is_broken


@pytest.mark.parametrize("name", ["rssminanws.net:", "a b", "1", "\x01"])
def test_a_root_whose_name_is_none_is_broken(name: str) -> None:
    body = f"<{name}/warga-Date>nel</{name}>"
    assert sitemap(body).is_broken
    assert feed(body).is_broken


@pytest.mark.parametrize("entry", ["<url/>", "<item/>", "<url><loc>/warga/</loc></url>"])
def test_a_document_that_grows_beyond_measure_is_broken(entry: str) -> None:
    bomb = gzip.compress(f"<urlset>{entry * 2_000_000}</urlset>".encode())
    assert (sitemap(bomb).is_broken, sitemap(bomb).entries) == (True, [])
