"""One article has one address, one picture has one address."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mina_crawler.parsing.urls import (
    canonical_image,
    canonical_url,
    edition_of,
    image_stem,
    partition_page_number,
    slug_of,
)

ONE_ARTICLE = (
    "https://minanews.net/judul-berita/",
    "https://minanews.net/judul-berita",
    "http://minanews.net/judul-berita/",
    "https://www.minanews.net/judul-berita/",
    "HTTPS://MINANEWS.NET/judul-berita/",
    "https://minanews.net:443/judul-berita/",
    "//minanews.net/judul-berita/",
    "https://minanews.net//judul-berita//",
    "https://minanews.net/x/../judul-berita/",
    "https://minanews.net/../judul-berita/",
    "https://minanews.net/./judul-berita/",
    "https://minanews.net/judul%2Dberita/",
    "https://minanews.net/judul-berita/?utm_source=rss&utm_medium=rss&utm_campaign=judul",
    "https://minanews.net/judul-berita/?p=12",
    "https://minanews.net/judul-berita/?amp",
    "https://minanews.net/judul-berita/amp/",
    "https://minanews.net/judul-berita/feed/",
    "https://minanews.net/judul-berita/feed/atom/",
    "https://minanews.net/judul-berita/#komentar",
    "https://minanews.net/judul-berita/2",
    "https://minanews.net/judul-berita/17/",
    "https://minanews.net/judul-berita/3/?utm_source=rss#a",
    " https://minanews.net/judul-berita/\n",
    "https://minanews.net/judul-\x00berita/",
)
ADDRESSES = {
    "https://minanews.net": "https://minanews.net/",
    "https://minanews.net/__trashed-6": "https://minanews.net/__trashed-6/",
    "https://minanews.net/2018/": "https://minanews.net/2018/",
    "https://minanews.net/2018/03/19": "https://minanews.net/2018/03/19/",
    "https://minanews.net/kaleidoskop/2014": "https://minanews.net/kaleidoskop/2014/",
    "https://minanews.net/212/": "https://minanews.net/212/",
    "https://minanews.net/feed": "https://minanews.net/feed/",
    "https://minanews.net/100%/": "https://minanews.net/100%25/",
    "https://minanews.net/a%2fb/": "https://minanews.net/a%2Fb/",
    "https://minanews.net/a b/": "https://minanews.net/a%20b/",
    "https://en.minanews.net/?p=123": "https://en.minanews.net/?p=123",
    "https://en.minanews.net/?p=123&utm_source=rss": "https://en.minanews.net/?p=123",
    "https://minanews.net/?s=gaza": "https://minanews.net/",
    "https://ar.minanews.net/%d9%82%d8%af%d8%b3": "https://ar.minanews.net/%D9%82%D8%AF%D8%B3/",
    "https://ar.minanews.net/قدس/": "https://ar.minanews.net/%D9%82%D8%AF%D8%B3/",
    "https://ar.minanews.net/Gaza-%d9%82%D8%aF-5/": "https://ar.minanews.net/Gaza-%D9%82%D8%AF-5/",
    "https://ar.minanews.net/%d9%82%2dx/": "https://ar.minanews.net/%D9%82-x/",
    "https://ar.minanews.net/%d9%82%d8": "https://ar.minanews.net/%D9%82%D8/",
    "http://www.mirajnews.com/2012/11/a-b.html": "https://mirajnews.com/2012/11/a-b.html",
    "http://www.mirajnews.com/2012/11/a-b.html/2": "https://mirajnews.com/2012/11/a-b.html",
    "http://127.0.0.1:8080/judul?x=1": "http://127.0.0.1:8080/judul/",
    "http://localhost:8080/judul/2/": "http://localhost:8080/judul/",
    "http://wordpress.test/judul": "http://wordpress.test/judul/",
    "http://minanews.net:8080/judul": "http://minanews.net:8080/judul/",
    "http://notminanews.net/judul": "http://notminanews.net/judul/",
}
PAGES = {
    "https://minanews.net/judul/": 1,
    "https://minanews.net/judul/2": 2,
    "https://minanews.net/judul/13/": 13,
    "https://minanews.net/judul/0/": 1,
    "https://minanews.net/category/palestina/page/4/": 4,
    "https://minanews.net/2018/03/": 1,
    "https://minanews.net/2018/03/19/": 1,
    "https://minanews.net/7/": 1,
}
IMAGES = {
    "https://minanews.net/wp-content/uploads/2024/10/a.jpg?x=1#y": (
        "https://minanews.net/wp-content/uploads/2024/10/a.jpg"
    ),
    "https://i0.wp.com/minanews.net/wp-content/uploads/2024/10/a-300x199.jpg?fit=550%2C300&ssl=1": (
        "https://minanews.net/wp-content/uploads/2024/10/a-300x199.jpg"
    ),
    "http://i2.wp.com/www.mirajnews.com/a.jpg": "https://mirajnews.com/a.jpg",
    "//minanews.net/a.jpg": "https://minanews.net/a.jpg",
    "http://127.0.0.1:8080/a.jpg?w=2": "http://127.0.0.1:8080/a.jpg",
    "https://minanews.net/foto aksi.jpg": "https://minanews.net/foto%20aksi.jpg",
    "data:image/gif;base64,R0lGOD": "data:image/gif;base64,R0lGOD",
}
EDITIONS = {
    "https://minanews.net/judul/": "id",
    "https://en.minanews.net/headline/": "en",
    "https://www.ar.minanews.net/a/": "ar",
    "http://127.0.0.1:8080/en/headline/": "en",
    "http://127.0.0.1:8080/judul/": "id",
    "": "id",
}
SLUGS = {
    "https://minanews.net/judul-berita/2/": "judul-berita",
    "http://www.mirajnews.com/2012/11/judul.html": "judul",
    "https://ar.minanews.net/%d9%82%d8%af%d8%b3/": "قدس",
    "https://minanews.net/": "",
}


@pytest.mark.parametrize("url", ONE_ARTICLE, ids=ascii)
def test_one_article(url: str) -> None:
    assert canonical_url(url) == ONE_ARTICLE[0]


@pytest.mark.parametrize(("url", "canonical"), ADDRESSES.items(), ids=map(ascii, ADDRESSES))
def test_address(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(("url", "number"), PAGES.items(), ids=PAGES)
def test_page_number(url: str, number: int) -> None:
    assert partition_page_number(url)[1] == number


@pytest.mark.parametrize(("url", "original"), IMAGES.items(), ids=IMAGES)
def test_image(url: str, original: str) -> None:
    assert canonical_image(url) == original


def test_all_sizes_of_a_picture_have_one_stem() -> None:
    sizes = ("aksi.jpg", "aksi-300x199.jpg", "aksi-scaled.jpg", "aksi-1024x768.jpg?w=2")
    assert {image_stem(f"https://minanews.net/{size}") for size in sizes} == {"/aksi"}


@pytest.mark.parametrize(("url", "edition"), EDITIONS.items(), ids=EDITIONS)
def test_edition(url: str, edition: str) -> None:
    assert edition_of(url) == edition


@pytest.mark.parametrize(("url", "slug"), SLUGS.items(), ids=SLUGS)
def test_slug(url: str, slug: str) -> None:
    assert slug_of(url) == slug


@given(st.text() | st.text().map(lambda path: f"https://minanews.net/{path}"))
def test_any_text_has_a_canonical_form_that_is_its_own(url: str) -> None:
    canonical = canonical_url(url)
    assert canonical_url(canonical) == canonical
    assert canonical_image(canonical_image(url)) == canonical_image(url)
    assert edition_of(url) in {"id", "en", "ar"}
    assert isinstance(slug_of(url), str)
    assert isinstance(image_stem(url), str)


@given(st.text())
def test_no_path_leaves_its_site(path: str) -> None:
    parts = urlsplit(canonical_url(f"https://minanews.net/{path}"))
    assert parts.hostname == "minanews.net"
    assert ".." not in parts.path.split("/")
    assert parts.geturl().isascii()
