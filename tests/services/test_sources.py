"""Each source alone finds on a real WordPress what the public can see, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.crawls import Crawls
from tests.services.wordpress.posts import COUNT, write_posts
from tests.services.wordpress.rest import ask_for_posts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.wordpress.server import WordPress

REQUESTS = {"rest": 10, "auto": 11, "sitemap": 1.5 * COUNT, "feed": 1.7 * COUNT}
"""Source -> what a first crawl may cost."""


@pytest.fixture(params=REQUESTS)
def source(request: pytest.FixtureRequest, wordpress: WordPress) -> str:
    wordpress.use_theme("twentytwentyone")
    name: str = request.param
    return name


def test_each_source_alone_delivers_every_public_post_once_and_the_next_crawl_nothing(
    wordpress: WordPress, tmp_path: Path, source: str
) -> None:
    crawls = Crawls(wordpress.url, tmp_path)
    first, second = (crawls.run(f"source={source}") for _ in range(2))
    public = sorted(answer.post_id for answer in ask_for_posts(wordpress.url))
    assert sorted(line["post_id"] for line in crawls.lines()) == public
    assert (first.code, second.code) == (0, 0)
    assert first.receipt["requests"] <= REQUESTS[source]
    assert second.receipt["requests"] <= 8


@pytest.mark.parametrize("key", ["text", "editors", "desk_code", "pages"])
def test_the_api_tells_what_was_typed(wordpress: WordPress, tmp_path: Path, key: str) -> None:
    wordpress.use_theme("twentytwentyone")
    crawls = Crawls(wordpress.url, tmp_path)
    crawls.run("source=rest")
    ids = {answer.slug: answer.post_id for answer in ask_for_posts(wordpress.url)}
    told = {line["post_id"]: line[key] for line in crawls.lines()}
    typed = {ids[post.slug]: post.truth[key] for post in write_posts()}
    assert json.dumps(told, sort_keys=True) == json.dumps(typed, sort_keys=True)
