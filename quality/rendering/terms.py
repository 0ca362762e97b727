"""Links to a post's categories, tags and recommended stories, in the markup of WordPress."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from quality.corpus.addresses import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quality.corpus.model import Link, Post


def term_links(
    post: Post,
    kind: str,
    names: Iterable[str],
    *,
    attributes: str = "",
    joint: str = ", ",
    mark: str = "",
) -> str:
    """Return links to the archives of *names*; *kind* is ``category`` or ``tag``."""
    host = "/".join(post.canonical.split("/")[:3])
    return joint.join(
        f'<a href="{host}/{kind}/{slugify(name)}/"{attributes}>{mark}{escape(name)}</a>'
        for name in names
    )


def categories(post: Post, *, attributes: str = ' rel="category tag"', joint: str = ", ") -> str:
    """Return the category links."""
    return term_links(post, "category", post.categories, attributes=attributes, joint=joint)


def tags(post: Post, *, attributes: str = ' rel="tag"', joint: str = ", ", mark: str = "") -> str:
    """Return the tag links."""
    return term_links(post, "tag", post.tags, attributes=attributes, joint=joint, mark=mark)


def menu(post: Post) -> str:
    """Return the site's main menu, which links to categories that are not the post's."""
    names = {
        "id": ("Palestina", "Internasional", "Nasional", "Khutbah"),
        "en": ("Palestine", "Asia"),
        "ar": ("فلسطين", "أخبار"),
    }
    return term_links(post, "category", names[post.edition], joint="</li><li>")


def listing(links: Iterable[Link], form: str) -> str:
    """Return recommended stories, each in *form* with ``{url}`` and ``{title}``."""
    return "\n".join(
        form.format(url=link.url, title=escape(link.title, quote=False)) for link in links
    )
