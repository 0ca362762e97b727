"""How far what was read is from what is true."""
