"""Foreign text to records and back: vCard and CSV; pure functions over bytes, and the child
process that runs them. No Qt, no SQL.
"""
