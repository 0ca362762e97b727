"""Other people's extractors, each in an environment of its own, fed the same files."""
