"""The words of the screen for kinds and data of the domain, changes, errors and the day.

May live here: sentences that more than one place of the screen says. A sentence of one page stands
in that page. May not live here: widgets, painting, questions to the store.
"""
