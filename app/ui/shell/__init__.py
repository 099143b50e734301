"""The shell around the pages: sidebar, finder, toast, and the keys that work everywhere."""
