"""Office papers as Word documents: the page they share, letters, the return memo."""
