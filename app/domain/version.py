"""The version of the program; `pyproject.toml` says the same (a test holds that)."""

VERSION = "0.1.0"
