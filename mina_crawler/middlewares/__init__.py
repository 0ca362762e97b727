"""What stands between the crawl and the wire."""
