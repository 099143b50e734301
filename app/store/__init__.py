"""The one encrypted file: keys, schema, questions, changes, search, backups. The only SQL; no Qt,
no foreign formats.
"""
