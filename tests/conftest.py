"""What every test relies on."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)  # the same verdict everywhere
settings.load_profile("steady")
