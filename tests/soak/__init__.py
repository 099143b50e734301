"""`make soak`: the sweeps of SAFETY that take too long for every day."""
