"""Is it true? The log against the store, a document against what was approved."""
