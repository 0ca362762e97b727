"""The text of an answer, whatever encoding it claims to be in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.http import Response


def text_of(response: Response) -> str:
    """Return the text of *response*: in UTF-8 where it claims what is no encoding of texts."""
    try:
        return response.text
    except (LookupError, UnicodeError):  # charset=uu, charset=undefined
        return response.body.decode("utf-8", "replace")
