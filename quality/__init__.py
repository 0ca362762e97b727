"""How exactly articles are read, measured on a generated corpus in themes the rules never saw."""
