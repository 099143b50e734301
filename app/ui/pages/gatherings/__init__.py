"""The gatherings page: what is ahead, what was, and what became of it."""
