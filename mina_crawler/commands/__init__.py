"""What people type behind ``scrapy``."""
