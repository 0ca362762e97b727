"""What the figures were measured on and with."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("Scrapy", "Twisted", "lxml", "parsel", "SQLAlchemy", "aiohttp", "dateparser")
CPU_INFO = Path("/proc/cpuinfo")
MODEL = "model name"


def told() -> str:
    """Return it in a line."""
    return ", ".join(f"{name} {value}" for name, value in describe().items())


def describe() -> dict[str, object]:
    """Return processor, cores, memory, the load of the last minute, system and versions."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_mb": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20,
        "load": os.getloadavg()[0],
        "system": platform.platform(),
        platform.python_implementation(): platform.python_version(),
        **{package: version(package) for package in PACKAGES},
    }


def _processor() -> str:
    lines = CPU_INFO.read_text("utf-8").splitlines() if CPU_INFO.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith(MODEL))
    return next(named, platform.processor() or platform.machine())
