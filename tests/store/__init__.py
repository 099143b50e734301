"""Tests of the store, on real encrypted files in temporary folders."""
