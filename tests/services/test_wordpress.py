"""A crawl of a real WordPress delivers what WordPress itself tells about its posts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.crawls import Crawls
from tests.services.wordpress.posts import COUNT, Post, write_posts
from tests.services.wordpress.rest import Answer, ask_for_posts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.wordpress.server import WordPress

THEMES = ("twentytwentyone", "twentytwentythree")


class Crawl(NamedTuple):
    """What WordPress tells, what was typed into it, and what was delivered."""

    answers: dict[str, Answer]
    posts: dict[str, Post]
    """By slug."""
    lines: list[dict[str, Any]]

    def line(self, slug: str) -> dict[str, Any]:
        """Return the line of a post."""
        post_id = self.answers[slug].post_id
        return next(line for line in self.lines if line["post_id"] == post_id)


@pytest.fixture(scope="module", params=THEMES)
def crawl(
    request: pytest.FixtureRequest, wordpress: WordPress, tmp_path_factory: pytest.TempPathFactory
) -> Crawl:
    wordpress.use_theme(request.param)
    directory = tmp_path_factory.mktemp(request.param)
    lines = crawl_site(wordpress.url, directory)
    answers = {answer.slug: answer for answer in ask_for_posts(wordpress.url)}
    return Crawl(answers, {post.slug: post for post in write_posts()}, lines)


def crawl_site(site: str, directory: Path) -> list[dict[str, Any]]:
    """Crawl *site* as a user does and return the lines."""
    command = [sys.executable, "-m", "scrapy", "crawl", "mina", "-a", f"site={site}"]
    environment = os.environ | {"MINA_DATA_DIR": str(directory)}
    run = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=600
    )
    assert run.returncode == 0, run.stderr[-4000:]
    output = (directory / "articles.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in output.splitlines()]


def differences(crawl: Crawl, key: str, expected: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return slug -> (delivered, expected) wherever they differ."""
    pairs = {slug: (crawl.line(slug)[key], value) for slug, value in expected.items()}
    return {slug: pair for slug, pair in pairs.items() if pair[0] != pair[1]}


def test_every_post_is_delivered_exactly_once_and_nothing_else(crawl: Crawl) -> None:
    delivered = Counter(line["post_id"] for line in crawl.lines)
    assert delivered == Counter(answer.post_id for answer in crawl.answers.values())
    assert len(delivered) == COUNT
    assert len({line["url"] for line in crawl.lines}) == COUNT


@pytest.mark.parametrize("key", ["url", "title", "published_at", "categories", "tags"])
def test_the_line_says_what_wordpress_says(crawl: Crawl, key: str) -> None:
    expected = {slug: getattr(answer, key) for slug, answer in crawl.answers.items()}
    assert differences(crawl, key, expected) == {}


@pytest.mark.parametrize("key", ["text", "editors", "desk_code", "pages"])
def test_the_line_says_what_was_typed(crawl: Crawl, key: str) -> None:
    expected = {slug: post.truth[key] for slug, post in crawl.posts.items()}
    assert differences(crawl, key, expected) == {}


def test_the_author_is_the_only_reporter(crawl: Crawl) -> None:
    expected = {slug: [answer.author] for slug, answer in crawl.answers.items()}
    assert differences(crawl, "reporters", expected) == {}


def test_the_dateline_tells_the_place(crawl: Crawl) -> None:
    places = {slug: (crawl.line(slug)["dateline"] or {}).get("place") for slug in crawl.posts}
    assert places == {slug: post.truth["place"] for slug, post in crawl.posts.items()}


def test_the_main_picture_is_the_featured_one(crawl: Crawl) -> None:
    featured = {slug: answer.image for slug, answer in crawl.answers.items() if answer.image}
    assert {slug: (crawl.line(slug)["image"] or {}).get("url") for slug in featured} == featured


def test_pictures_inside_the_story_keep_caption_and_credit(crawl: Crawl) -> None:
    found = {
        slug: [
            [picture["url"].rpartition("/")[2], picture["caption"], picture["credit"]]
            for picture in crawl.line(slug)["images"]
        ]
        for slug in crawl.posts
    }
    assert found == {
        slug: [list(picture) for picture in post.truth["pictures"]]
        for slug, post in crawl.posts.items()
    }


def test_read_also_links_are_told_apart_from_the_story(crawl: Crawl) -> None:
    titles = {answer.title for answer in crawl.answers.values()}
    assert all(link["title"] in titles for line in crawl.lines for link in line["related"])
    assert sum(len(line["related"]) for line in crawl.lines) > COUNT


def test_the_api_tells_what_was_typed(wordpress: WordPress, tmp_path: Path) -> None:
    crawls = Crawls(wordpress.url, tmp_path, source="rest")
    wordpress.use_theme(THEMES[0])
    crawls.run()
    ids = {answer.slug: answer.post_id for answer in ask_for_posts(wordpress.url)}
    keys = ("text", "editors", "desk_code", "pages")
    told = {line["post_id"]: [line[key] for key in keys] for line in crawls.lines()}
    assert told == {ids[post.slug]: [post.truth[key] for key in keys] for post in write_posts()}
