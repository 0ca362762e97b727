"""A theme: templates in a folder, and the few things that a template cannot say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from mina_crawler.demo.edition import Edition
    from mina_crawler.demo.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """How one era prints the site."""

    folder: str
    printed: Callable[[datetime, datetime, Edition], str]
    """(moment, now, edition) -> the time as a reader sees it."""
    machine: Callable[[datetime], str]
    """The time as machines see it, with the theme's own mistakes."""
    byline: Callable[[Story], str]
    """What the header tells of author and editor."""
    credits: Callable[[Story, Edition], list[str]]
    """The lines about people and promotion that the theme adds under a story."""
    structured: Callable[[Story, str, Theme, Edition], str]
    """The machine-readable part of an article's head."""
    adverts: bool
    """Whether an advert stands between the first paragraphs."""
    read_also: bool
    """Whether read-also links are injected."""
    hides: frozenset[str]
    """Keys of the JSON line that the theme gives no way to know."""

    def render(self, template: str, /, **values: str) -> str:
        """Return the theme's template of that name, filled."""
        return _template(self.folder, template).substitute(values)


@cache
def _template(folder: str, name: str) -> Template:
    path = files("mina_crawler.demo.themes").joinpath(folder, f"{name}.html")
    return Template(path.read_text("utf-8").rstrip("\n"))
