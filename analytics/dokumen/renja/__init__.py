"""Evaluasi Renja (E.81) on paper: its columns, its sheet, what it gives to the summary, its table on screen."""
