"""Every compiled pattern of the package, with texts made to keep each of them busy."""

from __future__ import annotations

import dataclasses
import inspect
import pkgutil
import re
from importlib import import_module
from re import _constants as codes  # type: ignore[attr-defined] # how Python itself reads a pattern
from re import _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, NamedTuple

import mina_crawler

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

BAD_END = "\x00"
"""What no pattern expects: at the end of a text it has all that came before tried again."""
METHODS = ("search", "match", "fullmatch")
ASKED = {"sub": "search", "subn": "search", "split": "search", "finditer": "search"} | {
    "findall": "search"
}
CLASSES = {
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_NOT_WORD: "-",
}
REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}
OTHERS = "a1 -.,(/\n"


class Shown(NamedTuple):
    """What a pattern is shown at most."""

    longest: int | None = None
    """Characters; ``None`` without a limit."""
    folded: bool = False
    """Whether runs of white space come as one space."""
    methods: tuple[str, ...] = ()
    """How it is asked; empty where its own module tells."""


SHOWN = {
    "delivery.addresses._PLACEHOLDER": Shown(longest=300),  # who runs the crawl has written it
    "parsing.headers._HEADER": Shown(longest=250, folded=True),
    "parsing.captions._BRACKETS": Shown(folded=True),
    "parsing.captions._CREDIT": Shown(folded=True),
    "parsing.captions._LINE": Shown(folded=True),
    "parsing.dateline_forms.FORMS": Shown(methods=("match",)),
    "parsing.datelines._ERA": Shown(longest=75),  # what a form takes for dates
    "parsing.desk_codes._CODE": Shown(longest=60),
    "parsing.desk_codes._END_MARK": Shown(longest=8),
    "parsing.names._BRACKETS": Shown(folded=True),
    "parsing.names._SEPARATOR": Shown(folded=True),
    "parsing.names._TRADE": Shown(folded=True),
    "parsing.titles._SEPARATOR": Shown(longest=500, folded=True),
}
"""Where -> what the code around a pattern lets through to it; without an entry: anything."""


class Found(NamedTuple):
    """A pattern, where it lives, and how it is asked."""

    where: str
    pattern: re.Pattern[str]
    methods: tuple[str, ...]
    shown: Shown


def patterns() -> Iterator[Found]:
    """Yield each pattern that a module of the package holds, once."""
    met: set[re.Pattern[str]] = set()
    for module in pkgutil.walk_packages(mina_crawler.__path__, "mina_crawler."):
        if module.name.endswith("__main__"):
            continue
        imported = import_module(module.name)
        for name, value in vars(imported).items():
            for pattern in _patterns_in(value):
                if pattern not in met:
                    met.add(pattern)
                    yield _found(imported, name, pattern)


def _found(module: ModuleType, name: str, pattern: re.Pattern[str]) -> Found:
    where = f"{module.__name__.removeprefix('mina_crawler.')}.{name}"
    shown = SHOWN.get(where, Shown())
    return Found(where, pattern, shown.methods or _methods(name, inspect.getsource(module)), shown)


def _patterns_in(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from _patterns_in([*value.keys(), *value.values()])
    elif isinstance(value, (list, tuple, set, frozenset)):
        for part in value:
            yield from _patterns_in(part)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from _patterns_in(list(vars(value).values()) if hasattr(value, "__dict__") else [])


def _methods(name: str, source: str) -> tuple[str, ...]:
    """Return how the pattern *name* is asked, all ways where it is handed on."""
    found = {
        ASKED.get(method, method)
        for method in re.findall(rf"\b{name}\.({'|'.join((*METHODS, *ASKED))})\b", source)
    }
    is_handed_on = re.search(rf"\b{name}\b(?!\.|\s*[:=])", source)
    return METHODS if is_handed_on or not found else tuple(sorted(found))


def attacks(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield what is worth repeating in a text for *pattern*, and what must stand before it."""
    tree = _parser.parse(pattern.pattern, pattern.flags)
    for before, pump in dict.fromkeys(_pumps(tree, "")):
        yield "", pump
        if before:
            yield before, pump
            yield "", before + pump
            yield "", before + pump * 50


def text_of(before: str, pump: str, length: int) -> str:
    """Return a text of about *length* characters with an end that no pattern looks for."""
    return before + pump * max(1, length // len(pump)) + BAD_END


def _pumps(tree: Iterable[Any], before: str) -> Iterator[tuple[str, str]]:
    """Yield what is worth repeating in *tree*, and what must stand before it."""
    for code, argument in tree:
        here = _sample([(code, argument)])
        if here:
            yield before, here
        for inner in _inner(code, argument):
            yield from _pumps(inner, before)
        if code in REPEATS:
            inside = _sample(argument[2])
            for other in OTHERS if inside else "":
                yield before, inside + other
        before += here


def _inner(code: Any, argument: Any) -> list[Any]:
    if code in REPEATS:
        return [argument[2]]
    if code is codes.SUBPATTERN:
        return [argument[3]]
    if code is codes.BRANCH:
        return list(argument[1])
    if code in {codes.ASSERT, codes.ASSERT_NOT}:
        return [argument[1]]
    return [argument] if code is codes.ATOMIC_GROUP else []


def _sample(tree: Iterable[Any]) -> str:
    """Return a short text that *tree* matches, but for its assertions."""
    return "".join(_sample_of(code, argument) for code, argument in tree)


def _sample_of(code: Any, argument: Any) -> str:
    match code:
        case codes.LITERAL:
            sample = chr(argument)
        case codes.NOT_LITERAL:
            sample = "a" if argument != ord("a") else "b"
        case codes.ANY:
            sample = "a"
        case codes.IN:
            sample = _member(argument)
        case code if code in REPEATS:
            sample = _sample(argument[2]) * max(1, min(argument[0], 50))
        case codes.SUBPATTERN | codes.BRANCH | codes.ATOMIC_GROUP:
            sample = _sample(_inner(code, argument)[0])
        case _:  # what takes no character
            sample = ""
    return sample


def _member(members: list[Any]) -> str:
    """Return a character of a class; of one that excludes, one that it admits."""
    if members[0][0] is codes.NEGATE:
        excluded = {_one(*member) for member in members[1:]}
        return next(sign for sign in OTHERS + "b" if sign not in excluded)
    return _one(*members[0])


def _one(code: Any, argument: Any) -> str:
    if code is codes.RANGE:
        return chr(argument[0])
    return CLASSES[argument] if code is codes.CATEGORY else chr(argument)
