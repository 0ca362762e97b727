"""A megabyte of whatever a site repeats: read, or refused, within a second of the processor."""

from __future__ import annotations

import json
import re
import sys
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.seeds import seeds_of
from fuzz.targets import TARGETS

pytestmark = pytest.mark.long

MEGABYTE = 1_000_000
LONGEST = 1.0 if sys.gettrace() is None else 4.0
"""Seconds; coverage, which looks at each line, takes most of its own."""
PAGE = (
    "<html><head><title>Warga Tanam Pohon</title><meta property='article:published_time'"
    " content='2021-04-04T04:35:00+07:00'>{head}</head><body><h1>Warga Tanam Pohon</h1>"
    "<div class='entry-content'><p>Warga menanam pohon di sepanjang jalan raya.</p>{story}</div>"
)
AROUND = (
    PAGE.format(head="", story="").replace("<h1>", "<div>{unit}</div><h1>") + "<div>{unit}</div>"
)
POST = {
    "id": 1, "link": "https://minanews.net/warga-tanam-pohon/", "title": {"rendered": "Warga"},
    "date": "2020-01-01T00:00:00", "date_gmt": "2020-01-01T00:00:00",
}  # fmt: skip
PAGES = sorted(page for page in seeds_of("article") if page.count(b"<") > 20)
ENOUGH = 250_000
"""Bytes of a page that says a piece of itself over and over: what grows by the square shows."""
LARGEST = 19_900
"""Elements; pages with more than 20,000 are refused unread."""
STORIES = (
    "<p>x", "<p>Oleh: A", "<p>2 jam lalu", "<p>Baca juga: x", "<p>(A/B/C)", "<p>Jakarta, MINA – x",
    "<p>Foto: MINA", "<td>x", "<li>x", "<h2>Judul baru", "<img src=/a.jpg>", "<b>W</b> ",
    "<p><a href=/warga-tanam-pohon/2/>2</a>", "<time datetime=2020-01-01>1 Mei 2020</time>",
    "<a rel=tag href=/tag/a/>x</a>", "<div class=widget>x</div>", "x ", "(", "../", "\u3164",
    "<a rel=category href=/category/a/>x</a><a href=/b/>y</a>", "<li><a href=#a>A b c</a>",
    "<img src=/a-300x200.jpg srcset='/b.jpg 1w'>", "<h3><a href=/b/>Warga</a></h3><p>2 jam lalu",
    "Baca juga: <a href=/b/>x</a> ", "<p>Baca juga: <a href=/b/>x</a>",
    "<h3>Mi'raj News Agency (MINA)</h3>x",
    "<abbr title=2020-01-01>1 Mei 2020</abbr>", "<i itemprop=datePublished>1 Mei 2020</i>",
)  # fmt: skip
HEADS = ("<meta property=article:tag content=x>", "<link rel=canonical href=/a/>")
XML = ("<url/>", "<item/>", "<url><loc>/warga-kota/</loc></url>", "<item><link>/warga/</link>")
POSTS = ("<p>x", "<br>", "<a>x</a> ", "Oleh: A ", "(", "<b>x ")
LISTINGS = (
    "<h2><a href=/berita-kota>x</a></h2>", "<a rel=next href=/category/kabar/page/2/>x</a>",
    "<article><h2><a href=/berita-kota>x</a></h2><time datetime=2020-01-01>",
)  # fmt: skip
TEXTS = ("Oleh: A, ", "Jakarta, ", "– ", " - ", "MINA - ", "منذ 3 ساعات ", "2 jam lalu ")


def filled(unit: str, most: int = MEGABYTE) -> str:
    return unit * min(most, MEGABYTE // len(unit.encode()))


def post(story: str) -> str:
    return json.dumps([{**POST, "content": {"rendered": story}}])


INPUTS: dict[tuple[str, str], str] = {
    **{("article", unit): PAGE.format(head="", story=filled(unit, LARGEST)) for unit in STORIES},
    **{("article", f"flat {unit}"): PAGE.format(head="", story=filled(unit)) for unit in STORIES},
    **{("article", unit): PAGE.format(head=filled(unit, LARGEST), story="") for unit in HEADS},
    **{("article", f"around {unit}"): AROUND.format(unit=filled(unit, 6000)) for unit in STORIES},
    **{("xml", unit): f"<urlset>{filled(unit)}</urlset>" for unit in XML},
    **{("rest", unit): post(filled(unit)) for unit in POSTS},
    ("rest", "{}"): f"[{'{},' * (MEGABYTE // 3)}{{}}]",
    **{("listing", unit): f"<body>{filled(unit, 6000)}" for unit in LISTINGS},
    **{("listing", f"flat {unit}"): f"<body>{filled(unit)}" for unit in LISTINGS},
    ("listing", "deep"): "<body>" + "<div class=a>" * 200 + filled(LISTINGS[0], 9_500),
    ("listing", "one entry"): "<body><article>"
    + filled("<time datetime=2020-01-01></time>" + LISTINGS[0], 6_000),
    **{("lines", unit): filled(unit) for unit in TEXTS},
    **{("dates", unit): filled(unit) for unit in TEXTS},
}
"""Reader and what is repeated -> the input."""


@pytest.mark.parametrize("case", INPUTS, ids=" ".join)
def test_a_megabyte_is_read_or_refused_within_a_second(case: tuple[str, str]) -> None:
    read, body = TARGETS[case[0]], INPUTS[case].encode()
    read(body[:1000])  # what is loaded when it is first needed is no matter of the input
    began = process_time()
    read(body)
    assert process_time() - began < LONGEST


@settings(max_examples=300)
@given(page=st.sampled_from(PAGES), place=st.integers(0), elements=st.integers(1, 6))
def test_a_page_that_repeats_a_piece_of_itself_is_read_within_a_second(
    *, page: bytes, place: int, elements: int
) -> None:
    tags = [match.start() for match in re.finditer(b"<[a-z]", page)]
    first = place % (len(tags) - elements)
    begin, end = tags[first], tags[first + elements]
    piece = page[begin:end]
    body = page[:end] + piece * ((ENOUGH - len(page)) // len(piece)) + page[end:]
    began = process_time()
    TARGETS["article"](body)
    assert process_time() - began < LONGEST
