"""What a theme is: a template, the slots it fills, and what it lets a reader see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from quality.corpus.model import Post

THEMES = Path(__file__).parent.parent / "themes"


@dataclass(frozen=True, kw_only=True)
class Theme:
    """One look of the site."""

    name: str
    slots: Callable[[Post, datetime], dict[str, str]]
    """The template's holes, by name; the renderer adds title, content and page links."""
    noise: Callable[[Post, datetime], list[str]]
    """Texts of the theme's own that must not end up in a story."""
    printed: Callable[[Post, datetime], list[str]]
    """The moment of publication as printed."""
    boxes: tuple[str, ...]
    """Read-also links take turns in these, with ``{prefix}``, ``{url}`` and ``{title}``."""
    caption: str = (
        '<figure class="wp-caption">{image}'
        '<figcaption class="wp-caption-text">{caption}</figcaption></figure>'
    )
    advert: str = ""
    """What stands between the paragraphs of the story."""
    page_links: str = "Halaman: {links}"
    shows_author: bool = True
    shows_editor: bool = False
    shows_caption: bool = True
    shows_id: bool = True
    shows_modified: bool = True
    until: date = date(2100, 1, 1)
    """Articles of later days never appeared in this theme."""
    old_domain: bool = False

    bare: bool = False
    """Somebody else prints the page around the story."""

    def template(self) -> str:
        """Return the page with its holes."""
        if self.bare:
            return "{{content}}"
        return (THEMES / self.name / "page.html").read_text(encoding="utf-8")
