"""Painted widgets in the look of the design.

May live here: widgets that know the theme and plain values (text, flags). May not live here:
records, the workspace, or anything that asks the store. Every widget takes the theme first.
"""
