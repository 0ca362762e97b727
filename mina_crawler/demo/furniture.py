"""The small links around a page: menu, widgets, pagination, categories, tags."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mina_crawler.demo.site import Site
    from mina_crawler.demo.story import Story
    from mina_crawler.demo.vocabulary import Category


def category_path(site: Site, category: Category) -> str:
    """Return ``/category/<parent>/<child>/``."""
    parent = f"{category.parent}/" if category.parent else ""
    return f"{site.root}/category/{parent}{category.slug}/"


def tag_slug(name: str) -> str:
    """Return the slug of a tag."""
    return name.lower().replace(" ", "-")


def tag_path(site: Site, name: str) -> str:
    """Return ``/tag/<slug>/``."""
    return f"{site.root}/tag/{tag_slug(name)}/"


def menu(site: Site) -> str:
    """Return the categories as nested menu entries."""
    return "\n".join(_entry(site, top) for top in site.menu if not top.parent)


def _entry(site: Site, category: Category) -> str:
    children = [_entry(site, child) for child in site.menu if child.parent == category.slug]
    below = f'<ul class="sub-menu">{"".join(children)}</ul>' if children else ""
    return (
        f'<li class="menu-item menu-item-object-category menu-item-{category.id}">'
        f'<a href="{category_path(site, category)}">{category.name}</a>{below}</li>'
    )


def items(site: Site, numbers: Iterable[int]) -> str:
    """Return articles as entries of a list."""
    return "\n".join(f"<li>{_link(site, number)}</li>" for number in numbers)


def _link(site: Site, number: int, kind: str = "bookmark") -> str:
    title = escape(site.story(number).title, quote=False)
    return f'<a href="{site.url(number)}" rel="{kind}">{title}</a>'


def neighbours(site: Site, number: int) -> str:
    """Return links to the articles before and after."""
    sides = {"prev": number - 1, "next": number + 1}
    return " ".join(_link(site, n, kind) for kind, n in sides.items() if site.is_public(n))


def category_links(site: Site, story: Story) -> str:
    """Return the categories of a story as WordPress prints them."""
    return ", ".join(
        f'<a href="{category_path(site, category)}" rel="category tag">{category.name}</a>'
        for category in story.categories
    )


def tag_links(site: Site, story: Story) -> str:
    """Return the tags of a story as WordPress prints them."""
    links = (f'<a href="{tag_path(site, tag)}" rel="tag">{tag}</a>' for tag in story.tags)
    return f'<span class="tags-links">{", ".join(links)}</span>'


def story_pages(site: Site, story: Story, page: int) -> str:
    """Return the links to the pages of a story of several pages."""
    if story.pages == 1:
        return ""
    url = site.root + story.path
    links = [
        f'<span class="post-page-numbers current" aria-current="page">{nth}</span>'
        if nth == page
        else f'<a href="{url if nth == 1 else f"{url}{nth}/"}" class="post-page-numbers">{nth}</a>'
        for nth in range(1, story.pages + 1)
    ]
    return f'<div class="page-links">{" ".join(links)}</div>'


def listing_pages(url: str, page: int, last: int, newer: str, older: str) -> str:
    """Return the links to the pages of a list: neighbours, first and last."""
    if last <= 1:
        return ""
    shown = sorted({1, last, *range(max(1, page - 1), min(last, page + 1) + 1)})
    links = [
        f'<span aria-current="page" class="page-numbers current">{nth}</span>'
        if nth == page
        else f'<a class="page-numbers" href="{_page(url, nth)}">{nth}</a>'
        for nth in shown
    ]
    if page > 1:
        links.insert(0, f'<a class="prev page-numbers" href="{_page(url, page - 1)}">{newer}</a>')
    if page < last:
        links.append(f'<a class="next page-numbers" href="{_page(url, page + 1)}">{older}</a>')
    return "\n".join(links)


def _page(url: str, nth: int) -> str:
    return url if nth == 1 else f"{url}page/{nth}/"
