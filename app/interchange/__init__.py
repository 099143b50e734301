"""Foreign text to records and back: vCard and CSV.

May live here: pure functions over bytes, limits for what strangers send, and the child process
that reads. May not live here: Qt, SQL, the store.
"""
