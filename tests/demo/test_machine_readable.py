"""Feeds, sitemaps and the REST API agree with the truth."""

from __future__ import annotations

import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from parsel import Selector

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.standin import StandIn


def xml(site: StandIn, path: str) -> Selector:
    page = Selector(site.get(path), type="xml")
    page.remove_namespaces()
    return page


def rest(site: StandIn, path: str) -> Any:
    return json.loads(site.get(f"wp-json/wp/v2/{path}"))


def all_posts(site: StandIn, query: str = "") -> list[dict[str, Any]]:
    return [post for n in (1, 2) for post in rest(site, f"posts?per_page=60&page={n}{query}")]


def test_the_feed_holds_the_ten_newest(site: StandIn) -> None:
    items = xml(site, "feed/").css("item")
    newest = site.truth()[:-11:-1]
    links = [link.partition("?utm_source=rss")[0] for link in items.css("link::text").getall()]
    dates = [parsedate_to_datetime(text) for text in items.css("pubDate::text").getall()]
    assert links == [line["url"] for line in newest]
    assert dates == [datetime.fromisoformat(line["published_at"]) for line in newest]


def test_the_feed_of_a_category_holds_its_own(site: StandIn) -> None:
    expected = [line["title"] for line in site.truth() if "Ekonomi" in line["categories"]]
    titles = xml(site, "category/ekonomi/feed/").xpath("//item/title/text()").getall()
    assert titles == expected[:-11:-1]


@pytest.mark.parametrize(
    ("given", "answered"), [("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")]
)
def test_a_known_feed_is_not_sent_again_until_something_is_new(
    given: str, answered: str, serve: Callable[..., StandIn]
) -> None:
    site = serve(articles=20)
    with urlopen(f"{site.site}feed/") as response:
        known = response.headers[answered]
    request = Request(f"{site.site}feed/", headers={given: known})
    with pytest.raises(HTTPError, match="304") as answer:
        urlopen(request)
    answer.value.close()
    site.control("publish")
    with urlopen(request) as response:
        assert response.status == 200


def test_the_sitemap_holds_every_article_with_its_time_of_change(site: StandIn) -> None:
    [posts] = [
        loc for loc in xml(site, "wp-sitemap.xml").css("loc::text").getall() if "post-" in loc
    ]
    entries = xml(site, posts.removeprefix(site.site)).css("url")
    assert dict(
        zip(entries.css("loc::text").getall(), entries.css("lastmod::text").getall(), strict=True)
    ) == {line["url"]: line["modified_at"] for line in site.truth()}


def test_the_rest_api_holds_every_article(site: StandIn) -> None:
    truth = site.truth()[::-1]
    posts = all_posts(site)
    assert [post["link"] for post in posts] == [line["url"] for line in truth]
    assert [post["id"] for post in posts] == [line["post_id"] for line in truth]
    assert [unescape(post["title"]["rendered"]) for post in posts] == [t["title"] for t in truth]
    assert [f"{post['date']}+07:00" for post in posts] == [t["published_at"] for t in truth]


def test_the_rest_api_resolves_categories_tags_and_authors(site: StandIn) -> None:
    names = {
        kind: {entry["id"]: unescape(entry["name"]) for entry in rest(site, f"{kind}?per_page=100")}
        for kind in ("categories", "tags", "users")
    }
    for post, line in zip(all_posts(site), site.truth()[::-1], strict=True):
        assert [names["categories"][key] for key in post["categories"]] == line["categories"]
        assert [names["tags"][key] for key in post["tags"]] == line["tags"]
        assert [names["users"][post["author"]]] == line["reporters"]


def test_the_rest_api_hands_out_the_whole_text(site: StandIn) -> None:
    posts = {post["link"]: post["content"]["rendered"] for post in all_posts(site)}
    for line in site.truth():
        words = re.sub(r"\W+", "", unescape(re.sub(r"<[^>]*>", "", posts[line["url"]])))
        assert posts[line["url"]].count("<!--nextpage-->") == line["pages"] - 1
        assert all(re.sub(r"\W+", "", block) in words for block in line["text"].split("\n\n"))


def test_the_totals_stand_in_the_headers(site: StandIn) -> None:
    with urlopen(f"{site.site}wp-json/wp/v2/posts?per_page=50") as response:
        assert response.headers["X-WP-Total"] == "120"
        assert response.headers["X-WP-TotalPages"] == "3"


@pytest.mark.parametrize("query", ["page=13", "per_page=101", "page=0", "after=kemarin"])
def test_an_impossible_question_is_a_bad_request(query: str, site: StandIn) -> None:
    assert site.status(f"wp-json/wp/v2/posts?{query}") == 400


def test_after_and_before_take_the_zone_of_the_site(site: StandIn) -> None:
    moments = [line["published_at"] for line in site.truth()]
    query = f"posts?per_page=100&after={moments[40][:19]}&before={moments[60][:19]}&order=asc"
    assert [post["date"] for post in rest(site, query)] == [text[:19] for text in moments[41:60]]


def test_modified_after_finds_an_edit(serve: Callable[..., StandIn]) -> None:
    site = serve(articles=30)
    newest = max(line["modified_at"] for line in site.truth())
    [edited] = site.control("edit")["edited"]
    found = rest(site, f"posts?modified_after={newest[:19]}")
    assert [post["link"] for post in found] == [edited]


def test_rest_route_is_the_same_api(site: StandIn) -> None:
    assert json.loads(site.get("?rest_route=/wp/v2/posts")) == rest(site, "posts")


def test_fields_leave_out_the_rest(site: StandIn) -> None:
    assert list(rest(site, "posts?_fields=id,title.rendered&per_page=1")[0]) == ["id", "title"]


def test_embed_brings_author_picture_and_terms(site: StandIn) -> None:
    [post] = rest(site, "posts?_embed=1&per_page=1")
    line, embedded = site.truth()[-1], post["_embedded"]
    assert [author["name"] for author in embedded["author"]] == line["reporters"]
    terms = {term["name"] for kind in embedded["wp:term"] for term in kind}
    assert terms == {*line["categories"], *line["tags"]}


def test_the_picture_of_an_article_can_be_asked_for(site: StandIn) -> None:
    line = next(line for line in site.truth() if line["image"])
    [post] = rest(site, f"posts?include={line['post_id']}")
    [picture] = rest(site, f"media?include={post['featured_media']}")
    assert picture["source_url"] == line["image"]["url"]
    assert line["image"]["caption"] in unescape(picture["caption"]["rendered"])
