"""The checks: from the bytes of a filled workbook to what was understood and every finding at once."""
