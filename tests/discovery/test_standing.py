"""How many articles an archive is seen to list."""

from __future__ import annotations

import asyncio

import pytest

from mina_crawler.discovery.site import Found
from mina_crawler.discovery.spans import year_of
from mina_crawler.discovery.standing import look
from tests.discovery.sites import ROOT, Wire, listing, site_on


@pytest.mark.parametrize(("met", "articles"), [("satu dua", 2), ("satu", None), ("", None)])
def test_an_archive_that_shows_a_new_article_is_not_counted(met: str, articles: int | None) -> None:
    site = site_on(Wire({"2020/": listing("satu", "dua")}), source="pages")
    site.begin("category", ROOT).claimed = 2
    for slug in met.split():
        site.ask(Found(f"{ROOT}{slug}/", "category"))
    assert asyncio.run(look(site, year_of(2020))).articles == articles
