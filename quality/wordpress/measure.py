"""Reads the corpus from a real WordPress, in its own themes and in ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quality import ours
from quality.cases import RATES
from quality.corpus.newsroom import article
from quality.rendering.page import render
from quality.scoring.article import score
from quality.scoring.tally import Tally
from quality.themes import THEMES
from quality.wordpress.site import run_site
from quality.wordpress.stock import STOCK

if TYPE_CHECKING:
    from quality.corpus.model import Post
    from quality.rendering.page import Rendered
    from quality.rendering.theme import Theme
    from quality.wordpress.site import Site


HIDDEN = frozenset(("published_raw", "edition"))


def served(site: Site, theme: Theme, post: Post) -> Rendered:
    """Return *post* with WordPress's HTML in place of our own rendering of it."""
    rendered = render(theme, post)
    pages = [(url, site.html(post, number)) for number, (url, _) in enumerate(rendered.pages, 1)]
    if theme.name in THEMES:
        return rendered._replace(pages=pages)
    address = site.address(post)
    pages = [(f"{address}{n}/" if n > 1 else address, html) for n, (_, html) in enumerate(pages, 1)]
    return rendered._replace(pages=pages, truth=_as_served(site, post, rendered.truth))


def _as_served(site: Site, post: Post, truth: dict[str, object]) -> dict[str, object]:
    """Return the truth of a stock theme: local addresses, one edition, no clock printed."""
    uploads = f"{site.server.url}/wp-content/uploads/"
    known = {name: value for name, value in truth.items() if name not in HIDDEN}
    image = known.get("image")
    if isinstance(image, dict):
        known["image"] = image | {"url": uploads + image["url"].partition("/uploads/")[2]}
    return known | {"url": site.address(post)}


def measure(count: int) -> Tally:
    """Return our figures on WordPress's HTML, in groups such as ``era_b: wordpress high``."""
    tally = Tally()
    rates = {number: ("high" if number % 2 else "realistic") for number in range(count)}
    posts = [article(number, RATES[name]) for number, name in rates.items()]
    with run_site(posts) as site:
        for name, theme in (STOCK | THEMES).items():
            site.use_theme(name)
            for post, rate in zip(posts, rates.values(), strict=True):
                if post.published.date() <= theme.until:
                    rendered = served(site, theme, post)
                    tally.add(f"{name}: wordpress {rate}", score(rendered, ours.read(rendered)))
    return tally
