"""Listings as themes print them: what is an entry, what comes next, what is furniture."""

from __future__ import annotations

from datetime import date

import pytest
from scrapy.http import HtmlResponse

from mina_crawler.pages.listing import ListingPage

HERE = "https://minanews.net/category/nasional/"

CLASSIC = """<body class="archive category"><header><h1><a href="/">MINA</a></h1>
<nav><ul><li class="menu-item-object-category"><a href="/rubrik/palestina/">Palestina</a></li>
<li><a href="/category/opini/">Opini</a></li><li><a href="/profil/">Profil</a></li></ul></nav>
</header>
<main><article class="post hentry"><h2 class="entry-title">
<a href="https://minanews.net/warga-tanam-pohon/" rel="bookmark">Warga Tanam Pohon</a></h2>
<time datetime="2020-09-26T03:53:00+07:00">Sabtu</time>
<a rel="category tag" href="/category/nasional/daerah/">Daerah</a><a href="/author/rana/">Rana</a>
<a href="/warga-tanam-pohon/#comments">2 komentar</a></article>
<article class="post hentry"><h2 class="entry-title">
<a href="/pasar_halal-2">Pasar Halal</a></h2></article>
<nav class="pagination"><span class="current">1</span>
<a class="page-numbers" href="/category/nasional/page/2/">2</a>
<a class="page-numbers" href="/category/nasional/page/17/">17</a></nav></main>
<aside class="widget-area"><section class="widget"><h3>
<a href="/terpopuler-lama/">Lama</a></h3></section></aside>
<footer><a href="/redaksi/">Redaksi</a></footer></body>"""

BLOCK = """<body class="home blog"><div class="wp-block-query"><ul class="wp-block-post-template">
<li class="wp-block-post"><h2 class="wp-block-post-title"><a href="/satu/">Satu</a></h2>
<div class="wp-block-post-date"><time datetime="2021-01-02T08:00:00+07:00">2</time></div></li>
<li class="wp-block-post"><figure><a href="/dua/"><img src="/a.jpg"></a></figure>
<h2 class="wp-block-post-title"><a href="/dua/">Dua</a></h2></li></ul>
<nav class="wp-block-query-pagination">
<a class="wp-block-query-pagination-next" href="/page/2/">Next</a></nav>
</div></body>"""

BARE = """<body><div class="grid"><div class="card"><a href="/satu/"><img></a>
<p><a href="/satu/">Satu</a></p>
</div><div class="card"><p><a href="/dua/">Dua</a></p></div></div>
<div id="sidebar"><a href="/tiga/">Tiga</a></div></body>"""


HASHED = """<body><h1><a href="/">MINA</a></h1>
<div class="_m"><a href="/redaksi/">Susunan Redaksi</a></div><div class="_l">
<a class="_x" href="/satu/"><div class="_t">Warga Tanam Pohon di Lereng</div></a>
<a class="_x" href="/dua/"><div class="_t">Pasar Halal Dibuka di Depok</div></a></div></body>"""


def page(body: str, url: str = HERE) -> ListingPage:
    """Return the listing that *body* is."""
    return ListingPage(HtmlResponse(url, body=body.encode(), encoding="utf-8"))


def paths(listing: ListingPage, *, sure: bool = True) -> list[str]:
    """Return the paths of the entries that are, or are not, sure."""
    return [e.url.removeprefix("https://minanews.net") for e in listing.entries if e.sure is sure]


@pytest.mark.parametrize(
    ("body", "expected"),
    [(CLASSIC, ["/warga-tanam-pohon/", "/pasar_halal-2"]), (BLOCK, ["/satu/", "/dua/"])],
    ids=["classic theme", "block theme"],
)
def test_headlines_are_entries_and_furniture_is_not(body: str, expected: list[str]) -> None:
    assert paths(page(body)) == expected
    assert paths(page(body), sure=False) == []


def test_links_without_headlines_are_taken_but_not_trusted() -> None:
    listing = page(BARE)
    assert paths(listing) == []
    assert paths(listing, sure=False) == ["/satu/", "/dua/"]
    assert not listing.is_empty


@pytest.mark.parametrize("url", [HERE, f"{HERE}page/2/"])
def test_links_that_read_like_headlines_are_entries_where_none_is_marked_up(url: str) -> None:
    listing = page(HASHED, url)
    assert paths(listing) == ["/satu/", "/dua/"]
    assert not listing.is_empty


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/satu/'><img alt='Warga Tanam Pohon di Lereng'></a>",
        "<a href='/satu/' title='Warga Tanam Pohon di Lereng'><img></a>",
        "<a href='/satu/' aria-label='Warga Tanam Pohon di Lereng'></a>",
    ],
)
def test_a_link_may_read_like_a_headline_without_a_text(link: str) -> None:
    assert paths(page(f"<body><div>{link}</div></body>", f"{HERE}page/2/")) == ["/satu/"]


def test_past_its_first_page_a_listing_without_headlines_is_over() -> None:
    assert page(BARE, f"{HERE}page/2/").is_empty


def test_a_sidebar_with_headlines_is_no_entry() -> None:
    assert "/terpopuler-lama/" not in paths(page(CLASSIC))


def test_the_day_printed_beside_an_entry_is_its_own() -> None:
    assert [entry.day for entry in page(CLASSIC).entries] == [date(2020, 9, 26), None]


def test_categories_are_known_by_menu_by_rel_and_by_path() -> None:
    found = [url.removeprefix("https://minanews.net") for url in page(CLASSIC).category_urls]
    assert sorted(found) == ["/category/nasional/daerah/", "/category/opini/", "/rubrik/palestina/"]


def test_the_last_page_number_is_read_from_the_pagination() -> None:
    listing = page(CLASSIC)
    assert (listing.last_number, listing.next_url) == (17, f"{HERE}page/2/")


def test_numbers_of_another_listing_are_not_this_ones() -> None:
    listing = page(CLASSIC, "https://minanews.net/category/opini/")
    assert (listing.last_number, listing.is_paginated) == (None, False)


def test_a_page_with_a_number_but_no_links_to_others_may_have_a_successor() -> None:
    second = page("<body><h2><a href='/kabar/'>Kabar</a></h2></body>", f"{HERE}page/2/")
    assert (second.number, second.is_paginated, second.next_url) == (2, False, None)


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="next" href="/category/nasional/page/2/">',
        '<a rel="next" href="/category/nasional/page/2/">Lama</a>',
        '<a class="next page-numbers" href="/category/nasional/page/2">&raquo;</a>',
        '<div class="nav-previous"><a href="/category/nasional/page/2/">Tulisan lama</a></div>',
    ],
)
def test_the_next_page_is_known_by_how_themes_mark_it(link: str) -> None:
    assert (page(f"<body>{link}</body>").next_url or "").rstrip("/") == f"{HERE}page/2"


def test_a_next_link_that_leads_elsewhere_is_no_next_page() -> None:
    assert page('<body><a rel="next" href="/kisah-lain/">Kisah lain</a></body>').next_url is None


@pytest.mark.parametrize("body_class", ["error404", "search search-no-results"])
def test_a_listing_that_says_so_itself_is_empty(body_class: str) -> None:
    body = CLASSIC.replace("archive category", body_class)
    assert page(body).is_empty


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://minanews.net/", True),
        ("https://minanews.net/page/2/", False),
        (HERE, False),
        ("https://minanews.net/?cat=3", False),
    ],
)
def test_the_front_page_is_known_by_its_address(url: str, *, expected: bool) -> None:
    assert page(CLASSIC, url).is_front_page is expected
