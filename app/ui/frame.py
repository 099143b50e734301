"""A frame: after so long the screen shows what it was told.

What is long, and can wait, comes a frame behind what the person waits for: a timer of no time often
fires before the painting.
"""

FRAME_MS = 16
