"""The ground truth: what a perfect crawl would write about each article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mina_crawler.demo.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mina_crawler.demo.printer import Printer
    from mina_crawler.demo.story import Photo, Place, Story

NOTHING: dict[str, Any] = {"modified_at": None, "editors": [], "related": []}
"""What is left of a key that the theme does not print."""


def article(printer: Printer, number: int) -> dict[str, Any]:
    """Return the content of the JSON line of an article, under the theme worn now.

    ``related`` holds the links of the last rendering of each of its pages.
    """
    site, story = printer.site, printer.site.story(number)
    original = site.copies.get(number)
    line = {
        "url": site.url(number),
        "post_id": story.post_id,
        "edition": site.plan.edition,
        "title": story.title,
        "published_at": story.published.isoformat(),
        "modified_at": story.modified.isoformat(),
        "dateline": story.dateline and _dateline(story.dateline),
        "reporters": [story.author.name],
        "editors": [story.editor.name] if story.editor else [],
        "desk_code": story.desk_code,
        "categories": [category.name for category in story.categories],
        "tags": list(story.tags),
        "summary": story.summary,
        "image": story.photo and _picture(story.photo, site.root),
        "images": [_picture(photo, site.root) for photo in story.photos],
        "text": story.text,
        "related": _related(printer, story),
        "pages": story.pages,
        "duplicate_of": None if original is None else site.url(original),
    }
    hidden = THEMES[site.theme].hides
    return {key: NOTHING[key] if key in hidden else value for key, value in line.items()}


def articles(printer: Printer, *, copies: bool = False) -> Iterator[dict[str, Any]]:
    """Yield the lines of all public articles, oldest first; republished texts only on request."""
    site = printer.site
    for number in site.everything():
        if copies or not site.is_public(site.copies.get(number, -1)):
            yield article(printer, number)


def _dateline(place: Place) -> dict[str, Any]:
    return {
        "place": place.place,
        "hijri": place.hijri,
        "date": place.day and place.day.isoformat(),
        "agencies": list(place.agencies),
        "raw": " ".join(place.raw.split()),
    }


def _picture(photo: Photo, root: str) -> dict[str, Any]:
    return {"url": root + photo.path, "caption": photo.caption, "credit": photo.credit}


def _related(printer: Printer, story: Story) -> list[dict[str, str]]:
    pages = range(1, story.pages + 1)
    linked = (n for page in pages for n in printer.injected.get((story.number, page), ()))
    site = printer.site
    return [{"title": site.story(n).title, "url": site.url(n)} for n in dict.fromkeys(linked)]
