"""The daily notification, and the ways to show one: the desktop's service, else the tray."""
