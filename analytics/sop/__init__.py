"""Who may do what, and when? The steps as one table, the peran, what else may be done by whom, working days."""
