"""What an element is, by what is written in its tag."""

from __future__ import annotations

import pytest

from mina_crawler.pages.natures import LONGEST_REMEMBERED, nature_of
from mina_crawler.pages.tree import parse_html


@pytest.mark.parametrize(
    ("tag", "rule"),
    [
        ("<p>", None),
        ("<p style='text-align: justify'>", None),
        ("<p style='display:none'>", "hidden"),
        (f"<p class='{'k ' * LONGEST_REMEMBERED}' style='visibility: hidden'>", "hidden"),
        ("<p hidden>", "hidden"),
        ("<p style='display:none' role='navigation'>", "navigation"),
        ("<p class='sharing' style='display:none'>", "share"),
        ("<svg style='display:none'>", ""),
    ],
)
def test_an_element_is_passed_over_by_the_surest_rule(tag: str, rule: str | None) -> None:
    (element,) = parse_html(f"<div>{tag}").iter("p", "svg")
    assert nature_of(element).rule == rule


@pytest.mark.parametrize(
    ("tag", "is_plain"),
    [("p", True), ("a", True), ("h2", False), ("img", False), ("br", False)],
)
def test_what_holds_nothing_but_words_is_put_down_in_one_go(tag: str, *, is_plain: bool) -> None:
    (element,) = parse_html(f"<div><{tag}>").iter(tag)
    assert nature_of(element).is_plain is is_plain
