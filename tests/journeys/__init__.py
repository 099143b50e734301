"""The moments of PRODUCT as a person has them: a real desktop, real mouse and keys."""
