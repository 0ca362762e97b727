"""The one article that came with the project, as a reader copied it, in every theme."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.themes import IMAGE, TEMPLATES, paragraphs, read, read_also, render

FOUND = sorted(Path(__file__).parents[2].glob("*/seed/article.txt"))
"""It lies beside the repository, where it lies anywhere."""

pytestmark = pytest.mark.skipif(not FOUND, reason="no seed/article.txt beside the repository")

PREFIX = "Baca Juga:"
DATELINE = "Moskow, MINA – "
DESK_CODE = " (T/RI-1/P1)"
FOOT = ("Mi’raj News Agency (MINA)", "Wartawan:", "Editor:", "Ikuti saluran WhatsApp")


@pytest.fixture
def printed() -> list[str]:
    return FOUND[0].read_text("utf-8").strip().split("\n\n")


@pytest.fixture(params=TEMPLATES)
def line(request: pytest.FixtureRequest, printed: list[str]) -> dict[str, Any]:
    title, *story = printed
    blocks = [
        read_also(request.param, " ".join(text.removeprefix(PREFIX).split()))
        if text.startswith(PREFIX)
        else paragraphs([text])[0]
        for text in story
    ]
    return read(render(request.param, title, blocks))


def test_the_first_line_is_the_title(line: dict[str, Any], printed: list[str]) -> None:
    assert line["title"] == printed[0]


def test_the_second_line_is_caption_and_credit(line: dict[str, Any], printed: list[str]) -> None:
    caption, _, credit = printed[1].rstrip("]").partition(" [")
    assert line["image"] == {"url": IMAGE, "caption": caption, "credit": credit}


def test_place_names_and_code_go_into_their_fields(line: dict[str, Any]) -> None:
    assert line["dateline"]["place"] == "Moskow"
    assert line["dateline"]["agencies"] == ["MINA"]
    assert line["desk_code"] == "T/RI-1/P1"
    assert line["reporters"] == ["Rudi Hendrik"]
    assert line["editors"] == ["Ismet Rauf"]


def test_the_links_are_kept_beside_the_story(line: dict[str, Any], printed: list[str]) -> None:
    titles = [
        " ".join(text.removeprefix(PREFIX).split()) for text in printed if text.startswith(PREFIX)
    ]
    assert [link["title"] for link in line["related"]] == titles
    assert len(titles) == 3


def test_the_text_is_every_other_word(line: dict[str, Any], printed: list[str]) -> None:
    prose = [text for text in printed[2:] if not text.startswith((PREFIX, *FOOT))]
    prose[0] = prose[0].removeprefix(DATELINE)
    prose[-1] = prose[-1].removesuffix(DESK_CODE)
    assert line["text"] == "\n\n".join(prose)
