"""`make bench`: what a person waits for, measured in one run and printed as ratios."""
