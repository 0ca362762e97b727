"""Scores notice what they are there to notice."""

from __future__ import annotations

from typing import Any

import pytest

from quality.cases import Case, cases
from quality.floors import breaches
from quality.scoring.article import score
from quality.scoring.tally import WORST_IS_HIGHEST


@pytest.fixture
def case() -> Case:
    return next(iter(each for each in cases(20, ["era_c"]) if each.rendered.truth["related"]))


@pytest.fixture
def perfect(case: Case) -> dict[str, Any]:
    truth = case.rendered.truth
    printed = {name: truth[name][0] for name in ("published_raw", "modified_at")}
    return {**truth, **printed}


def test_a_perfect_reading_gets_full_marks(case: Case, perfect: dict[str, Any]) -> None:
    figures = score(case.rendered, perfect)
    assert figures == {name: float(name not in WORST_IS_HIGHEST) for name in figures}


@pytest.mark.parametrize(
    ("kind", "measure"), [("read_also", "read_also_left"), ("boilerplate", "boilerplate_left")]
)
def test_whatever_is_left_in_is_noticed(
    kind: str, measure: str, case: Case, perfect: dict[str, Any]
) -> None:
    for piece in case.rendered.noise[kind]:
        dirty = perfect | {"text": f"{perfect['text']}\n\n{piece}"}
        assert score(case.rendered, dirty)[measure] == 1


def test_a_lost_paragraph_is_noticed(case: Case, perfect: dict[str, Any]) -> None:
    first, *rest = perfect["text"].split("\n\n")
    figures = score(case.rendered, perfect | {"text": "\n\n".join(rest)})
    assert (figures["prose_lost"], figures["exact"]) == (first not in rest, 0)


def test_an_instant_seven_hours_off_is_wrong(case: Case, perfect: dict[str, Any]) -> None:
    lying = perfect["published_at"].replace("+07:00", "+00:00")
    assert score(case.rendered, perfect | {"published_at": lying})["published_at"] == 0


def test_a_figure_below_its_floor_is_named() -> None:
    figures = {"f1": 0.1, "exact": 1.0, "read_also_left": 0, "boilerplate_left": 0, "prose_lost": 0}
    assert [sentence.split(" is ")[0] for sentence in breaches({"era_b: high": figures})] == [
        "era_b: high: f1"
    ]
