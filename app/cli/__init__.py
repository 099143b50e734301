"""The command line: the same use cases without a window.

May live here: arguments, output, words in both languages, exit codes. May not live here: Qt, or a
rule that the window would need too. The store is loaded only where a command needs it.
"""
