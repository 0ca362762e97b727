"""Ways to read a page that are measured beside those of the quality table."""
