"""Where a request finds the site that it is for."""

from __future__ import annotations

from aiohttp import web

from mina_crawler.demo.log import Log
from mina_crawler.demo.printer import Printer
from mina_crawler.demo.site import Site

SITE = web.AppKey("site", Site)
PRINTER = web.AppKey("printer", Printer)
LOG = web.AppKey("log", Log)
