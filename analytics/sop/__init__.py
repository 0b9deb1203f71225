"""The ground floor of the SOP: its steps as one table, its peran, what else may be done by whom, its working days."""
