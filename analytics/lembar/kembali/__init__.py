"""What goes back to a unit: the marked copy, the memo, the cells around a finding."""
