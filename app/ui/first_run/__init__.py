"""The first run in three steps: language and passphrase, the recovery key, the first cards."""
