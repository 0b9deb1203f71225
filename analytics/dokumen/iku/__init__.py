"""Evaluasi IKU on paper: its columns, its sheet, what it gives to the summary, its table on screen."""
