"""Brings accepted lines to the feeds, each of them exactly once."""
