"""Posts as REST APIs tell them, whole and maimed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from mina_crawler.loaders import LayoutError
from mina_crawler.pages.rest import RestPost
from mina_crawler.rest_loader import load_rest_article

if TYPE_CHECKING:
    from mina_crawler.items import Article

NOW = datetime(2021, 4, 5, tzinfo=UTC)
POST: dict[str, Any] = {
    "id": 77,
    "link": "https://minanews.net/warga-tanam-pohon/",
    "date": "2021-04-04T04:35:10",
    "date_gmt": "2021-04-03T21:35:10",
    "modified": "2021-04-04T05:00:00",
    "modified_gmt": "2021-04-03T22:00:00",
    "title": {"rendered": "Warga &#8216;Tanam&#8217; <em>Pohon</em>"},
    "content": {
        "rendered": "<p>Bogor, MINA &#8211; Warga menanam pohon.</p>\n<!--nextpage-->\n"
        '<div class="sharedaddy">Bagikan</div><p>Panitia berterima kasih.</p>',
        "protected": False,
    },
    "excerpt": {"rendered": "<p>Bogor, MINA &#8211; Warga menanam [&hellip;]</p>"},
    "categories": [9, 4],
    "tags": [31],
    "_embedded": {
        "author": [{"name": "Surya Wardana"}],
        "wp:term": [
            [
                {"id": 4, "taxonomy": "category", "name": "Asia"},
                {"id": 9, "taxonomy": "category", "name": "Ekonomi &amp; Bisnis"},
            ],
            [{"id": 31, "taxonomy": "post_tag", "name": "hutan"}],
        ],
        "wp:featuredmedia": [
            {
                "source_url": "https://i0.wp.com/minanews.net/wp-content/uploads/pohon.jpg?fit=9",
                "caption": {"rendered": "<p>Lereng bukit. (Foto: Melati/MINA)</p>"},
            }
        ],
    },
}


def load(**changes: Any) -> Article:
    post = RestPost({**POST, **changes}, fetched_at=NOW)
    return load_rest_article(post, run="r", source="rest", edition="id")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("url", "https://minanews.net/warga-tanam-pohon/"),
        ("post_id", 77),
        ("title", "Warga ‘Tanam’ Pohon"),
        ("published_at", "2021-04-04T04:35:10+07:00"),
        ("modified_at", "2021-04-04T05:00:00+07:00"),
        ("reporters", ["Surya Wardana"]),
        ("categories", ["Ekonomi & Bisnis", "Asia"]),
        ("tags", ["hutan"]),
        ("summary", None),
        ("pages", 2),
        ("removed", [{"rule": "share", "text": "Bagikan"}]),
        ("warnings", []),
        (
            "image",
            {
                "url": "https://minanews.net/wp-content/uploads/pohon.jpg",
                "caption": "Lereng bukit.",
                "credit": "Melati/MINA",
            },
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_post_tells_every_field(key: str, value: object) -> None:
    assert getattr(load(), key) == value


def test_the_story_comes_whole_in_blocks() -> None:
    assert [block.text for block in load().blocks] == [
        "Bogor, MINA – Warga menanam pohon.",
        "Panitia berterima kasih.",
    ]


def test_a_clock_of_the_newsroom_that_calls_itself_utc_is_taken_as_wib() -> None:
    article = load(date_gmt="2021-04-04T04:35:10", modified_gmt="2021-04-04T05:00:00")
    assert article.published_at == "2021-04-04T04:35:10+07:00"
    assert article.modified_at == "2021-04-04T05:00:00+07:00"
    assert len(article.warnings) == 2


@pytest.mark.parametrize(
    ("excerpt", "summary"),
    [
        ("<p>Seribu pohon dalam sehari.</p>", "Seribu pohon dalam sehari."),
        ('<p>Bogor&#8230; <a class="more-link" href="/">Baca selengkapnya</a></p>', None),
        ("", None),
    ],
)
def test_only_an_excerpt_that_somebody_wrote_is_a_summary(
    excerpt: str, summary: str | None
) -> None:
    assert load(excerpt={"rendered": excerpt}).summary == summary


@pytest.mark.parametrize(
    "changes",
    [
        {"_embedded": {"author": [{"code": "rest_user_invalid_id"}], "wp:term": [[]]}},
        {"_embedded": None, "categories": None, "tags": None},
        {"excerpt": None, "modified": None, "modified_gmt": None},
    ],
    ids=["no names", "nothing embedded", "nothing but the story"],
)
def test_what_a_site_keeps_to_itself_is_left_empty(changes: dict[str, Any]) -> None:
    assert load(**changes).title == "Warga ‘Tanam’ Pohon"


@pytest.mark.parametrize("lost", ["title", "date", "content"])
def test_a_post_without_what_every_article_has_is_a_failure(lost: str) -> None:
    with pytest.raises(LayoutError, match=r"minanews\.net/warga-tanam-pohon/"):
        load(**{lost: None, "date_gmt": None} if lost == "date" else {lost: None})
