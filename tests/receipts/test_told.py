"""The README tells what each verdict and each reason of a receipt means."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mina_crawler.delivery import checks, opening, s3
from mina_crawler.discovery.trail import CUT_SHORT
from mina_crawler.extensions.ledger_guard import LEDGER_FAILED
from mina_crawler.extensions.pace import SITE_BUSY
from mina_crawler.monitors import overdue
from mina_crawler.receipts import changes, silence, suspicion, verdict, walks
from mina_crawler.receipts.extension import FORCED

if TYPE_CHECKING:
    from collections.abc import Iterator

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
CHAPTER = README.partition("## When something is wrong\n")[2].partition("\n## ")[0]
WORDS = {*suspicion.FALSE_ANSWERS, *CUT_SHORT, FORCED, LEDGER_FAILED, SITE_BUSY} - {""}


def sentences() -> Iterator[str]:
    """Yield each sentence that can become a reason, ``…`` where it is filled in."""
    for judgement in verdict.DECIDED.values():
        yield from judgement.reasons
    for module in (verdict, walks, suspicion, changes, silence, overdue):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            value = node.value if isinstance(node, ast.Yield | ast.Return) else None
            if isinstance(value, ast.JoinedStr):
                yield template_of(value)


def refusals() -> Iterator[str]:
    """Yield what makes a configuration a bad one, likewise."""
    for module in (checks, opening, s3):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            call = node.exc if isinstance(node, ast.Raise) else None
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "ConfigurationError":
                [text] = call.args
                yield template_of(text) if isinstance(text, ast.JoinedStr) else text.value  # type: ignore[attr-defined]


def template_of(sentence: ast.JoinedStr) -> str:
    """Return *sentence* with ``…`` for its values; the address at its end may be missing."""
    parts = (part.value if isinstance(part, ast.Constant) else "…" for part in sentence.values)
    return "".join(map(str, parts)).replace(")…", ")")


def test_there_are_reasons_to_tell() -> None:
    found = set(sentences())
    assert len(found) >= 15
    assert "another run is at work on the same edition" in found
    assert len(set(refusals())) >= 9


@pytest.mark.parametrize("sentence", sorted({*sentences(), *refusals()}))
def test_each_reason_is_told(sentence: str) -> None:
    assert f"`{sentence}" in CHAPTER


@pytest.mark.parametrize("word", sorted(WORDS))
def test_each_word_that_a_reason_is_filled_with_is_told(word: str) -> None:
    assert f"`{word}`" in CHAPTER


@pytest.mark.parametrize(("name", "code"), verdict.EXIT_CODES.items())
def test_each_verdict_is_told_with_its_exit_code(name: str, code: int) -> None:
    assert f"**{name}** ({code})" in CHAPTER
