"""The public contract of the JSON lines, as JSON Schema."""
