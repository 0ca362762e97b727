"""Reads articles in processes beside the crawl, where pages come faster than one can read them."""
