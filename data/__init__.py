"""Where is it kept? The store and its reference data: the only room that opens DuckDB."""
