"""What stands where on a page: every selector there is."""
