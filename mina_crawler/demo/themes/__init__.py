"""The themes that the site can wear, by era."""

from __future__ import annotations

from mina_crawler.demo.themes import c

THEMES = {"C": c.THEME}
