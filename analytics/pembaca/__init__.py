"""What does a stranger's workbook hold? Guarded from outside, then parsed in a child process with limits."""
