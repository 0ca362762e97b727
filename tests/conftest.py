"""What every test relies on."""

from __future__ import annotations

import pytest
from hypothesis import settings

ASSERTING = ("corpus", "crawls", "discovery", "history", "scrapyd", "services")
"""Helpers that tell, as the tests do, what they have found instead."""
pytest.register_assert_rewrite(*(f"tests.{name}" for name in ASSERTING))

settings.register_profile("steady", deadline=None, derandomize=True)  # the same verdict everywhere
settings.load_profile("steady")
