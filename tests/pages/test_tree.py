"""The tree of a page: the same whether its bytes are parsed as they came or its text anew."""

from __future__ import annotations

import codecs

import pytest
from lxml import etree
from scrapy.http import HtmlResponse

from mina_crawler.pages.tree import parse_html, tree_of

PAGE = '<title>Judul</title><p class="isi">Warga “Gaza” — الخبر</p>'


@pytest.mark.parametrize(
    "body",
    [
        PAGE.encode(),
        f"\n\t {PAGE}\r\n".encode(),
        f"\xa0\u2003{PAGE}\u3000\x1f".encode(),
        f"\x00{PAGE}".replace("Warga", "Wa\x00rga").encode(),
        PAGE.encode().replace(b"Gaza", b"Ga\xffza"),
        PAGE.encode("cp1256", "replace"),
        codecs.BOM_UTF8 + PAGE.encode(),
        codecs.BOM_UTF16_LE + PAGE.encode("utf-16-le"),
        codecs.BOM_UTF32_BE + PAGE.encode("utf-32-be"),
        (PAGE + "<p " + " ".join(f"a{number}" for number in range(20_000)) + ">").encode(),
        b"",
        b" \n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", None])
def test_bytes_make_the_tree_that_their_text_makes(body: bytes, encoding: str | None) -> None:
    response = HtmlResponse("https://minanews.net/judul/", body=body, encoding=encoding)
    assert etree.tostring(tree_of(response)) == etree.tostring(parse_html(response.text))
