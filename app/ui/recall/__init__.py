"""A minute with faces."""
