"""What WordPress makes of a stored post, without WordPress: the quick way to thousands of pages."""
