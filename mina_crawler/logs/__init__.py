"""The log of a run: one line an event, whatever the site prints, and no larger than it may be."""
