"""The receipt of a run: what was found, delivered, left out and missed."""
