"""Pictures of every page in every look, beside the design: `python -m tests.screens`."""
