"""The format workbook: what it is made of, how it is laid out, how it is written."""
