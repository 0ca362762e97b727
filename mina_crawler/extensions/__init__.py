"""Parts that watch a crawl and report on it once."""
