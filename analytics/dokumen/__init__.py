"""Results to workbooks that people sign."""
