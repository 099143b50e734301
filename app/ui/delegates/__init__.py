"""Qt delegates: one row of a list, painted.

May live here: painting and measuring of rows, and which part of a row is under the pointer. May not
live here: widgets of their own, the workspace, or anything that changes a record.
"""
