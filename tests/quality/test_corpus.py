"""The corpus keeps its promises: what it calls true stands on the page."""

from __future__ import annotations

import re

import pytest
from lxml import html

from quality.cases import RATES, cases
from quality.corpus.newsroom import article
from quality.rendering.filters import insert_after_paragraphs, paragraphs, typography
from quality.scoring.text import fold
from quality.themes import THEMES

COUNT = 40


def shown(pages: list[tuple[str, str]]) -> str:
    documents = [html.fromstring(re.sub(r"<br[^>]*>", " ", page)) for _, page in pages]
    for document in documents:
        for hidden in document.xpath("//script | //style"):
            hidden.drop_tree()
    return fold(" ".join(document.text_content() for document in documents))


@pytest.mark.parametrize("theme", THEMES)
def test_every_promised_paragraph_stands_on_the_page(theme: str) -> None:
    for case in cases(COUNT, [theme]):
        text = shown(case.rendered.pages)
        blocks = case.rendered.truth["text"].split("\n\n")
        assert [b for b in blocks if " | " not in b and fold(b) not in text] == []


@pytest.mark.parametrize("theme", THEMES)
def test_everything_that_must_go_stands_on_the_page(theme: str) -> None:
    for case in cases(COUNT, [theme]):
        text = shown(case.rendered.pages)
        noise = [piece for pieces in case.rendered.noise.values() for piece in pieces]
        assert [piece for piece in noise if fold(piece) not in text] == []


@pytest.mark.parametrize("rates", RATES)
def test_the_same_number_gives_the_same_article(rates: str) -> None:
    assert article(7, RATES[rates]) == article(7, RATES[rates])


def test_every_oddity_happens() -> None:
    thrown = {oddity for number in range(600) for oddity in article(number, RATES["high"]).oddities}
    assert set(RATES["high"]) - thrown == set()


def test_loose_text_becomes_paragraphs_and_lists_stay() -> None:
    assert paragraphs("a\nb\n\n<ul><li>c</li></ul>") == "<p>a<br />\nb</p>\n<ul><li>c</li></ul>"


def test_quotes_are_curled_outside_of_tags_only() -> None:
    assert typography('<a href="x">"Ya"</a>, kata Ma\'an') == '<a href="x">“Ya”</a>, kata Ma’an'


def test_an_insert_without_its_paragraph_goes_to_the_end() -> None:
    assert insert_after_paragraphs("<p>a</p>", {4: "<b>x</b>"}).split() == ["<p>a</p>", "<b>x</b>"]
