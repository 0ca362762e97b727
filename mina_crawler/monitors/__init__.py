"""Who is told of a run that went wrong, and when."""
