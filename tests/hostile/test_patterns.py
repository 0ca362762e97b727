"""Patterns: none takes more than linear time, whatever a page makes it look at."""

from __future__ import annotations

import ast
from pathlib import Path
from time import process_time

import pytest

import mina_crawler
from mina_crawler.parsing.text import fold
from tests.hostile.patterns import SHOWN, Found, attacks, patterns, text_of

pytestmark = pytest.mark.long

SHORT, LONG = 2_000, 24_000
"""Characters. What is quadratic takes 144 times as long for the second as for the first."""
SUSPICIOUS = 0.002
ALLOWED = 0.25
"""Seconds of the processor; half a second is what the cheapest quadratic pattern takes."""

FOUND = list(patterns())
ASKING = {"search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}


def seconds(found: Found, before: str, pump: str, length: int) -> float:
    text = text_of(before, pump, min(length, found.shown.longest or length))
    shown = fold(text[:-1]) + text[-1:] if found.shown.folded else text
    began = process_time()
    for method in found.methods:
        getattr(found.pattern, method)(shown[: found.shown.longest])
    return process_time() - began


@pytest.mark.parametrize("found", FOUND, ids=[f"{n}-{one.where}" for n, one in enumerate(FOUND)])
def test_a_pattern_takes_linear_time(found: Found) -> None:
    for before, pump in attacks(found.pattern):
        if seconds(found, before, pump, SHORT) > SUSPICIOUS:
            assert seconds(found, before, pump, LONG) < ALLOWED, (before, pump)


def test_what_patterns_are_shown_is_told_of_patterns_there_are() -> None:
    assert set(SHOWN) <= {found.where for found in FOUND}
    assert len(FOUND) > 80


@pytest.mark.parametrize("folder", ["pages", "parsing"])
def test_no_pattern_hides_in_a_function(folder: str) -> None:
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in Path(mina_crawler.__path__[0], folder).glob("*.py")
        for function in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Attribute) and call.attr in ASKING | {"compile"}
        if isinstance(call.value, ast.Name) and call.value.id == "re"
    ]
    assert hidden == []
