"""The pages of the window, one package or module each, made with the workspace and the theme."""
