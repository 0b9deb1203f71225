"""The guarded reader: a workbook from anywhere, looked at from outside, then parsed in a child process with limits."""
