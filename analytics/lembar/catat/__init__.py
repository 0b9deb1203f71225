"""The record: every upload with the life of its findings, and the workbook that becomes stored facts."""
