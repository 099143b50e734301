"""The daily notification, and the ways to show one: the desktop's service, else the tray.

May live here: what a notification says, and one module for each way. Nothing here waits.
"""
