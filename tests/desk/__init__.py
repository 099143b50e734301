"""A virtual desktop with real parts, and what a person has there: eyes, hands and a terminal."""
