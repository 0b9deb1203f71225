"""What is set differently? Changes of settings, scales, rules, office, officials, working days: on record."""
