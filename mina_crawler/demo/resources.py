"""Posts, terms, people and pictures as WordPress's REST API shows them."""

from __future__ import annotations

from datetime import UTC
from html import escape
from typing import TYPE_CHECKING, Any

from mina_crawler.demo import markup
from mina_crawler.demo.edition import EDITIONS
from mina_crawler.demo.furniture import category_path, tag_path, tag_slug
from mina_crawler.demo.vocabulary import staff

if TYPE_CHECKING:
    from datetime import datetime

    from mina_crawler.demo.site import Site
    from mina_crawler.demo.story import Story

    Resource = dict[str, Any]

FIRST_TAG_ID = 101


def _texturized(text: str) -> str:
    return escape(text, quote=False).translate(markup.ENTITIES)


def _local(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat()


def _gmt(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat()


def post(site: Site, number: int) -> Resource:
    """Return an article."""
    story = site.story(number)
    edition = EDITIONS[site.plan.edition]
    return {
        "id": story.post_id,
        "date": _local(story.published),
        "date_gmt": _gmt(story.published),
        "guid": {"rendered": f"{site.root}/?p={story.post_id}"},
        "modified": _local(story.modified),
        "modified_gmt": _gmt(story.modified),
        "slug": story.slug,
        "status": "publish",
        "type": "post",
        "link": site.url(number),
        "title": {"rendered": _texturized(story.title)},
        "content": {"rendered": markup.stored(story, edition, site.root), "protected": False},
        "excerpt": {"rendered": f"<p>{_texturized(story.summary)}</p>\n", "protected": False},
        "author": 1 + staff().everyone.index(story.author),
        "featured_media": story.post_id + 1 if story.photo else 0,
        "comment_status": "closed",
        "sticky": False,
        "format": "standard",
        "categories": [category.id for category in story.categories],
        "tags": [FIRST_TAG_ID + site.tags.index(tag) for tag in story.tags],
    }


def embedded(site: Site, number: int) -> Resource:
    """Return what ``_embed`` adds to an article: author, picture, terms."""
    story = site.story(number)
    pictures = [media(site, story)] if story.photo else []
    own = {tag_slug(tag) for tag in story.tags}
    terms = [
        [entry for entry in categories(site) if entry["id"] in {c.id for c in story.categories}],
        [entry for entry in tags(site) if entry["slug"] in own],
    ]
    author = users(site)[staff().everyone.index(story.author)]
    return {"author": [author], "wp:featuredmedia": pictures, "wp:term": terms}


def media(site: Site, story: Story) -> Resource:
    """Return the main picture of an article."""
    photo = story.photo
    if photo is None:
        raise ValueError(f"article {story.number} has no picture")
    label = EDITIONS[site.plan.edition].credit
    return {
        "id": story.post_id + 1,
        "type": "attachment",
        "media_type": "image",
        "mime_type": "image/jpeg",
        "source_url": site.root + photo.path,
        "caption": {"rendered": f"<p>{markup.caption(photo, label)}</p>\n"},
        "alt_text": "",
        "post": story.post_id,
    }


def categories(site: Site) -> list[Resource]:
    """Return the categories, by name."""
    ids = {category.slug: category.id for category in site.menu}
    return [
        {
            "id": category.id,
            "count": len(site.in_category(category)),
            "link": category_path(site, category),
            "name": escape(category.name),
            "slug": category.slug,
            "taxonomy": "category",
            "parent": ids.get(category.parent, 0),
        }
        for category in sorted(site.menu, key=lambda entry: entry.name)
    ]


def tags(site: Site) -> list[Resource]:
    """Return the tags, by name."""
    return [
        {
            "id": tag_id,
            "count": len(site.in_tag(name)),
            "link": tag_path(site, name),
            "name": escape(name),
            "slug": tag_slug(name),
            "taxonomy": "post_tag",
        }
        for tag_id, name in enumerate(site.tags, start=FIRST_TAG_ID)
    ]


def users(site: Site) -> list[Resource]:
    """Return the people who have written something."""
    return [
        {
            "id": user_id,
            "name": person.name,
            "slug": person.login,
            "link": f"{site.root}/author/{person.login}/",
        }
        for user_id, person in enumerate(staff().everyone, start=1)
    ]
