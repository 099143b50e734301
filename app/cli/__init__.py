"""The command line: the same use cases without a window.

No Qt; and the store only where a command needs it.
"""
