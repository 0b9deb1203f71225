"""The workbook loop: write the format, guard, read, check, receive."""
