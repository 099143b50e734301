"""The people page: the list by reading, one person and what happened, and the bin."""
