"""A real WordPress is crawled while its newsroom publishes, edits and withdraws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.crawls import Crawls
from tests.services.wordpress.newsroom import newsroom_at_work
from tests.services.wordpress.posts import CATEGORIES, write_posts
from tests.services.wordpress.rest import ask_for_posts
from tests.services.wordpress.server import missing_packages, run_wordpress

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.services.wordpress.server import WordPress

POSTS = 150
LEAST = 3
"""So many acts of each kind are needed for the site to have moved."""
ACTS_AT_ONCE = 200
HIDDEN = ("on two pages", "stopped (repeats)")
"""How a receipt tells that a page showed again what others had shown, all of it or a part."""


@pytest.fixture(scope="module")
def moving() -> Iterator[WordPress]:
    if missing := missing_packages():
        pytest.skip(f"needs Debian packages: {missing}")
    with run_wordpress(write_posts()[:POSTS]) as server:
        server.use_theme("twentytwentyone")
        yield server


def public(site: WordPress) -> set[int]:
    return {answer.post_id for answer in ask_for_posts(site.url)}


@pytest.mark.parametrize("source", ["pages", "rest", "feed"])
def test_nothing_that_stays_is_missed_and_the_next_crawl_has_all(
    moving: WordPress, tmp_path: Path, source: str
) -> None:
    crawls = Crawls(moving.url, tmp_path, source=source)
    before = public(moving)
    with newsroom_at_work(moving) as acts:
        first = crawls.run()
    delivered = {line["post_id"] for line in crawls.lines()}
    assert min(len(acts[act]) for act in ("publish", "edit", "withdraw")) >= LEAST
    assert before - acts["withdraw"] <= delivered <= before | acts["publish"]
    assert set(first.receipt["failed"]) <= {"404"}  # listed, and withdrawn before it was read

    second = crawls.run()
    assert (second.code, second.receipt["reasons"]) == (0, [])
    lines = {line["post_id"]: line for line in crawls.lines()}
    assert public(moving) <= set(lines)
    assert len(crawls.lines()) == len({(line["url"], line["revision"]) for line in crawls.lines()})
    if source == "rest":  # which tells of edits
        edited = acts["edit"] - acts["withdraw"]
        assert all(lines[post_id]["text"].endswith("Ralat.") for post_id in edited)


def test_articles_of_one_second_which_listings_give_no_order_are_all_found(
    moving: WordPress, tmp_path: Path
) -> None:
    crawls = Crawls(moving.url, tmp_path)
    crawls.run()
    with newsroom_at_work(moving, pause=0.01, before=ACTS_AT_ONCE):
        pass
    assert crawls.run().code == 0
    assert public(moving) <= {line["post_id"] for line in crawls.lines()}


def test_posts_that_all_were_edited_in_one_second_are_all_found(
    moving: WordPress, tmp_path: Path
) -> None:
    one_second = "'2024-05-05 10:00:00'"
    moving.query(f"UPDATE wp_posts SET post_modified={one_second}, post_modified_gmt={one_second}")
    crawls = Crawls(moving.url, tmp_path, source="rest")
    assert crawls.run().code == 0
    assert public(moving) <= {line["post_id"] for line in crawls.lines()}


def test_categories_alone_find_all_articles_of_one_second_or_say_that_they_may_not(
    moving: WordPress, tmp_path: Path
) -> None:
    moving.query("UPDATE wp_posts SET post_date='2024-05-05 17:00:00' WHERE post_type='post'")
    crawls = Crawls(moving.url, tmp_path, source="category")
    crawled = crawls.run(f"categories={','.join(sorted(set(sum(CATEGORIES, ()))))}")
    missed = public(moving) - {line["post_id"] for line in crawls.lines()}
    assert crawled.code == (3 if crawled.receipt["reasons"] else 0)
    assert all(any(told in reason for told in HIDDEN) for reason in crawled.receipt["reasons"])
    assert crawled.receipt["reasons"] or not missed
