"""Everything Qt.

May live here: the workspace, the theme, widgets, models, delegates, views and the words of the
screen. May not live here: SQL, file formats, rules of the domain, or anything that imports
SQLAlchemy. Contact text reaches the screen only through `plain` and painted text.
"""
