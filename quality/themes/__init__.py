"""The looks of the site: three eras, and one that those who write the rules do not look at."""

from __future__ import annotations

from quality.themes import era_a, era_b, era_c, unseen

THEMES = {theme.name: theme for theme in (era_a.THEME, era_b.THEME, era_c.THEME, unseen.THEME)}
