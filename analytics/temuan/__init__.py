"""What can be wrong with a workbook? Every rule as data, and one finding with its place and advice."""
