"""A small MINA that runs on this machine, for people and for tests."""
