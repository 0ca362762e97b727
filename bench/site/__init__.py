"""A site of any number of articles, served faster than anything can crawl it."""
