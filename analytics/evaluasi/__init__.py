"""What does it amount to? Stored facts to frozen results, out of one reading of the years."""
