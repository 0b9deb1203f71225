"""The SOP: its steps as one table, who may take them, and the one command that applies a row of it."""
