"""How a person shows that data is theirs: the field, and the dialog around it."""
