"""The import page: choose files, compare the cards with the people known, import, take it back."""
