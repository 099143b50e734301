"""How everything looks: tokens, theme, style sheet, fonts, icons, text and the primitives of paint.

May live here: what every painter needs and that knows no record, no word and no widget. May not
live here: a colour outside `tokens`, or anything that asks the workspace.
"""
