"""The plan: its workbook, its findings, its import."""
