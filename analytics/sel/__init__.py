"""What does a cell say? One reader for every workbook that people fill; what a reader answers is a value."""
