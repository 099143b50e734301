"""Values and rules: standard library only, no input or output, and never the time (now and today
are arguments).
"""
