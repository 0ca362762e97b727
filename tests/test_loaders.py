"""What a page says becomes the fields of an article; each says which rule it came from."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from scrapy.http import HtmlResponse

from mina_crawler.loaders import ArticleLoader, LayoutError, load_article
from mina_crawler.pages.article import ArticlePage
from mina_crawler.pages.ladder import Rung

if TYPE_CHECKING:
    from mina_crawler.items import Article

URL = "https://minanews.net/judul-uji/"
STORY = "<p>Pasar ikan di pelabuhan lama buka sebelum azan Subuh berkumandang setiap hari.</p>"
HEADER = "<p>Rana Salim Editor : Widya Astuti - Senin, 14 Februari 2022 - 08:36 WIB</p>"


def page(
    *, head: str = "", header: str = HEADER, title: str = "<h1>Judul Uji</h1>", url: str = URL
) -> ArticlePage:
    markup = f"""<html><head>{head}</head><body class="single postid-7"><article>{title}{header}
        <div class="entry-content">{STORY}</div></article></body></html>"""
    response = HtmlResponse(url, body=markup.encode(), encoding="utf-8")
    return ArticlePage(response, fetched_at=datetime(2025, 1, 1, 7, tzinfo=UTC))


def load(*pages: ArticlePage) -> Article:
    return load_article(pages, run="r", source="url", edition="id")


def test_a_field_is_taken_from_the_first_rule_that_says_something() -> None:
    loader = ArticleLoader(site_names=[])
    loader.add_first("summary", [Rung("blank", " \xa0 "), Rung("meta", "Kabar"), Rung("last", "x")])
    assert loader.load_item() == {"summary": "Kabar"}
    assert loader.provenance == {"summary": "meta"}


def test_a_field_that_no_rule_answers_has_no_provenance() -> None:
    loader = ArticleLoader(site_names=[])
    loader.add_first("summary", [])
    assert loader.provenance == {}


def test_names_of_terms_lose_their_signs_and_come_once() -> None:
    loader = ArticleLoader(site_names=[])
    loader.add_first("tags", [Rung("links", ["#Gaza", " Gaza ", "relawan,", "#"])])
    assert loader.load_item()["tags"] == ["Gaza", "relawan"]


def test_a_title_loses_the_names_of_the_site() -> None:
    loader = ArticleLoader(site_names=["Situs Uji"])
    loader.add_first("title", [Rung("title", "Judul – Anak Judul | Situs Uji")])
    assert loader.load_item()["title"] == "Judul – Anak Judul"


def test_the_header_gives_names_and_moment() -> None:
    article = load(page())
    assert article.reporters == ["Rana Salim"]
    assert article.editors == ["Widya Astuti"]
    assert article.published_at == "2022-02-14T08:36:00+07:00"
    assert article.published_raw == "Senin, 14 Februari 2022 - 08:36 WIB"
    assert article.provenance["reporters"] == article.provenance["published_at"] == "header"


def test_a_moment_with_a_false_zone_loses_and_is_told() -> None:
    published = '<meta property="article:published_time" content="2022-02-14T08:36:10+00:00">'
    article = load(page(head=published))
    assert article.published_at == "2022-02-14T08:36:10+07:00"
    assert len(article.warnings) == 1
    assert article.warnings[0].startswith("published_at: opengraph says 08:36 UTC, the page prints")


def time_of_update(value: str) -> str:
    return f'{HEADER}<time class="updated" datetime="{value}"></time>'


def test_an_old_theme_s_updated_is_the_publication_in_a_false_zone() -> None:
    article = load(page(header=time_of_update("2022-02-14T08:36:10+00:00")))
    assert article.modified_at == "2022-02-14T08:36:10+07:00"
    assert any("a zone known to be false" in warning for warning in article.warnings)


def test_another_updated_is_an_edit_in_true_utc() -> None:
    article = load(page(header=time_of_update("2022-02-14T03:10:00+00:00")))
    assert article.modified_at == "2022-02-14T10:10:00+07:00"
    assert article.warnings == []


def test_a_line_that_tells_an_update_is_not_the_publication() -> None:
    update = "<p>Diperbarui: Selasa, 15 Februari 2022 - 09:00 WIB</p>"
    article = load(page(header=update + HEADER))
    assert article.published_at == "2022-02-14T08:36:00+07:00"
    assert article.modified_at == "2022-02-15T09:00:00+07:00"


def test_a_date_for_machines_only_is_printed_nowhere() -> None:
    published = '<meta property="article:published_time" content="2022-02-14T01:36:00Z">'
    article = load(page(head=published, header=""))
    assert article.published_at == "2022-02-14T08:36:00+07:00"
    assert article.published_raw is None


def test_the_words_of_the_time_element_are_what_the_page_prints() -> None:
    time = '<time datetime="2022-02-14T08:36:00+07:00">14 Februari 2022</time>'
    footer = page(header="").response.text.replace("</article>", f"<p>di {time}</p></article>")
    response = HtmlResponse(URL, body=footer.encode(), encoding="utf-8")
    assert load(ArticlePage(response)).published_raw == "14 Februari 2022"


def test_a_machine_s_impossible_date_is_no_date() -> None:
    published = '<meta property="article:published_time" content="31 Februari 2022 - 10:00 WIB">'
    assert load(page(head=published)).published_at == "2022-02-14T08:36:00+07:00"


@pytest.mark.parametrize(
    ("broken", "field"),
    [(page(title=""), "title"), (page(header=""), "published_at")],
    ids=["no title", "no date"],
)
def test_what_every_article_has_is_asked_for_by_name(broken: ArticlePage, field: str) -> None:
    with pytest.raises(LayoutError, match=rf"^no {field} on {URL}: has the page layout changed\?$"):
        load(broken)


def test_pages_are_joined_in_order_under_the_first_one_s_head() -> None:
    first = page()
    second = page(url=f"{URL}2/", title="<h1>Judul Uji</h1>")
    article = load(first, second)
    assert article.pages == 2
    assert article.url == URL
    assert [block.text for block in article.blocks if block.kind == "p"].count(STORY[3:-4]) == 2
    assert article.fetched_at == "2025-01-01T07:00:00+00:00"
