"""A newsroom that writes articles and knows, better than any reader, what they say."""
