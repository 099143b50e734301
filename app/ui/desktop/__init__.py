"""Enishi on its desktop: tray icon, starting at login, the system's wish to end, and what closing
the window does.
"""
