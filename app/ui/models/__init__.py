"""Qt models: records and answers in the shape that views want.

May live here: item models that hold immutable values and ask the workspace for more of
them. May not live here: painting, widgets, rules of the domain, or questions that wait for answers.
"""
