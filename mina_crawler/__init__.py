"""Turn the site of MINA (Mi'raj News Agency) into a clean, dated, complete corpus."""

__version__ = "0.1.0"
