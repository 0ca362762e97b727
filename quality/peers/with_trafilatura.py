"""What trafilatura makes of a page."""

from __future__ import annotations

import trafilatura


def read(html: str, url: str) -> dict[str, object]:
    """Return text, title and moment."""
    document = trafilatura.bare_extraction(html, url=url, with_metadata=True)
    if document is None:
        return {"text": ""}
    found = document.as_dict()
    return {"text": found["text"], "title": found["title"], "published_at": found["date"]}
