"""The *rencana* workbook: its sheets, written and read."""
