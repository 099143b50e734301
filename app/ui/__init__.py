"""Everything Qt.

May live here, at the top: what the whole screen shares, such as the workspace, today's value, links
and plain text widgets. Rooms: `look`, `words`, `widgets`, `models`, `delegates`, `pages`, `shell`,
`first_run`, `reconnect`, `desktop`, `notify`. May not live here: SQL, file formats, rules of the
domain. Contact text reaches the screen only through `plain` and painted text.
"""
