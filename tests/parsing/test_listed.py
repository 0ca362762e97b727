"""Lists inside a story: links to other articles, to networks, to places on the page."""

from __future__ import annotations

from mina_crawler.parsing.blocks import Anchor, Block
from tests.articles import link, picture
from tests.parsing.test_story import LAST, OPENING, cuts, read, texts


def test_a_card_under_recommendations_goes_with_its_picture_and_its_day() -> None:
    address = "https://minanews.net/lain/"
    face = Block("picture", "https://minanews.net/lain.jpg", (Anchor("", address),))
    story = read("Related Articles", face, link("Perahu Baru", address), "18 Maret 2025", OPENING)
    assert texts(story) == [OPENING.removeprefix("Demak, MINA – ")]
    assert story.pictures == []
    assert [text for rule, text in cuts(story) if rule == "recommendations"] == [
        "Related Articles",
        "Perahu Baru",
        "18 Maret 2025",
    ]


def test_a_day_under_contents_is_a_subhead() -> None:
    day = Block("h", "18 Maret 2025")
    assert texts(read("Daftar Isi", day, LAST)) == ["18 Maret 2025", LAST]


def test_networks_are_to_share_on_where_they_are_links() -> None:
    told = [Block("li", "Facebook"), Block("li", "Twitter")]
    linked = [Block("li", block.text, (Anchor(block.text, "#"),)) for block in told]
    assert texts(read(*linked, LAST, *told)) == [LAST, "Facebook", "Twitter"]


def test_a_label_in_a_list_above_the_dateline_is_no_caption() -> None:
    story = read(picture("pasar.jpg"), Block("li", "Pilihan"), OPENING)
    assert story.pictures[0]["caption"] is None
    assert ("header", "Pilihan") in cuts(story)


def test_a_linked_heading_above_a_moment_is_a_card() -> None:
    card = Block("h", "Perahu Baru", (Anchor("Perahu Baru", "https://minanews.net/lain/"),))
    assert texts(read(LAST, card, "Rana Salim - 9 Mei 2019", LAST)) == [LAST, LAST]
    assert texts(read(LAST, card, LAST)) == [LAST, "Perahu Baru", LAST]
    assert texts(read(LAST, Block("h", "Perahu"), "9 Mei 2019")) == [LAST, "Perahu", "9 Mei 2019"]


def test_items_that_lead_to_places_on_the_page_are_its_contents() -> None:
    items = [
        Block("li", text, (Anchor(text, f"#{text[:4]}"),)) for text in ("Dua Cara", "Satu Hari")
    ]
    subheads = [Block("h", block.text) for block in items]
    assert texts(read("Dalam Tulisan Ini", *items, *subheads, LAST)) == [
        "Dua Cara",
        "Satu Hari",
        LAST,
    ]
    assert texts(read("Ia pulang.", *items, LAST)) == ["Ia pulang.", LAST]
    assert texts(read("Daftar Isi", *items, LAST)) == [LAST]
    assert texts(read(LAST, *subheads)) == [LAST, "Dua Cara", "Satu Hari"]
