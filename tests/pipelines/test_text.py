"""The text of an article: the blocks that remain, and their fingerprint."""

from __future__ import annotations

from mina_crawler.items import Tombstone
from mina_crawler.parsing.blocks import Block
from mina_crawler.parsing.fingerprints import content_hash
from mina_crawler.pipelines.text import TextPipeline
from tests.articles import article


def test_one_blank_line_stands_between_blocks() -> None:
    blocks = [Block("p", "Satu.\nMasih satu."), Block("li", "Dua"), Block("row", "3 | tiga")]
    done = TextPipeline().process_item(article(blocks))
    assert done.text == "Satu.\nMasih satu.\n\nDua\n\n3 | tiga"


def test_the_fingerprint_is_of_title_and_text() -> None:
    done = TextPipeline().process_item(article([Block("p", "Satu.")]))
    assert done.content_hash == content_hash(done.title, "Satu.")


def test_the_blocks_are_let_go() -> None:
    assert TextPipeline().process_item(article([Block("p", "Satu.")])).blocks == []


def test_a_tombstone_has_no_text() -> None:
    stone = Tombstone(
        url="https://minanews.net/a/",
        edition="id",
        gone_at="2025-01-01T00:00:00+00:00",
        status=410,
        run="r",
    )
    assert TextPipeline().process_item(stone) is stone
