"""Grammars of three languages from which stories are written."""
