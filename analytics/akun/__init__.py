"""Accounts: who is in, by which password, since when, and as what."""
