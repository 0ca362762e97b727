"""Links to a post's categories, tags and recommended stories, in the markup of WordPress."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from quality.corpus.addresses import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quality.corpus.model import Link, Post


CATEGORY = '<a href="{url}" rel="category tag">{name}</a>'
TAG = '<a href="{url}" rel="tag">{name}</a>'
HASHED_TAG = '<a href="{url}" rel="tag">#{name}</a>'


def term_links(post: Post, kind: str, names: Iterable[str], form: str) -> list[str]:
    """Return links, each in *form*, to the archives of *names*; *kind* is category or tag."""
    host = "/".join(post.canonical.split("/")[:3])
    return [form.format(url=f"{host}/{kind}/{slugify(name)}/", name=escape(name)) for name in names]


def categories(post: Post, joint: str = ", ", form: str = CATEGORY) -> str:
    """Return the category links."""
    return joint.join(term_links(post, "category", post.categories, form))


def tags(post: Post, joint: str = ", ", form: str = TAG) -> str:
    """Return the tag links."""
    return joint.join(term_links(post, "tag", post.tags, form))


def menu(post: Post) -> str:
    """Return the site's main menu, which links to categories that are not the post's."""
    names = {
        "id": ("Palestina", "Internasional", "Nasional", "Khutbah"),
        "en": ("Palestine", "Asia"),
        "ar": ("فلسطين", "أخبار"),
    }
    links = term_links(post, "category", names[post.edition], '<a href="{url}">{name}</a>')
    return "</li><li>".join(links)


def listing(links: Iterable[Link], form: str) -> str:
    """Return recommended stories, each in *form* with ``{url}`` and ``{title}``."""
    return "\n".join(
        form.format(url=link.url, title=escape(link.title, quote=False)) for link in links
    )
