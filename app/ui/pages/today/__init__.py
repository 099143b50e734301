"""The Today page: who to reconnect with, what is done already, and how many people know you."""
