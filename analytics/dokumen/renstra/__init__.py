"""Evaluasi Renstra (E.80) on paper: its columns, its sheet, its table on screen."""
