"""The pages of the window, one package each, made with the workspace and the theme.

May live here: what one page alone shows and says. May not live here: what two pages share, or a
write that is no use case.
"""
