"""The words that the stand-in's stories are written with, read from TOML files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


class Person(NamedTuple):
    """A member of the newsroom; *code* is how a desk code names them."""

    login: str
    name: str
    code: str


class Category(NamedTuple):
    """A category; *parent* is a slug, or empty."""

    id: int
    slug: str
    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class Staff:
    """The newsroom by role."""

    reporters: tuple[Person, ...]
    editors: tuple[Person, ...]
    writers: tuple[Person, ...]

    @property
    def everyone(self) -> tuple[Person, ...]:
        """Return the people who have an account, in the order of their ids."""
        return self.reporters + self.editors + self.writers


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What one edition writes with: general words and a list of topics, repeated by weight."""

    general: dict[str, Any]
    topics: tuple[dict[str, Any], ...]


def _toml(*path: str) -> dict[str, Any]:
    return tomllib.loads(files(__name__).joinpath(*path).read_text("utf-8"))


@cache
def vocabulary(edition: str) -> Vocabulary:
    """Return the words of *edition*."""
    names = sorted(entry.name for entry in files(__name__).joinpath(edition).iterdir())
    read = {name: _toml(edition, name) for name in names if name.endswith(".toml")}
    general = read.pop("general.toml")
    topics = tuple(topic for topic in read.values() for _ in range(topic["weight"]))
    return Vocabulary(general, topics)


@cache
def staff() -> Staff:
    """Return the invented newsroom."""
    roles = _toml("staff.toml")
    return Staff(**{role: tuple(Person(**person) for person in roles[role]) for role in roles})


@cache
def categories(edition: str) -> tuple[Category, ...]:
    """Return the categories of *edition* in the order of its menu."""
    rows = _toml("categories.toml")[edition]
    return tuple(Category(number, *row) for number, row in enumerate(rows, start=2))
