"""What the stand-in answers, by address."""
