"""What things cost: run as ``python -m bench.NAME``."""
