"""The themes that the site can wear, by era."""

from __future__ import annotations

from mina_crawler.demo.themes import a, b, c

THEMES = {"A": a.THEME, "B": b.THEME, "C": c.THEME}
