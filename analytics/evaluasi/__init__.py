"""Stored facts to frozen results, one question a module."""
