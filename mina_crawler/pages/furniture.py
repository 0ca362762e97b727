"""The furniture of a theme: elements that stand in or around a story without being part of it.

Class names are only ever used to *remove* what well-known plugins and conventions put there; a
story is never found by a theme's own names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from lxml.etree import _Attrib, _Element

FURNITURE_TAGS = {
    "nav": "navigation",
    "form": "form",
    "button": "button",
    "select": "form",
    "textarea": "form",
    "dialog": "dialog",
    **dict.fromkeys(
        (
            "amp-ad", "amp-embed", "amp-facebook", "amp-iframe", "amp-instagram",
            "amp-social-share", "amp-tiktok", "amp-twitter", "amp-youtube",
        ),
        "embed",
    ),
    "amp-sidebar": "navigation",
    "amp-consent": "dialog",
    "amp-user-notification": "dialog",
}  # fmt: skip
"""Elements whose words are never a story's -> rule."""

SILENT_TAGS = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "math",
        "head",
        "input",
        "link",
        "meta",
        "map",
    }
)
"""Elements that hold no words for a reader."""

_FURNITURE_CLASSES = {
    "share": (
        "sharedaddy", "sharing", "share", "shares", "sharebar", "share-buttons", "social-share",
        "share-post", "post-share", "addtoany_share_save_container", "addtoany_content",
        "a2a_kit", "heateor_sss_sharing_container", "sassy-social-share", "essb_links",
        "mashsb-container", "jeg_share_button", "td-post-sharing", "social-links",
        "wp-block-social-links", "addthis_toolbox", "likebtn_container",
        "jp-likes-widget-wrapper",
    ),
    "recommendations": (
        "jp-relatedposts", "yarpp", "yarpp-related", "related-posts", "related_posts",
        "relatedposts", "crp_related", "rp4wp-related-posts", "wp-block-latest-posts",
        "wp-block-query", "related-articles", "recommended", "rekomendasi", "berita-terkait",
        "td_block_related_posts", "jnews_related_post_container", "post-navigation",
        "nav-links", "wp-block-post-navigation-link",
    ),
    "advert": (
        "advert", "advertisement", "ads", "adsbygoogle", "ad-container", "ad-wrapper",
        "banner-ads", "code-block", "ai_widget", "iklan", "google-auto-placed",
        "quads-location",
    ),
    "embed": (  # what stands in the page until a network's script replaces it
        "twitter-tweet", "twitter-video", "instagram-media", "fb-post", "fb-video",
        "fb-xfbml-parse-ignore", "tiktok-embed", "bluesky-embed", "text-post-media",
        "reddit-embed-bq", "wp-embedded-content",
    ),
    "comments": (
        "comments-area", "comment-respond", "comment-list", "wp-block-comments",
        "comments-link", "disqus_thread", "fb-comments",
    ),
    "author box": (
        "author-box", "author-bio", "author-info", "saboxplugin-wrap", "abh_box",
        "about-author", "author-description",
    ),
    "rating": (
        "kk-star-ratings", "post-ratings",
    ),
    "counter": (
        "post-views", "pvc_stats", "views-count", "wp-post-views", "entry-views",
    ),
    "page links": (
        "page-links", "post-page-numbers", "pagelink", "page-link", "pagination",
    ),
    "breadcrumb": (
        "breadcrumb", "breadcrumbs", "rank-math-breadcrumb", "yoast-breadcrumb", "bread-crumb",
        "breadcumb", "breadcrum",
    ),
    "hidden": (
        "screen-reader-text", "sr-only", "visually-hidden", "hidden", "rich-snippet-hidden",
    ),
    "table of contents": (
        "ez-toc-container", "toc_container", "lwptoc",
    ),
    "navigation": (
        "menu-item", "nav-item", "cat-item",
    ),
    "button": (
        "wp-block-file__button",
    ),
    "newsletter": (
        "newsletter", "subscribe-box", "mc4wp-form", "jetpack_subscription_widget",
    ),
}  # fmt: skip

_RULE_OF_CLASS = {name: rule for rule, names in _FURNITURE_CLASSES.items() for name in names}
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_FURNITURE_ROLES = {
    "navigation": "navigation",
    "banner": "banner",
    "contentinfo": "footer",
    "search": "form",
    "complementary": "sidebar",
    "dialog": "dialog",
}

ASIDE_TAGS = frozenset({"nav", "aside"})
_ASIDE_CLASSES = ("comment", "menu-item", "nav-item", "cat-item")
"""Parts of classes of what holds words about other things than the story."""

SPEAKING_ATTRIBUTES = frozenset({"role", "hidden", "itemprop"})
"""Attributes that may tell what an element is, beside its style; most elements have none."""


def name_by_names(tag: str, classes: Iterable[str]) -> str | None:
    """Return the rule by which an element with *tag* and *classes*, in small letters, is left out.

    Empty where it holds no words; ``None`` where it may be part of a story.
    """
    if tag in SILENT_TAGS:
        return ""
    rules = (FURNITURE_TAGS.get(tag), *map(_RULE_OF_CLASS.get, classes))
    return next(filter(None, rules), None)


def name_by_attributes(attributes: _Attrib) -> str | None:
    """Return the rule by which the *attributes* of an element say that it is no part of a story."""
    role = attributes.get("role")
    if role in _FURNITURE_ROLES:
        return _FURNITURE_ROLES[role]
    if attributes.get("itemprop") == "publisher":
        return "publisher"
    is_hidden = "hidden" in attributes or hides(attributes.get("style", ""))
    return "hidden" if is_hidden else None


def is_aside(element: _Element, around: Collection[_Element] = ()) -> bool:
    """Tell whether *element* stands in comments, a menu or a sidebar.

    What is *around* the story, too, is none: themes say ``no-comments`` of a whole page.
    """
    for one in element.iterancestors():
        if one in around:
            return False
        if one.tag in ASIDE_TAGS:
            return True
        classes = one.get("class")
        if classes and any(name in classes for name in _ASIDE_CLASSES):
            return True
    return False


def hides(style: str) -> bool:
    """Tell whether what has *style* is not to be seen; few styles speak of it at all."""
    words = style.lower()
    return ("none" in words or "hidden" in words) and bool(_HIDDEN_STYLE.search(words))
