"""What is run by name: ``scrapy crawl mina``."""
