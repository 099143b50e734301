"""Notes after a meeting: card by card, by the keyboard alone."""
