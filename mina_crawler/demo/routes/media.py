"""Pictures: one grey dot for all of them."""

from __future__ import annotations

from base64 import b64decode

from aiohttp import web

GREY_DOT = b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJ"
    "DRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k="
)


async def picture(_request: web.Request) -> web.Response:
    """Answer with a JPEG."""
    return web.Response(body=GREY_DOT, content_type="image/jpeg")


ROUTES = [web.get(r"/wp-content/uploads/{path:.+}.jpg", picture)]
