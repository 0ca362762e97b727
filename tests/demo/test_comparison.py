from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from mina_crawler.demo.comparison import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    Lines = list[dict[str, Any]]

TRUTH: Lines = [
    {
        "url": f"http://127.0.0.1/berita-{number}/",
        "title": "Judul",
        "published_at": "2020-09-26T03:53:00+07:00",
        "text": "Isi.",
        "reporters": ["Wahyu Anggara"],
        "related": [{"title": "Lain", "url": "http://127.0.0.1/lain/"}],
        "dateline": {"place": "Gaza"},
    }
    for number in range(3)
]


def test_the_truth_equals_itself_in_any_order() -> None:
    assert compare(TRUTH, reversed(TRUTH)).is_equal


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda lines: lines.pop(), "missing: 1, e.g. http://127.0.0.1/berita-2/"),
        (lambda lines: lines.append(lines[0]), "repeated: 1, e.g. http://127.0.0.1/berita-0/"),
        (
            lambda lines: lines.append(lines[0] | {"url": "http://127.0.0.1/x/"}),
            "unexpected: 1, e.g. http://127.0.0.1/x/",
        ),
        (
            lambda lines: lines[1].update(text="Isi"),
            "different text: 1, e.g. http://127.0.0.1/berita-1/",
        ),
        (
            lambda lines: lines[1].update(dateline=None),
            "different dateline.place: 1, e.g. http://127.0.0.1/berita-1/",
        ),
        (
            lambda lines: lines[1].update(related=[]),
            "different related: 1, e.g. http://127.0.0.1/berita-1/",
        ),
    ],
)
def test_a_difference_is_told_with_an_address(spoil: Callable[[Lines], None], said: str) -> None:
    crawled = deepcopy(TRUTH)
    spoil(crawled)
    outcome = compare(TRUTH, crawled)
    assert not outcome.is_equal
    assert outcome.report() == [said]
