"""The ways of finding articles, one module each."""
