"""Changes of settings, scales, rules, office, officials and working days: previewed, with a reason, on record."""
