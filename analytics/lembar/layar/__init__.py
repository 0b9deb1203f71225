"""What is filled in on screen, and how does it become a workbook?"""
