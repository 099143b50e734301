"""The settings page: only what works, each at once, each by keyboard."""
