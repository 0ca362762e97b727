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
        r"internet ?positif|trustpositif|situs (?:ini )?diblokir|access denied|security check",
        re.IGNORECASE,
    ),
)
_CHALLENGE_MARKS = etree.XPath(
    "boolean(//*[starts-with(@id, 'cf-') or starts-with(@id, 'challenge-') or contains(@class, 'cf-turnstile')"
    " or contains(@class, 'g-recaptcha') and not(ancestor::form[contains(@id, 'comment')])])"
)
_NOT_FOUND = re.compile(
    r"halaman tidak (?:di)?temukan|page not found|nothing (?:was )?found|\b404\b|tidak ditemukan|الصفحة غير موجودة",
    re.IGNORECASE,
)
_PASSWORD_FORM = etree.XPath(
    "boolean(//form[contains(@class, 'post-password-form') or contains(@action, 'postpass')])"
)


def name_kind(root: _Element, head: Head, structured: StructuredArticle) -> str | None:
    """Return what the page is by its own signs, or ``None`` where nothing speaks against an article.

    One of ``challenge``, ``not found``, ``listing``, ``static page``, ``attachment``, ``password-protected``.
    """
    classes = head.body_classes
    if any(pattern.search(head.title) for pattern in _CHALLENGES) or _is_bare_challenge(root, head):
        return "challenge"
    if "error404" in classes or (not structured.node and _NOT_FOUND.search(head.title)):
        return "not found"
    if _PASSWORD_FORM(root):
        return "password-protected"
    if "attachment" in classes:
        return "attachment"
    if "single-post" in classes or "single" in classes:
        return None
    if not classes.isdisjoint(LISTING_CLASSES) or structured.is_listing:
        return "listing"
    if "page" in classes and any(name.startswith("page-id-") for name in classes):
        return "static page"
    return None


def _is_bare_challenge(root: _Element, head: Head) -> bool:
    """Tell whether the page is little else than a challenge: no metadata of an article beside it."""
    return not head.meta("og:type") and not head.canonical and bool(_CHALLENGE_MARKS(root))
