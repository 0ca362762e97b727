"""What the desk wrote around a story goes into the fields it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mina_crawler.parsing.blocks import Block
from mina_crawler.pipelines.newsroom import NewsroomPipeline
from tests.articles import article, picture, prose

if TYPE_CHECKING:
    from mina_crawler.items import Article, Picture

UPLOADS = "https://minanews.net/wp-content/uploads/2022/02/"
STORY = prose(
    "Demak, MINA – Pasar ikan buka sebelum azan Subuh berkumandang.",
    "Tiga perahu belum pulang ketika matahari sudah tinggi. (L/Rm/P1)",
    "Mi’raj News Agency (MINA)",
)


def read(*blocks: Block, **fields: Any) -> Article:
    done: Article = NewsroomPipeline().process_item(article(blocks, **fields))
    return done


def main_picture(name: str) -> Picture:
    return {"url": f"{UPLOADS}{name}", "caption": None, "credit": None}


def test_the_marks_of_a_story_become_fields() -> None:
    done = read(*STORY)
    assert done.dateline
    assert done.dateline["place"] == "Demak"
    assert done.desk_code == "L/Rm/P1"
    assert done.provenance == {"dateline": "story", "desk_code": "story"}
    assert [cut["rule"] for cut in done.removed] == ["dateline", "desk-code", "signature"]
    assert [block.text for block in done.blocks] == [
        "Pasar ikan buka sebelum azan Subuh berkumandang.",
        "Tiga perahu belum pulang ketika matahari sudah tinggi.",
    ]


def test_names_in_the_story_join_those_the_page_prints() -> None:
    done = read(
        *STORY,
        *prose("Wartawan: Rana Salim"),
        reporters=["Danu Prakoso"],
        provenance={"reporters": "header"},
    )
    assert done.reporters == ["Danu Prakoso", "Rana Salim"]
    assert done.provenance["reporters"] == "header+story"
    assert done.byline_raw == ["Wartawan: Rana Salim"]


def test_names_in_the_story_stand_in_place_of_what_machines_are_told() -> None:
    done = read(
        *STORY,
        *prose("Wartawan: Rana Salim"),
        reporters=["redaksi"],
        provenance={"reporters": "rel-author"},
    )
    assert done.reporters == ["Rana Salim"]
    assert done.provenance["reporters"] == "story"


def test_a_by_line_without_a_name_leaves_the_names_alone() -> None:
    done = read(
        *prose("Oleh : , Redaktur MINA"),
        *STORY,
        reporters=["redaksi"],
        provenance={"reporters": "json-ld"},
    )
    assert done.reporters == ["redaksi"]
    assert done.byline_raw == ["Oleh : , Redaktur MINA"]


def test_the_main_picture_takes_its_caption_from_the_story() -> None:
    caption = Block("caption", "Perahu di muara. (Foto: Rana/MINA)")
    done = read(picture("perahu-300x199.jpg"), caption, *STORY, image=main_picture("perahu.jpg"))
    assert done.image == {
        "url": f"{UPLOADS}perahu.jpg",
        "caption": "Perahu di muara.",
        "credit": "Rana/MINA",
    }
    assert done.images == []


def test_other_pictures_are_those_of_the_story() -> None:
    caption = Block("caption", "Pasar ikan. (Foto: Rana/MINA)")
    done = read(STORY[0], picture("pasar.jpg"), caption, *STORY[1:], image=main_picture("a.jpg"))
    assert done.images == [
        {"url": f"{UPLOADS}pasar.jpg", "caption": "Pasar ikan.", "credit": "Rana/MINA"}
    ]


def test_without_another_the_picture_on_top_is_the_main_one() -> None:
    done = read(picture("perahu.jpg"), *STORY)
    assert done.image == main_picture("perahu.jpg")
    assert done.provenance["image"] == "story"


def test_a_picture_further_down_is_never_the_main_one() -> None:
    done = read(STORY[0], picture("pasar.jpg"), *STORY[1:])
    assert done.image is None
    assert done.images == [main_picture("pasar.jpg")]
