"""What a page is, if it is not an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

    from mina_crawler.pages.head import Head
    from mina_crawler.pages.structured import StructuredArticle

LISTING_CLASSES = frozenset(
    {"archive", "category", "tag", "author", "date", "blog", "search", "home", "tax"}
)

_CHALLENGES = (
    re.compile(
        r"just a moment|attention required|checking your browser|verifying you are human",
        re.IGNORECASE,
    ),
    re.compile(
        r"internet ?positif|trustpositif|situs (?:ini )?diblokir|security check"
        r"|^\W*access denied\b(?!\s*[:–—-]\s+(?:\S+\s+){3})|access denied\W*$",  # or a headline
        re.IGNORECASE,
    ),
)
_CHALLENGE_MARKS = etree.XPath(
    "boolean(descendant::*[starts-with(@id, 'cf-') or starts-with(@id, 'challenge-')"
    " or contains(@class, 'cf-turnstile') or contains(@class, 'g-recaptcha')])"
)
_NOT_FOUND = re.compile(
    r"(?:halaman|laman|artikel|konten|berita|pos) (?:\w+ ){0,3}tidak (?:di)?temukan"
    r"|^\W*(?:tidak ditemukan|(?:error )?404(?!\s+\w{4}))|error 404|404 (?:not found|page|halaman)"
    r"|page not found|nothing (?:was )?found|الصفحة غير موجودة",
    re.IGNORECASE,
)


def name_kind(root: _Element, head: Head, structured: StructuredArticle) -> str | None:
    """Return what the page is by its own signs, ``None`` where nothing speaks against an article.

    One of ``challenge``, ``not found``, ``password-protected``, ``attachment``, ``listing`` and
    ``static page``.
    """
    classes = head.body_classes
    is_post = not classes.isdisjoint({"single-post", "single"})
    signs = {
        "challenge": is_challenge(root, head),
        "not found": "error404" in classes
        or not (structured.node or tells_of_article(head) or not _NOT_FOUND.search(head.title)),
        "password-protected": any(map(_asks_for_password, root.iter("form"))),
        "attachment": "attachment" in classes,
        "listing": not is_post
        and (not classes.isdisjoint(LISTING_CLASSES) or structured.is_listing),
        "static page": not is_post and _is_static(classes),
    }
    return next((kind for kind, shows in signs.items() if shows), None)


def tells_of_article(head: Head) -> bool:
    """Tell whether the page tells machines that it is an article."""
    return (
        head.meta("og:type") == "article"
        or bool(head.meta("article:published_time"))
        or not head.body_classes.isdisjoint({"single-post", "single"})
    )


def _asks_for_password(form: _Element) -> bool:
    return "post-password-form" in form.get("class", "") or "postpass" in form.get("action", "")


def _is_static(classes: frozenset[str]) -> bool:
    return "page" in classes and any(name.startswith("page-id-") for name in classes)


def is_challenge(root: _Element, head: Head) -> bool:
    """Tell whether the page stands between us and the site: by its title, or by its marks alone.

    An article's page may hold a captcha too, in its comment form, and its headline may be
    *Access Denied*: where the page tells of an article, it is the site's.
    """
    if tells_of_article(head):
        return False
    if any(pattern.search(head.title) for pattern in _CHALLENGES):
        return True
    return not head.meta("og:type") and not head.canonical and bool(_CHALLENGE_MARKS(root))
