"""Tries a built package as the person who got it: `python -m tests.package dist/enishi`."""
