"""One module a step; frozen once released."""
