"""The one encrypted file.

May live here: keys, schema, migrations, questions, changes, search, backups; the only SQL. May not
live here: Qt, foreign formats, or a rule that needs no table (that is the domain's).
"""
