"""What is planned? The plan: its rows, its questions, its import."""
