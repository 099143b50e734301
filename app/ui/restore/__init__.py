"""Bringing data back: what there is, the dialog that asks, the page where nothing opens."""
