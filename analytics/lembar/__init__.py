"""What do the units report? The format goes out; the filled workbook comes in, is checked, recorded, and goes back."""
