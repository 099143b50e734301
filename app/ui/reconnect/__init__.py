"""Reconnecting with one person: the window, and the two questions it shares with the pages (who
began, and until when to put off).
"""
