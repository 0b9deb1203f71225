"""The program that marks workbooks, the one place of the program itself that loads openpyxl.

It runs in a child process (`python -m analytics.lembar.penanda MEMORY_BYTES`), because any file may be hostile.
"""
