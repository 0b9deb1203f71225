"""How does it look on paper? Results to workbooks that people sign."""
