"""What is planned? The plan: its workbook, its findings, its import."""
