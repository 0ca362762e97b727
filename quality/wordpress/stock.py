"""WordPress's own themes, and what each of them lets a reader see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quality.rendering.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from quality.corpus.model import Post

BOXES = (
    '<p><strong>{prefix} <a href="{url}">{title}</a></strong></p>',
    '<div class="baca-juga">{prefix} <a href="{url}">{title}</a></div>',
)


def _no_slots(_post: Post, _now: datetime) -> dict[str, str]:
    return {}


def _no_noise(_post: Post, _now: datetime) -> list[str]:
    return []


def _stock(name: str, *, shows_caption: bool) -> Theme:
    return Theme(
        name=name,
        slots=_no_slots,
        noise=_no_noise,
        printed=_no_noise,
        boxes=BOXES,
        shows_caption=shows_caption,
        shows_modified=False,
        bare=True,
    )


STOCK = {
    theme.name: theme
    for theme in (
        _stock("twentytwentyone", shows_caption=True),
        _stock("twentytwentytwo", shows_caption=False),
        _stock("twentytwentythree", shows_caption=False),
    )
}
