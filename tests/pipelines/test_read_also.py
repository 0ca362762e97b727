"""Read-also links leave the story and are kept beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from scrapy.utils.test import get_crawler

from mina_crawler.parsing.blocks import Anchor, Block
from mina_crawler.pipelines.read_also import ReadAlsoPipeline
from tests.articles import article, link, picture, prose

if TYPE_CHECKING:
    from mina_crawler.items import Article

URL = "https://minanews.net/sumur-baru/"


def cut(*blocks: Block) -> Article:
    done: Article = ReadAlsoPipeline().process_item(article(blocks))
    return done


def texts(done: Article) -> list[str]:
    return [block.text for block in done.blocks]


@pytest.mark.parametrize(
    "block",
    [
        link("Sumur Baru", URL, before="Baca Juga: "),
        link("Baca Juga: Sumur Baru", URL),
        link("BACA JUGA : Sumur Baru", URL),
        link("Sumur Baru", URL, before="Also Read: "),
        link("Sumur Baru", URL, before="اقرأ أيضا "),
    ],
    ids=["link", "link with its prefix", "capitals", "English", "Arabic"],
)
def test_a_link_is_kept_with_its_title_and_address(block: Block) -> None:
    done = cut(*prose("Satu."), block, *prose("Dua."))
    assert texts(done) == ["Satu.", "Dua."]
    assert done.related == [{"title": "Sumur Baru", "url": URL}]
    assert done.removed == [{"rule": "read-also", "text": block.text}]


def test_the_address_is_the_one_by_which_the_other_article_is_known() -> None:
    done = cut(link("Sumur Baru", f"{URL}?utm_source=rss", before="Baca Juga: "))
    assert done.related == [{"title": "Sumur Baru", "url": URL}]


def test_quotation_marks_around_a_link_are_no_part_of_the_title() -> None:
    outside = Block("p", "Baca Juga: “Sumur Baru”", (Anchor("Sumur Baru", URL),))
    inside = link("“Air Itu Hidup”", URL, before="Baca Juga: ")
    titles = [related["title"] for related in cut(outside, inside).related]
    assert titles == ["Sumur Baru", "“Air Itu Hidup”"]


def test_of_two_links_with_like_words_the_nearest_is_the_title_s() -> None:
    anchors = (Anchor("Sumur Baru Kering", f"{URL}kering/"), Anchor("Sumur Baru", URL))
    both = Block("p", "Baca Juga: Sumur Baru Kering\nBaca Juga: Sumur Baru", anchors)
    assert [one["url"] for one in cut(both).related] == [f"{URL}kering/", URL]


def test_a_title_without_a_link_has_no_address() -> None:
    done = cut(*prose("Baca Juga: Sumur Baru"))
    assert done.related == [{"title": "Sumur Baru", "url": None}]


def test_a_link_at_the_end_of_a_paragraph_leaves_the_paragraph() -> None:
    done = cut(link("Sumur Baru", URL, before="Air kembali mengalir. Baca juga: "))
    assert texts(done) == ["Air kembali mengalir."]
    assert done.related == [{"title": "Sumur Baru", "url": URL}]


def test_links_under_a_heading_go_with_it_up_to_the_next_prose() -> None:
    heading, *rest = prose("Baca Juga:", "Cerita berlanjut.")
    done = cut(heading, link("Sumur Baru", URL), link("Sawah Lama"), *rest, link("Tautan Lain"))
    assert [each["title"] for each in done.related] == ["Sumur Baru", "Sawah Lama"]
    assert texts(done) == ["Cerita berlanjut.", "Tautan Lain"]


def test_an_advert_may_stand_between_a_heading_and_its_links() -> None:
    done = cut(*prose("Baca Juga:", "ADVERTISEMENT"), link("Sumur Baru", URL))
    assert [each["title"] for each in done.related] == ["Sumur Baru"]


def test_a_link_that_is_shown_twice_is_kept_once() -> None:
    block = link("Sumur Baru", URL, before="Baca Juga: ")
    done = cut(block, *prose("Satu."), block)
    assert done.related == [{"title": "Sumur Baru", "url": URL}]
    assert len(done.removed) == 2


def test_prose_that_says_the_words_stays() -> None:
    sentence = "Ia mengajak jamaah agar baca juga tafsirnya."
    done = cut(Block("p", sentence, (Anchor("tafsirnya", URL),)))
    assert texts(done) == [sentence]
    assert done.related == []
    assert done.removed == []


def test_what_is_cut_is_counted() -> None:
    crawler = get_crawler()
    pipeline = ReadAlsoPipeline.from_crawler(crawler)
    pipeline.process_item(article([link("Sumur Baru", URL, before="Baca Juga: "), *prose("Satu.")]))
    assert crawler.stats.get_value("read_also/removed") == 1


@pytest.mark.parametrize(
    "prefix", ["Simak: ", "Berita Lainnya: ", "👉 Baca juga: ", "Baca Juga – "]
)
def test_a_rarer_prefix_needs_its_link(prefix: str) -> None:
    done = cut(link("Sumur Baru", URL, before=prefix), *prose("Simak: air adalah hidup."))
    assert texts(done) == ["Simak: air adalah hidup."]
    assert done.related == [{"title": "Sumur Baru", "url": URL}]


def test_a_list_of_links_with_pictures_and_days_goes_with_its_heading() -> None:
    heading = Block("h", "BacaJuga", (), "Baca Juga")
    card = Block("p", "Sumur Baru8 Mei 2020", (Anchor("Sumur Baru", URL),), "Sumur Baru 8 Mei 2020")
    done = cut(heading, picture("sumur.jpg"), card, *prose("Air mengalir."))
    assert texts(done) == ["Air mengalir."]
    assert done.related == [{"title": "Sumur Baru", "url": URL}]


def test_a_day_of_its_own_under_a_linked_title_goes_with_the_heading() -> None:
    listed = [*prose("Baca Juga:"), link("Sumur Baru", URL)]
    for day in (*prose("8 Mei 2020"), link("8 Mei 2020", URL)):
        done = cut(*listed, day, *prose("Air mengalir."))
        assert texts(done) == ["Air mengalir."]
        assert done.related == [{"title": "Sumur Baru", "url": URL}]


@pytest.mark.parametrize(
    "block",
    [
        Block("p", "Baca jugaSumur Baru", (Anchor("Sumur Baru", URL),), "Baca juga Sumur Baru"),
        Block(
            "p",
            "Baca JugaSumur Baru",
            (Anchor("Baca JugaSumur Baru", URL),),
            "Baca Juga Sumur Baru",
        ),
    ],
    ids=["title", "label and title"],
)
def test_a_label_that_style_alone_sets_apart_is_one(block: Block) -> None:
    done = cut(block, *prose("Air mengalir."))
    assert texts(done) == ["Air mengalir."]
    assert done.related == [{"title": "Sumur Baru", "url": URL}]


def test_a_picture_that_leads_to_a_related_article_goes_with_it() -> None:
    thumbnail = replace(picture("sumur-150x150.jpg"), anchors=(Anchor("", URL),))
    larger = replace(picture("air.jpg"), anchors=(Anchor("", "/wp-content/uploads/air.jpg"),))
    done = cut(
        thumbnail, link("Sumur Baru", URL, before="Baca Juga: "), larger, picture("hujan.jpg")
    )
    assert [text.rpartition("/")[2] for text in texts(done)] == ["air.jpg", "hujan.jpg"]
