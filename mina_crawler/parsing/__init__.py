"""Text in, value out: everything known about how MINA writes."""
