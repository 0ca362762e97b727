"""What news-please makes of a page."""

from __future__ import annotations

from newsplease import NewsPlease


def read(html: str, url: str) -> dict[str, object]:
    """Return text, title and moment."""
    article = NewsPlease.from_html(html, url=url, fetch_images=False)
    moment = article.date_publish.isoformat() if article.date_publish else None
    return {"text": article.maintext, "title": article.title, "published_at": moment}
