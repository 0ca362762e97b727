"""What newspaper4k makes of a page."""

from __future__ import annotations

import newspaper


def read(html: str, url: str) -> dict[str, object]:
    """Return text, title and moment."""
    article = newspaper.Article(url, fetch_images=False)
    article.download(input_html=html)
    article.parse()
    moment = article.publish_date.isoformat() if article.publish_date else None
    return {"text": article.text, "title": article.title, "published_at": moment}
