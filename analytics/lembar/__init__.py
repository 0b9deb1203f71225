"""The workbook loop: the format goes out, the filled workbook comes in, is checked, recorded, and goes back."""
