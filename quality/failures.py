"""Describes what was read wrongly, with samples; of the unseen theme it tells only how often."""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from quality import ours
from quality.cases import cases
from quality.scoring.article import score
from quality.scoring.tally import WORST_IS_HIGHEST
from quality.scoring.text import left_in, lost

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quality.cases import Case

SAMPLES = 3
AROUND = 160
UNSEEN = "unseen"
NOISE = {"read_also_left": "read_also", "boilerplate_left": "boilerplate"}


def _wrong(figures: dict[str, float]) -> list[str]:
    return [
        name
        for name, figure in figures.items()
        if name != "f1" and figure != float(name not in WORST_IS_HIGHEST)
    ]


def _around(case: Case, text: str) -> str:
    """Return the HTML around the first appearance of *text*."""
    for _, html in case.rendered.pages:
        place = html.find(text[:40])
        if place >= 0:
            return html[max(0, place - AROUND) : place + len(text[:40]) + AROUND]
    return ""


def _text_difference(truth: str, read: str) -> tuple[str, str]:
    """Return the first blocks that differ, as they should be and as they are."""
    true_blocks, blocks = truth.split("\n\n"), read.split("\n\n")
    for kind, start, end, other, other_end in SequenceMatcher(
        None, true_blocks, blocks, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            return "\n\n".join(true_blocks[start:end]), "\n\n".join(blocks[other:other_end])
    return "", ""


def _words(value: object) -> str:
    """Return words of *value* to look for in the page."""
    while isinstance(value, list | dict) and value:
        value = value[0] if isinstance(value, list) else value.get("caption") or value.get("title")
    return value if isinstance(value, str) else ""


def _evidence(case: Case, name: str, read: dict[str, Any]) -> tuple[object, object]:
    """Return what should have been read, and what was."""
    truth, text = case.rendered.truth, read["text"]
    if name == "exact":
        return _text_difference(truth["text"], text)
    if name == "prose_lost":
        return lost(truth["text"], text)[0], ""
    if name in NOISE:
        return "", left_in(truth["text"], text, case.rendered.noise[NOISE[name]])[0]
    return truth[name], read[name]


def _sample(case: Case, name: str, read: dict[str, Any]) -> str:
    expected, got = _evidence(case, name, read)
    html = _around(case, _words(got) or _words(expected))
    lines = [f"- article {case.post.id}", f"  - expected: `{expected!r}`", f"  - read: `{got!r}`"]
    return "\n".join([*lines, f"  - html: `{html!r}`" if html else "  - not found in the html", ""])


def report(count: int, themes: Iterable[str]) -> str:
    """Return a description of all failures over *count* articles."""
    seen: Counter[str] = Counter()
    wrong: dict[str, Counter[str]] = defaultdict(Counter)
    samples: dict[tuple[str, str], list[str]] = defaultdict(list)
    for case in cases(count, themes):
        read = ours.read(case.rendered)
        seen[case.theme] += 1
        for name in _wrong(score(case.rendered, read)):
            wrong[case.theme][name] += 1
            if case.theme != UNSEEN and len(samples[case.theme, name]) < SAMPLES:
                samples[case.theme, name].append(_sample(case, name, read))
    return "\n".join(_section(theme, seen[theme], wrong[theme], samples) for theme in seen)


def _section(
    theme: str, total: int, wrong: Counter[str], samples: dict[tuple[str, str], list[str]]
) -> str:
    lines = [f"# {theme}: {total} articles\n"]
    for name, count in wrong.most_common():
        lines += [
            f"## {name}: {count} wrong ({100 * count / total:.2f} %)\n",
            *samples.get((theme, name), []),
        ]
    return "\n".join(lines) + "\n"
