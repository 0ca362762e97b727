"""Which categories are walked, and how far."""

from __future__ import annotations

from tests.discovery.sites import listing, search

SECOND = '<a class="page-numbers" href="/page/2/">2</a>'


def test_the_front_page_of_a_site_without_categories_is_walked_to_its_end() -> None:
    site = {"": listing("satu", "dua", head=SECOND), "page/2/": listing("tiga")}
    found = search("category", site)
    assert found.paths == ["satu/", "dua/", "tiga/"]
    assert found.is_complete


def test_categories_that_have_but_numbers_are_each_walked() -> None:
    menu = "".join(f'<li class="cat-item"><a href="/?cat={n}">Rubrik</a></li>' for n in (3, 4))
    site = {
        "": listing("satu", head=f"<ul>{menu}</ul>"),
        "?cat=3": listing("satu", "dua"),
        "?cat=4": listing("satu", "tiga"),
    }
    assert search("category", site).paths.count("tiga/") == 1
    assert search("category", site).paths.count("dua/") == 1
