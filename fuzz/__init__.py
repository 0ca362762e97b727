"""Fuzzing: whatever bytes a site sends, nothing escapes its reader and nothing takes long."""
