"""The corpus on a real WordPress: its filters, its stock themes, and ours."""
