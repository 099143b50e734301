"""What a person does.

May live here: plain functions over the store that return the Change that was made, or an outcome
that holds it; and the plans they follow. May not live here: Qt, SQL, words. The time is handed in.
"""
