"""What happens to an article between the page and the line: one decision each."""
