"""What has been seen, stored, delivered and walked: one database."""
