"""The main job on invented people, played by real mouse and keys under a virtual display."""
